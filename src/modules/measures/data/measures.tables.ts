/** The rows of the register and its figures. Observations and imports are only ever added to. */
export type MeasuresTables = {
  measures_measure: {
    id: string
    slug: string
    title: string
    definition: string
    unit: string
    unit_label: string
    polarity: string
    frequency: string
    numerator: string
    denominator: string
    source: string
    source_url: string | null
    owner: string
    geography: string
    caveat: string
    is_headline: number
    published_at: string | null
    version: number
    pooling: string
    per: number
    formula: string | null
    is_seasonal: number
    is_survey: number
    suppress_below: number | null
    control_chart: string
    beyond_whole: string
  }
  /** `label` is what the measure is called in that plan, where the plan has its own name for it. */
  measures_measure_node: { measure_id: string; node_id: string; label: string }
  measures_import: {
    id: string
    file_name: string
    sha256: string
    title: string
    publisher: string
    licence: string
    attribution: string
    url: string | null
    reason: string
    /** JSON: the publisher's own files and their fingerprints. */
    files: string
    imported_at: string
    imported_by: string
    known_on: string
    kind: string
  }
  measures_observation: {
    id: string
    measure_id: string
    import_id: string
    period: string
    numerator: number | null
    denominator: number | null
    value: number | null
    status: string
    note: string
    recorded_at: string
    area: string
    interval_lower: number | null
    interval_upper: number | null
    known_on: string
  }
}
