import type { IsoDate } from '#kernel/dates.js'
import { planInForce } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import type { PictureOptions } from '../data/pictures.queries.js'

/** The days by which figures are judged to be due: today or an earlier day, and the first day of the plan then in force. */
export async function dueDays({ db, today }: Pick<Deps, 'db' | 'today'>, knownOn?: IsoDate): Promise<PictureOptions> {
  const day = knownOn ?? today()
  const plan = await planInForce(db, day)
  return { today: day, awaitedSince: plan?.content.plan.startsOn, knownOn }
}
