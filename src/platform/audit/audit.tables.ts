/** The rows of the audit trail. `audit_head` holds the one row that says where the chain ends. */
export type AuditTables = {
  audit_entry: {
    seq: number
    at: string
    actor_id: string
    actor_name: string
    action: string
    subject: string
    detail: string | null
    previous_hash: string
    came_from: string | null
    hash: string
  }
  audit_head: { id: number; seq: number; hash: string }
}

/** One row of the trail, as stored. */
export type AuditRow = AuditTables['audit_entry']
