import type { IsoDate } from '#kernel/dates.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import { currentFiles } from '../data/releases.queries.js'
import { type AskedMonths, type Covered, coverageOf } from '../domain/coverage.js'
import { FILE_TYPES, type FileType } from '../domain/files.js'

/** Which forces, types and months to tell about; all that are there unless said. */
export type CoverageQuestion = AskedMonths & {
  readonly forces?: readonly string[]
  readonly type?: FileType
  readonly knownOn?: IsoDate
}

/** What of the police data is there and what is missing, month by month. */
export async function readCoverage(
  { db }: { readonly db: Db },
  actor: Actor,
  question: CoverageQuestion = {},
): Promise<Covered[]> {
  requirePermission(actor, 'police-data:read')
  const { forces, type, knownOn, from, to } = question
  const slice = { ...(forces && { forces }), ...(knownOn && { knownOn }) }
  const types = FILE_TYPES.filter((each) => type === undefined || each === type)
  const files = (await Promise.all(types.map((each) => currentFiles(db, each, slice)))).flat()
  return coverageOf(files, { ...(from && { from }), ...(to && { to }) })
}
