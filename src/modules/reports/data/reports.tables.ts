/** The rows of this module. */
export type ReportsTables = {
  reports_report: {
    id: string
    slug: string
    plan_id: string
    theme_id: string
    title: string
    addressed_to: string
    meeting_on: string
    period_from: string
    period_until: string
    version: number
  }
  reports_narrative: { report_id: string; section: string; text: string }
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
}
