/** The rows of this module. */
export type FigureCheckTables = {
  figure_check_decision: {
    id: string
    document_key: string
    finding_id: string
    kind: string
    quote: string
    decision: string
    reason: string
    decided_at: string
    decided_by: string
  }
  figure_check_document: {
    id: string
    document_key: string
    name: string
    sha256: string
    /** The document and its findings, as JSON. */
    content: string
    kept_at: string
    kept_by: string
  }
}
