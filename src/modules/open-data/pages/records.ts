import type { IsoDate } from '#kernel/dates.js'
import { dueDays, type MeasurePicture, publicPictures, publishedMeasures } from '#modules/measures/index.js'
import { allPlanPictures, type PlanPicture } from '#modules/public-site/index.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'

/** What the tables of open data are made from: each is read when first asked for, and then shared. */
export type Records = {
  readonly db: Db
  readonly plans: () => Promise<readonly PlanPicture[]>
  readonly measures: () => Promise<readonly MeasurePicture[]>
}

/** The published records as they are now; figures as known on a day, if one is asked for. */
export function recordsOver(deps: Deps, knownOn?: IsoDate): Records {
  const { db } = deps
  return {
    db,
    plans: once(() => allPlanPictures(deps)),
    measures: once(async () => publicPictures(db, await publishedMeasures(db), await dueDays(deps, knownOn))),
  }
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined
  return () => {
    reading ??= read()
    return reading
  }
}
