export type PeopleTables = {
  people_account: {
    id: string
    email: string
    name: string
    organisation_id: string | null
    password_hash: string
    is_active: number
    created_at: string
    version: number
    must_change_password: number
    review_on: string | null
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
    begun_by: string
    link_id: string | null
    standing_in_id: string | null
  }
  people_factor: {
    account_id: string
    secret: string
    begun_at: string
    confirmed_at: string | null
    last_step: number
  }
  people_passkey: {
    id: string
    account_id: string
    name: string
    public_key: string
    counter: number
    transports: string
    made_at: string
    used_at: string | null
  }
  people_identity: { issuer: string; subject: string; account_id: string; linked_at: string }
  people_link: {
    id: string
    token_hash: string
    account_id: string
    kind: string
    made_by: string
    made_at: string
    expires_at: string
    ended_at: string | null
    sealed: string | null
  }
  people_role: { account_id: string; role: string; from_on: string; until_on: string | null }
  people_stand_in: {
    id: string
    account_id: string
    stand_in_id: string
    from_on: string
    until_on: string
    made_by: string
    made_at: string
    ended_at: string | null
  }
  people_set_up: { code_hash: string; made_at: string }
  people_shown_codes: { account_id: string; sealed: string }
  people_recovery_code: { account_id: string; code_hash: string; used_at: string | null }
  people_throttle: { key: string; failures: number; last_failed_at: string }
}
