import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { reportById } from '../data/reports.queries.js'
import { saveNarrative, saveReport, subjectOf } from '../data/reports.store.js'
import type { Report, ReportRefusal } from '../domain/report.js'
import { isSection } from '../domain/sections.js'

type Request = {
  readonly reportId: string
  readonly version: number
  /** 'purpose', 'objective:<id of the objective>' … */
  readonly section: string
  /** Markdown; empty takes the words away. */
  readonly text: string
}

/** Puts the office's own words into one section of a report. */
export async function writeNarrative(
  deps: Deps,
  actor: Actor,
  { reportId, version, section, text }: Request,
): Promise<Result<Report, ReportRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    const report = found(await reportById(tx, reportId))
    if (!isSection(section)) return err({ code: 'unknown-section' })
    await saveReport(tx, { ...report, version })
    await saveNarrative(tx, reportId, section, text)
    await deps.audit(tx, actor, {
      action: 'reports.write-narrative',
      subject: subjectOf(reportId),
      detail: { section, before: report.narratives.get(section) ?? '', after: text },
    })
    return ok({ ...report, version: version + 1 })
  })
}
