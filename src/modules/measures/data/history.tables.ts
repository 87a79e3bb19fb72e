type Recorded = {
  id: string
  measure_id: string
  reason: string
  known_on: string
  recorded_at: string
  recorded_by: string
}

type Withdrawable = { withdrawn_reason: string | null; withdrawn_on: string | null; withdrawn_by: string | null }

/** The rows of what is known of measures by day: wordings, publication, breaks, phases and targets. */
export type HistoryTables = {
  measures_definition: Recorded & {
    number: number
    /** JSON: a MeasureDescription. */
    description: string
    changes_meaning: number
  }
  measures_publication: Omit<Recorded, 'reason'> & { is_public: number }
  measures_break: Recorded &
    Withdrawable & {
      starts_on: string
      kind: string
      acknowledged_reason: string | null
      acknowledged_on: string | null
      acknowledged_by: string | null
    }
  measures_phase: Recorded & Withdrawable & { starts_on: string; baseline_points: number | null }
  measures_target: Recorded & Withdrawable & { starts_on: string; value: number; source: string }
  measures_commentary: {
    id: string
    measure_id: string
    period: string
    narrative: string
    response: string
    known_on: string
    recorded_at: string
    recorded_by: string
  }
}
