import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { reportById, reportBySlug } from '../data/reports.queries.js'
import type { Report } from '../domain/report.js'

/** A report by its address or its id, as somebody typed it. */
export async function reportCalled(db: Db, name: string): Promise<Report> {
  const report = (await reportBySlug(db, name)) ?? (await reportById(db, name))
  return found(report, `There is no report '${name}'. 'frankpledge report list' lists them.`)
}
