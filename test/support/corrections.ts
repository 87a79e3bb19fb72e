import { isoDate } from '#kernel/dates.js'
import { builtReport, publicationsOf, publishReport, reportById } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM, testDeps } from './deps.js'
import { A_SOURCE, aFigureFile, aFile } from './measures.js'

/** The same register three weeks later: what is done then is later than what was published. */
const threeWeeksLater = ({ db }: Pick<Deps, 'db'>): Deps => testDeps(db, isoDate('2025-05-21'))

/** Takes in another figure for March 2025, known from three weeks later. */
export async function revised(deps: Deps, slug: string, value: number): Promise<Deps> {
  const later = threeWeeksLater(deps)
  const source = { ...A_SOURCE, title: 'Return of May', reason: 'Two were counted twice' }
  await aFile(later, { fileName: 'may.csv', bytes: aFigureFile([`${slug},2025-03,${value},,,final,`]), source })
  return later
}

/** Publishes a report as it stands. */
export async function published(deps: Deps, reportId: string) {
  const report = await reportById(deps.db, reportId)
  if (!report) throw new Error('There is no such report')
  const built = await builtReport(deps, report)
  if (!built.ok) throw new Error(built.error)
  const sent = await publishReport(deps, SYSTEM, { reportId, version: report.version, built: built.value })
  if (!sent.ok) throw new Error(sent.error.code)
  const [last] = await publicationsOf(deps.db, reportId)
  if (!last) throw new Error('It was not published')
  return last
}
