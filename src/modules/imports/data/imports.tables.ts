/** Files as they came, ways of reading them, and files that wait for a yes. Files are only ever added. */
export type ImportsTables = {
  imports_file: { sha256: string; file_name: string; kept_at: string; kept_by: string }
  /** `mapping` is JSON: a Mapping. */
  imports_mapping: { name: string; mapping: string; saved_at: string; saved_by: string }
  /** `source` is JSON: where the file comes from, as whoever sent it said. */
  imports_draft: {
    id: string
    file_name: string
    bytes: Uint8Array
    source: string
    mapping: string
    known_on: string | null
    created_at: string
    created_by: string
  }
}
