/** The rows of this module. */
export type PlanReadingTables = {
  plan_reading_document: {
    id: string
    file_name: string
    sha256: string
    title: string
    parts: string
    money: string
    read_at: string
    read_by: string
  }
  plan_reading_decision: {
    document_id: string
    item: string
    number: number
    is_confirmed: number
    decided_at: string
    decided_by: string
  }
}
