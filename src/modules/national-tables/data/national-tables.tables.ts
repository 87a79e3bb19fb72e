/** The rows of national tables. Days are `YYYY-MM-DD`, moments ISO 8601; labels, figures and warnings are JSON. */
export type NationalTablesTables = {
  national_tables_file: {
    id: string
    kind: string
    name: string
    sha256: string
    bytes: number
    publisher: string
    licence: string
    attribution: string
    rows_read: number
    added: number
    changed: number
    withdrawn: number
    unchanged: number
    from_on: string | null
    until_on: string | null
    warnings: string
    imported_at: string
    imported_by: string
  }
  national_tables_row: {
    id: string
    kind: string
    area: string
    area_name: string
    from_on: string
    until_on: string
    labels: string
    figures: string
    file_id: string
    replaced_by: string | null
  }
}
