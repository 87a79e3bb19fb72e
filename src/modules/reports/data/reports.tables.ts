/** The rows of this module. */
export type ReportsTables = {
  reports_report: {
    id: string
    slug: string
    template: string
    plan_id: string
    theme_id: string
    title: string
    addressed_to: string
    meeting_on: string
    period_from: string
    period_until: string
    version: number
  }
  reports_text: {
    report_id: string
    section: string
    number: number
    text: string
    written_at: string | null
    written_by: string | null
  }
  reports_section: {
    report_id: string
    section: string
    owner_id: string | null
    state: string
    state_at: string | null
    state_by: string | null
  }
  reports_comment: {
    id: string
    report_id: string
    section: string
    text: string
    written_at: string
    written_by: string
    settled_at: string | null
    settled_by: string | null
  }
  reports_publication: {
    id: string
    report_id: string
    number: number
    particulars: string
    html: string
    sha256: string
    published_at: string
    published_by: string
  }
  reports_publication_file: {
    publication_id: string
    format: string
    file_name: string
    sha256: string
  }
  reports_frozen: { report_id: string; section: string; frozen_at: string; content: string }
  reports_publication_series: { publication_id: string; number: number; facts: string }
  reports_template: { name: string; number: number; text: string; saved_at: string; saved_by: string }
  reports_publication_figure: { publication_id: string; figure: string; facts: string }
}
