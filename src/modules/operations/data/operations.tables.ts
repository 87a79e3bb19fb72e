/** What was done once for all processes, how long records are kept, and the police data's files as first seen. */
export type OperationsTables = {
  operations_run: {
    id: string
    kind: string
    due: string
    attempts: number
    started_at: string
    finished_at: string | null
    outcome: string | null
    summary: string | null
    /** JSON: a RunDetail. */
    detail: string | null
  }
  operations_retention: {
    id: string
    kind: string
    days: number
    reason: string
    decided_at: string
    decided_by: string
  }
  operations_lake_file: { path: string; sha256: string; content_bytes: number; seen_at: string }
}
