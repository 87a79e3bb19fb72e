import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { reportById } from '#modules/reports/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { runLimited } from '#platform/limited-process.js'
import { insertReturnedPaper, returnedSubject } from '../data/returned-papers.store.js'
import type { ReturnedPaper, ReturnRefusal } from '../domain/returned-paper.js'
import type { WordReading } from '../jobs/read-word.child.js'

const CHILD = new URL('../jobs/read-word.child.js', import.meta.url)
const LIMITS = { megabytes: 1000, seconds: 60 }

type Request = { readonly reportId: string; readonly fileName: string; readonly bytes: Uint8Array }

/** Takes in a Word file of a report that was changed: its words are read and kept, and nothing is changed yet. */
export async function receivePaper(
  deps: Deps,
  actor: Actor,
  { reportId, fileName, bytes }: Request,
): Promise<Result<ReturnedPaper, ReturnRefusal>> {
  requirePermission(actor, 'reports:edit')
  const report = found(await reportById(deps.db, reportId))
  const answer = await runLimited<WordReading>(CHILD, bytes, LIMITS)
  if (!answer.ok) return err({ code: 'too-big' })
  if ('problem' in answer.value) return err({ code: 'unreadable', problem: answer.value.problem })
  const { paragraphs, mark } = answer.value
  const made = markOf(mark)
  if (made && made.report !== report.slug) return err({ code: 'of-another', slug: made.report })
  const paper: ReturnedPaper = {
    ...{ id: deps.newId(), reportId, fileName, paragraphs, madeFrom: made?.words },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    receivedAt: deps.now().toISOString(),
    receivedBy: actor.id,
  }
  await deps.db.transaction(async (tx) => {
    await insertReturnedPaper(tx, paper)
    const detail = { report: report.slug, fileName, sha256: paper.sha256 }
    await deps.audit(tx, actor, { action: 'returned-papers.receive', subject: returnedSubject(paper.id), detail })
  })
  return ok(paper)
}

/** What our own Word file says of what it was made from; undefined where it says nothing that holds. */
function markOf(mark: string): { report: string; words: ReadonlyMap<string, number> } | undefined {
  try {
    const read: unknown = JSON.parse(mark)
    if (typeof read !== 'object' || read === null || !('report' in read) || !('words' in read)) return undefined
    if (typeof read.report !== 'string' || typeof read.words !== 'object' || read.words === null) return undefined
    const words = Object.entries(read.words).filter((entry): entry is [string, number] => Number.isInteger(entry[1]))
    return { report: read.report, words: new Map(words) }
  } catch {
    return undefined
  }
}
