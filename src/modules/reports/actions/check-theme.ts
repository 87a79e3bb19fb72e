import { err, ok, type Result } from '#kernel/result.js'
import { publishedPlans } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import { templateNamed } from '../document/templates.js'
import type { ReportDraft, ReportRefusal } from '../domain/report.js'

/** What a report is about, by name: a part at the top of a plan that was published, or such a plan as a whole. */
export async function checkTheme(
  db: Db,
  { planId, themeId, template }: Pick<ReportDraft, 'planId' | 'themeId' | 'template'>,
): Promise<Result<{ readonly title: string }, ReportRefusal>> {
  const plan = (await publishedPlans(db)).find((each) => each.planId === planId)
  if (!plan) return err({ code: 'plan-not-published' })
  const { about } = await templateNamed(db, template)
  if (about === 'plan') return themeId === '' ? ok({ title: plan.content.plan.title }) : err({ code: 'not-a-theme' })
  const theme = plan.content.nodes.find((node) => node.id === themeId && node.parentId === null)
  return theme ? ok(theme) : err({ code: 'not-a-theme' })
}
