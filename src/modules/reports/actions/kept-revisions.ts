import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import type { Publication } from '../domain/report.js'
import type { RevisedFigure } from '../domain/revised.js'
import { type WholeReading, revisedFigures as workedOut } from './revised-figures.js'

type Kept = { readonly state: string; readonly answers: Map<string, Promise<RevisedFigure[]>> }
const KEPT = new WeakMap<Db, Kept>()

/** The revised figures of a publication, worked out once for each state of the register and each day. */
export async function revisedFigures(reading: WholeReading, publication: Publication): Promise<RevisedFigure[]> {
  const state = `${await auditHead(reading.db)} ${reading.today()}`
  const known = KEPT.get(reading.db)
  const kept: Kept = known?.state === state ? known : { state, answers: new Map() }
  if (kept !== known) KEPT.set(reading.db, kept)
  const key = `${publication.id} ${reading.knownOn ?? ''}`
  const answer = kept.answers.get(key) ?? workedOut(reading, publication)
  kept.answers.set(key, answer)
  answer.catch(() => kept.answers.delete(key))
  return answer
}
