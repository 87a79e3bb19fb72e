import type { Db } from '#platform/db/db.js'
import { everyNumber } from '../data/changed.queries.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import type { Publication, Report } from '../domain/report.js'
import { checkCode } from './check-code.js'

/** The number of a report that a code stands for, with its other numbers; undefined where it stands for none. */
export async function publicationByCode(
  db: Db,
  code: string,
): Promise<
  { readonly report: Report; readonly publication: Publication; readonly numbers: readonly Publication[] } | undefined
> {
  const place = (await everyNumber(db)).find(({ reportId, number }) => checkCode(reportId, number) === code)
  const report = place && (await reportById(db, place.reportId))
  if (!report) return undefined
  const numbers = await publicationsOf(db, report.id)
  const publication = numbers.find(({ number }) => number === place.number)
  return publication && { report, publication, numbers }
}
