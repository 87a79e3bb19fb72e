import { err, ok, type Result } from '#kernel/result.js'
import {
  type Binding,
  type BoundAlready,
  bindMeasure,
  boundAlreadyInWords,
  endBinding,
  type Filled,
} from '#modules/bindings/index.js'
import { measureById } from '#modules/measures/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { type BindRefusal, type BoundSlice, bindRefusalInWords, problemWithMeasure } from '../domain/binding.js'
import type { Month } from '../domain/month.js'
import { monthsOfRelease, releasesOf, residentsOf } from './bound-figures.js'
import { fillBinding } from './fill-bindings.js'

/** Which crimes are to fill which measure, and under which area. */
export type BindRequest = {
  readonly measureId: string
  readonly slice: BoundSlice
  /** The code that the figures stand under beside the measure's own area; its own area when left out. */
  readonly area?: string
}

type Bound = { readonly binding: Binding<BoundSlice>; readonly filled: Filled }

/** Binds crimes to a measure and fills it with all that the lake holds; from then on each import fills it. */
export async function bindSlice(
  deps: Deps,
  actor: Actor,
  request: BindRequest,
): Promise<Result<Bound, BindRefusal | BoundAlready>> {
  const refusal = await whyNot(deps, request)
  if (refusal) return err(refusal)
  const { measureId, slice, area = '' } = request
  const bound = await bindMeasure(deps, actor, { source: 'police-data', measureId, slice, area })
  if (!bound.ok) return bound
  return ok({ binding: bound.value, filled: await fillBinding(deps, actor, bound.value) })
}

async function whyNot(deps: Deps, { measureId, slice }: BindRequest): Promise<BindRefusal | undefined> {
  const measure = found(await measureById(deps.db, measureId), 'There is no such measure')
  const problem = problemWithMeasure(measure)
  if (problem) return problem
  if (slice.forces.length === 0) return { code: 'no-force' }
  const month = deps.today().slice(0, 7)
  const isRate = measure.unit === 'rate'
  return isRate && !(await residentsOf(deps.db, slice, month)) ? { code: 'no-population' } : undefined
}

/** Why crimes are not bound, in words. */
export function unboundInWords(refusal: BindRefusal | BoundAlready): string {
  return refusal.code === 'bound-already' ? boundAlreadyInWords(refusal) : bindRefusalInWords(refusal)
}

/** Ends a binding. The figures that it brought stay. */
export function unbindSlice(deps: Deps, actor: Actor, bindingId: string): Promise<void> {
  return endBinding(deps, actor, 'police-data', bindingId)
}

/** The figures that a slice would bring, by month, as known now; a month without a file is not among them. */
export async function previewSlice(
  deps: Deps,
  slice: BoundSlice,
): Promise<{ readonly month: Month; readonly count: number; readonly release: Month }[]> {
  const months = new Map<Month, { month: Month; count: number; release: Month }>()
  for (const release of await releasesOf(deps.db, slice)) {
    const brought = await monthsOfRelease(deps, slice, release)
    for (const { month, count } of brought.months) months.set(month, { month, count, release })
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}
