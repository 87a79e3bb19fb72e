import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { htmlOf } from '#platform/web/html.js'
import type { Report } from '../domain/report.js'
import { reportFacts } from './facts.js'
import { PanelReport } from './panel-report.view.js'

/** The report as HTML, from what is published now: the same bytes for the page, the command and the frozen copy. */
export async function reportHtml(db: Db, report: Report, today: IsoDate): Promise<string> {
  return htmlOf(<PanelReport facts={await reportFacts(db, report, today)} />)
}
