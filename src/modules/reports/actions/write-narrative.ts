import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { thaw } from '../data/frozen.store.js'
import { reportById } from '../data/reports.queries.js'
import { touchReport } from '../data/reports.store.js'
import { sectionWork, textsOf } from '../data/section.queries.js'
import { insertText, saveWork, sectionSubject } from '../data/section.store.js'
import { joinTexts } from '../domain/join-texts.js'
import type { Report, ReportRefusal } from '../domain/report.js'
import { LONGEST_TEXT, type SectionText, textVersion } from '../domain/section-work.js'
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

/** The report, and what somebody else had saved of the section meanwhile, where the two were joined. */
type Written = { readonly report: Report; readonly joined: SectionText | undefined }

/**
 * Puts the office's own words into one section of a report. Where somebody saved it meanwhile, both are kept if they
 * changed different paragraphs; else nothing is saved, and whoever came second reads both. What was signed off is so no
 * longer, and its figures live.
 */
export async function writeNarrative(
  deps: Deps,
  actor: Actor,
  { reportId, version, section, text }: Request,
): Promise<Result<Written, ReportRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    found(await reportById(tx, reportId))
    if (!isSection(section)) return err({ code: 'unknown-section' })
    const texts = await textsOf(tx, reportId, section)
    const { number, words, joined } = unlost(texts, { version, text, subject: sectionSubject(reportId, section) })
    const writtenAt = deps.now().toISOString()
    await insertText(tx, reportId, section, { number, text: words, writtenAt, writtenBy: actor.id })
    const work = (await sectionWork(tx, reportId)).get(section)
    if (work && work.state !== 'draft') {
      await saveWork(tx, reportId, { ...work, state: 'draft', stateAt: writtenAt, stateBy: actor.id })
      await thaw(tx, reportId, section)
    }
    await touchReport(tx, reportId)
    await deps.audit(tx, actor, {
      action: 'reports.write-narrative',
      subject: sectionSubject(reportId, section),
      detail: { before: texts.at(-1)?.text ?? '', after: words, ...(work && { stateBefore: work.state }) },
    })
    return ok({ report: found(await reportById(tx, reportId)), joined })
  })
}

type Saved = { readonly version: number; readonly text: string; readonly subject: string }

/** The words to save and their number: as typed, or together with what was saved since they were read. */
function unlost(texts: readonly SectionText[], { version, text, subject }: Saved) {
  const number = textVersion(texts)
  if (number === version) return { number, words: text, joined: undefined }
  const joined = texts.at(-1)
  const read = texts.find((each) => each.number === version - 1)?.text ?? ''
  const words = joined && version > 0 && version < number ? joinTexts(read, joined.text, text) : undefined
  if (words === undefined || words.length > LONGEST_TEXT) throw new Conflict(subject)
  return { number, words, joined }
}
