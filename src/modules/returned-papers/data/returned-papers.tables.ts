/** The rows of this module. */
export type ReturnedPapersTables = {
  returned_papers_paper: {
    id: string
    report_id: string
    file_name: string
    sha256: string
    /** Which version of the words of each section the file was made from, as JSON; empty where it does not say. */
    made_from: string
    /** Its paragraphs, as JSON. */
    paragraphs: string
    received_at: string
    received_by: string
  }
}
