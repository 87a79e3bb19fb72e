import { err, ok, type Result } from '#kernel/result.js'
import { type ContentNode, publishedPlans } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import type { ReportDraft, ReportRefusal } from '../domain/report.js'

/** The theme that a report is about: a part at the top of a plan that was published. */
export async function checkTheme(
  db: Db,
  { planId, themeId }: Pick<ReportDraft, 'planId' | 'themeId'>,
): Promise<Result<ContentNode, ReportRefusal>> {
  const plan = (await publishedPlans(db)).find((each) => each.planId === planId)
  if (!plan) return err({ code: 'plan-not-published' })
  const theme = plan.content.nodes.find((node) => node.id === themeId && node.parentId === null)
  return theme ? ok(theme) : err({ code: 'not-a-theme' })
}
