import { ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import type { Actor } from '#platform/actor.js'
import { requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { takenSlugs } from '../data/reports.queries.js'
import { insertReport, subjectOf } from '../data/reports.store.js'
import { checkReport, DEFAULT_TEMPLATE, type Report, type ReportDraft, type ReportRefusal } from '../domain/report.js'
import { checkTheme } from './check-theme.js'

/** Begins a theme monitoring report. Its figures follow the register until it is published. */
export async function createReport(
  deps: Deps,
  actor: Actor,
  draft: ReportDraft,
): Promise<Result<Report, ReportRefusal>> {
  requirePermission(actor, 'reports:edit')
  return deps.db.transaction(async (tx) => {
    const checked = checkReport(draft, deps.today())
    if (!checked.ok) return checked
    const theme = await checkTheme(tx, draft)
    if (!theme.ok) return theme
    const slug = freeSlug(draft.title, await takenSlugs(tx))
    const template = draft.template ?? DEFAULT_TEMPLATE
    const report: Report = { ...draft, template, id: deps.newId(), slug, version: 1, narratives: new Map() }
    await insertReport(tx, report)
    await deps.audit(tx, actor, {
      action: 'reports.create-report',
      subject: subjectOf(report.id),
      detail: { title: report.title, theme: theme.value.title },
    })
    return ok(report)
  })
}
