export type PeopleTables = {
  people_account: {
    id: string
    email: string
    name: string
    role: string
    organisation_id: string | null
    password_hash: string
    is_active: number
    created_at: string
    version: number
  }
  people_session: {
    id: string
    token_hash: string
    account_id: string
    created_at: string
    seen_at: string
    expires_at: string
    address: string
    is_half: number
  }
  people_factor: {
    account_id: string
    secret: string
    begun_at: string
    confirmed_at: string | null
    shown_codes: string | null
    last_step: number
  }
  people_recovery_code: { account_id: string; code_hash: string; used_at: string | null }
  people_throttle: { key: string; failures: number; last_failed_at: string }
}
