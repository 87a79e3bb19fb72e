import { partsOf } from '#kernel/dates.js'
import { currentBody, forceOf } from '#modules/body/index.js'
import {
  type Measure,
  type Observation,
  observationsOf,
  periodLabel,
  publishedMeasures,
} from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import type { RegisterMeasure, RegisterPoint, RegisterVintage } from '../domain/register-measure.js'

/** The office's own published measures, with every vintage of their figures. */
export async function registerMeasures(db: Db, { today }: Pick<Deps, 'today'>): Promise<RegisterMeasure[]> {
  const measures = await publishedMeasures(db)
  const observations = await observationsOf(
    db,
    measures.map(({ id }) => id),
  )
  const byMeasure = Map.groupBy(observations, ({ measureId }) => measureId)
  const places = await placesOf(db, today())
  return measures.map((measure) => registerMeasure(measure, byMeasure.get(measure.id) ?? [], places))
}

/** Names that stand for the office's own area in a text. */
async function placesOf(db: Db, today: ReturnType<Deps['today']>): Promise<string[]> {
  const body = await currentBody(db, today)
  const force = body && (await forceOf(db, body.id, today))
  return [body?.name, body?.shortName, body?.officeName, force?.name, force?.shortName].filter(
    (name) => name !== undefined,
  )
}

function registerMeasure(
  measure: Measure,
  figures: readonly Observation[],
  places: readonly string[],
): RegisterMeasure {
  const { title, unit, pooling, per, geography } = measure
  const byPeriod = Map.groupBy(figures, ({ period }) => period.code)
  return {
    ...{ title, unit },
    places: [...places, geography],
    addsUp: pooling === 'sum',
    ratioPer: pooling === 'ratio' ? per : null,
    points: [...byPeriod.values()].flatMap((vintages) => pointOf(vintages) ?? []),
  }
}

function pointOf(observations: readonly Observation[]): RegisterPoint | undefined {
  const vintages = observations.flatMap(({ knownOn, value, numerator, denominator }): RegisterVintage[] =>
    value === null ? [] : [{ knownOn, value, numerator, denominator }],
  )
  const period = observations[0]?.period
  if (!period || vintages.length === 0) return undefined
  const monthOf = (date: typeof period.from) => partsOf(date).year * 12 + partsOf(date).month - 1
  return { from: monthOf(period.from), until: monthOf(period.until), label: periodLabel(period), vintages }
}
