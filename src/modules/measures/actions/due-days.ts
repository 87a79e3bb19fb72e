import { planInForce } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import type { PictureOptions } from '../data/pictures.queries.js'

/** The days by which figures are judged to be due: today, and the first day of the plan in force. */
export async function dueDays({ db, today }: Pick<Deps, 'db' | 'today'>): Promise<PictureOptions> {
  const plan = await planInForce(db, today())
  return { today: today(), awaitedSince: plan?.content.plan.startsOn }
}
