/** The rows of this module. */
export type PublicationsTables = {
  publications_correction: {
    publication_id: string
    report_id: string
    number: number
    replaces: number
    figure: string
    reason: string
    decided_by: string
    changes: string
    made_on: string
    recorded_at: string
  }
}
