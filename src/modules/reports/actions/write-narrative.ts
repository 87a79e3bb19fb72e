import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { thaw } from '../data/frozen.store.js'
import { reportById } from '../data/reports.queries.js'
import { touchReport } from '../data/reports.store.js'
import { sectionWork, textsOf } from '../data/section.queries.js'
import { insertText, saveWork, sectionSubject } from '../data/section.store.js'
import type { Report, ReportRefusal } from '../domain/report.js'
import { textVersion } from '../domain/section-work.js'
import { isSection } from '../domain/sections.js'

type Request = {
  readonly reportId: string
  /** Which version of the section’s words was read: two people may write two sections at once, and not one. */
  readonly version: number
  /** 'purpose', 'objective:<id of the objective>' … */
  readonly section: string
  /** Markdown; empty takes the words away. */
  readonly text: string
}

/** Puts the office's own words into one section of a report. What was signed off is so no longer, and its figures live. */
export async function writeNarrative(
  deps: Deps,
  actor: Actor,
  { reportId, version, section, text }: Request,
): Promise<Result<Report, ReportRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    found(await reportById(tx, reportId))
    if (!isSection(section)) return err({ code: 'unknown-section' })
    const texts = await textsOf(tx, reportId, section)
    if (textVersion(texts) !== version) throw new Conflict(sectionSubject(reportId, section))
    const writtenAt = deps.now().toISOString()
    await insertText(tx, reportId, section, { number: version, text, writtenAt, writtenBy: actor.id })
    const work = (await sectionWork(tx, reportId)).get(section)
    if (work && work.state !== 'draft') {
      await saveWork(tx, reportId, { ...work, state: 'draft', stateAt: writtenAt, stateBy: actor.id })
      await thaw(tx, reportId, section)
    }
    await touchReport(tx, reportId)
    await deps.audit(tx, actor, {
      action: 'reports.write-narrative',
      subject: sectionSubject(reportId, section),
      detail: { before: texts.at(-1)?.text ?? '', after: text, ...(work && { stateBefore: work.state }) },
    })
    return ok(found(await reportById(tx, reportId)))
  })
}
