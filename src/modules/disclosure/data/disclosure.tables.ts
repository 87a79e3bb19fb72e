/** The rows of disclosure control. Rules are only ever added to. */
export type DisclosureTables = {
  disclosure_rule: {
    id: string
    suppress_below: number | null
    shows_zero: number
    reason: string
    recorded_at: string
    recorded_by: string
  }
  disclosure_part: { whole_id: string; part_id: string; recorded_at: string; recorded_by: string }
}
