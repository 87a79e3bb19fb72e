import { err, ok, type Result } from '#kernel/result.js'
import { isThreshold, officeRule, relateParts, sumsOfMeasures } from '#modules/disclosure/index.js'
import { allMeasures, editMeasure, type Measure, measureBySlug, publicView } from '#modules/measures/index.js'
import type { Actor } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'

/** How the office treats small numbers: its rule, the measures that have their own, and the sums that it has named. */
export type SmallNumbers = {
  readonly rule: Awaited<ReturnType<typeof officeRule>>
  readonly own: readonly { readonly measure: Measure; readonly below: number }[]
  readonly sums: readonly { readonly whole: Measure; readonly parts: readonly Measure[] }[]
  /** How many recorded figures of public measures are withheld now. */
  readonly withheld: number
}

/** How the office treats small numbers now. */
export async function smallNumbers(db: Db): Promise<SmallNumbers> {
  const measures = await allMeasures(db)
  const byId = new Map(measures.map((measure) => [measure.id, measure]))
  const sums = (await sumsOfMeasures(db)).flatMap(({ whole, parts }) => {
    const measure = byId.get(whole)
    return measure ? [{ whole: measure, parts: parts.flatMap((id) => byId.get(id) ?? []) }] : []
  })
  return {
    rule: await officeRule(db),
    own: measures.flatMap((measure) =>
      measure.suppressBelow === null ? [] : [{ measure, below: measure.suppressBelow }],
    ),
    sums,
    withheld: (await publicView(db)).withheld.ids.size,
  }
}

/** Why a measure cannot have such a rule. */
export type MeasureRuleRefusal = { readonly code: 'not-a-threshold' | 'no-reason' | 'incomplete' }

/** Gives a measure a threshold of its own: none at all (0), or the office's (null). */
export async function setMeasureRule(
  deps: Deps,
  actor: Actor,
  { slug, below, reason }: { slug: string; below: number | null; reason: string },
): Promise<Result<Measure, MeasureRuleRefusal>> {
  if (below !== 0 && !isThreshold(below)) return err({ code: 'not-a-threshold' })
  const measure = await measureNamed(deps.db, slug)
  const description = { ...measure, suppressBelow: below }
  const result = await editMeasure(deps, actor, {
    measureId: measure.id,
    version: measure.version,
    description,
    reason,
  })
  if (result.ok) return ok(result.value)
  return err({ code: result.error.code === 'no-reason' ? 'no-reason' : 'incomplete' })
}

/** Says of which measures another is the sum, by their slugs. */
export async function nameSum(deps: Deps, actor: Actor, { whole, parts }: { whole: string; parts: readonly string[] }) {
  const sum = await measureNamed(deps.db, whole)
  const own = await Promise.all(parts.map((slug) => measureNamed(deps.db, slug)))
  return relateParts(deps, actor, { whole: sum.id, parts: own.map(({ id }) => id) })
}

async function measureNamed(db: Db, slug: string): Promise<Measure> {
  return found(await measureBySlug(db, slug), `There is no measure '${slug}'`)
}
