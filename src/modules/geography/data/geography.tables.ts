/** The rows of geography. Moments are ISO 8601; contents are JSON. */
export type GeographyTables = {
  geography_import: { id: string; kind: string; source: string; imported_at: string }
  geography_fact: {
    id: string
    kind: string
    code: string
    other: string
    edition: number
    content: string
    import_id: string
    replaced_by: string | null
  }
}
