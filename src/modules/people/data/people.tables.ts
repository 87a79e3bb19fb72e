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
  }
  people_throttle: { key: string; failures: number; last_failed_at: string }
}
