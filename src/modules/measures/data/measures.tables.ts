/** The rows of the measures. Observations and imports are only ever added to. */
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
  }
  measures_measure_node: { measure_id: string; node_id: string }
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
  }
  /** Figures that somebody has pasted and not yet confirmed. */
  measures_import_draft: {
    id: string
    file_name: string
    content: string
    /** JSON: an ImportSource. */
    source: string
    created_at: string
    created_by: string
  }
}
