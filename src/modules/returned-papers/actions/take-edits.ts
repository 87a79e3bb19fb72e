import { err, ok, type Result } from '#kernel/result.js'
import { writeNarrative } from '#modules/reports/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { returnedPaperById } from '../data/returned-papers.queries.js'
import { returnedSubject } from '../data/returned-papers.store.js'
import { withEdits } from '../domain/edits.js'
import { paperEdits } from './paper-edits.js'

/** Longer than this no section is. */
const LONGEST = 20_000

/** Why edits cannot be taken: none was chosen that can be, or a section would become too long. */
export type TakeRefusal = { readonly code: 'none-chosen' } | { readonly code: 'too-long'; readonly heading: string }

type Request = { readonly paperId: string; readonly chosen: readonly string[] }

/** Takes edits into the words of their sections. What was signed off there is so no longer. */
export async function takeEdits(
  deps: Deps,
  actor: Actor,
  { paperId, chosen }: Request,
): Promise<Result<{ readonly edits: number; readonly sections: number }, TakeRefusal>> {
  requirePermission(actor, 'reports:edit')
  const returned = found(await returnedPaperById(deps.db, paperId))
  const { sections } = await paperEdits(deps, returned)
  const taken = sections
    .map((section) => ({
      section,
      edits: section.edits.filter(({ id, state }) => state === 'open' && chosen.includes(id)),
    }))
    .filter(({ edits }) => edits.length > 0)
    .map(({ section, edits }) => ({ section, edits, text: withEdits(section.now, edits) }))
  if (taken.length === 0) return err({ code: 'none-chosen' })
  const long = taken.find(({ text }) => text.length > LONGEST)
  if (long) return err({ code: 'too-long', heading: long.section.heading })
  await deps.db.transaction(async (tx) => {
    for (const { section, text } of taken) {
      const request = { reportId: returned.reportId, section: section.key, version: section.version, text }
      const written = await writeNarrative({ ...deps, db: tx }, actor, request)
      if (!written.ok) throw new Conflict(returnedSubject(paperId))
    }
    const detail = { edits: taken.flatMap(({ edits }) => edits.map(({ id }) => id)) }
    await deps.audit(tx, actor, { action: 'returned-papers.take', subject: returnedSubject(paperId), detail })
  })
  return ok({ edits: taken.reduce((sum, { edits }) => sum + edits.length, 0), sections: taken.length })
}
