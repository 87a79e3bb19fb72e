/** The register of what the lake holds. All of it is only ever added to. */
export type FilesTables = {
  /** One import: whole, or not here. `sources` and `summary` are JSON. */
  police_data_import: {
    number: number
    release: string
    sources: string
    summary: string
    imported_at: string
    imported_by: string
  }
  /** One published file in one release. `number` stands on each of its rows in the lake, as `source`. */
  police_data_file: {
    number: number
    import_number: number
    force: string
    month: string
    type: string
    release: string
    known_on: string
    name: string
    sha256: string
    content_bytes: number
    row_count: number
    set_aside: number
    /** Inside the lake's folder, with slashes. */
    parquet: string
  }
  police_data_set_aside: {
    import_number: number
    number: number
    file: string
    line: number
    reason: string
    content: string
  }
  police_data_change: {
    import_number: number
    force: string
    month: string
    type: string
    kind: string
    before: string
    after: string
    crimes: number
  }
}
