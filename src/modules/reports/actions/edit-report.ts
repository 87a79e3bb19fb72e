import { ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { reportById } from '../data/reports.queries.js'
import { saveReport, subjectOf } from '../data/reports.store.js'
import { checkReport, type Report, type ReportDraft, type ReportRefusal } from '../domain/report.js'
import { checkTheme } from './check-theme.js'
import { loseSignOff } from './lose-sign-off.js'

type Request = ReportDraft & { readonly reportId: string; readonly version: number }

/** Changes what a report is about, for whom and for which days. Its address stays; what was signed off for other days is so no longer. */
export async function editReport(
  deps: Deps,
  actor: Actor,
  { reportId, version, ...draft }: Request,
): Promise<Result<Report, ReportRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    const before = found(await reportById(tx, reportId))
    const checked = checkReport(draft, deps.today())
    if (!checked.ok) return checked
    const theme = await checkTheme(tx, { ...draft, template: before.template })
    if (!theme.ok) return theme
    const report: Report = { ...before, ...draft, template: before.template, version }
    await saveReport(tx, report)
    if (speaksOfOther(before, report))
      await loseSignOff(deps, { tx, actor, reportId, why: 'The report speaks of other days or another theme' })
    await deps.audit(tx, actor, {
      action: 'reports.edit-report',
      subject: subjectOf(reportId),
      detail: { before: particularsOf(before), after: particularsOf(report) },
    })
    return ok(report)
  })
}

/** Whether the same words would now have other figures. */
function speaksOfOther(before: Report, after: Report): boolean {
  const about = ({ planId, themeId, periodFrom, periodUntil }: Report) =>
    [planId, themeId, periodFrom, periodUntil].join()
  return about(before) !== about(after)
}

function particularsOf({ themeId, title, addressedTo, meetingOn, periodFrom, periodUntil }: Report) {
  return { themeId, title, addressedTo, meetingOn, periodFrom, periodUntil }
}
