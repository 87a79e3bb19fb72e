import { err, ok, type Result } from '#kernel/result.js'
import { measureById } from '#modules/measures/index.js'
import { activeTableBindings } from '#modules/national-tables/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { activeBindings, bindingById } from '../data/bindings.queries.js'
import { endBindingRow, insertBinding } from '../data/bindings.store.js'
import { type Binding, type BindRefusal, type BoundSlice, problemWithMeasure } from '../domain/binding.js'
import type { Month } from '../domain/month.js'
import { monthsOfRelease, releasesOf, residentsOf } from './bound-figures.js'
import { type Filled, fillBinding } from './fill-bindings.js'

/** Which crimes are to fill which measure, and under which area. */
export type BindRequest = {
  readonly measureId: string
  readonly slice: BoundSlice
  /** The code that the figures stand under beside the measure's own area; its own area when left out. */
  readonly area?: string
}

/** Binds crimes to a measure and fills it with all that the lake holds; from then on each import fills it. */
export async function bindSlice(
  deps: Deps,
  actor: Actor,
  request: BindRequest,
): Promise<Result<{ readonly binding: Binding; readonly filled: Filled }, BindRefusal>> {
  requirePermission(actor, 'police-data:bind')
  const refusal = await whyNot(deps, request)
  if (refusal) return err(refusal)
  const { measureId, slice, area = '' } = request
  const bound = { boundAt: deps.now().toISOString(), boundBy: actor.name, endedAt: null }
  const binding: Binding = { id: deps.newId(), measureId, slice, area, ...bound }
  await deps.db.transaction(async (tx) => {
    await insertBinding(tx, binding)
    const detail = { measureId, area, slice: JSON.stringify(slice) }
    await deps.audit(tx, actor, { action: 'police-data.bind', subject: `police-data.binding:${binding.id}`, detail })
  })
  return ok({ binding, filled: await fillBinding(deps, actor, binding) })
}

async function whyNot(deps: Deps, { measureId, slice, area = '' }: BindRequest): Promise<BindRefusal | undefined> {
  const measure = found(await measureById(deps.db, measureId), 'There is no such measure')
  const problem = problemWithMeasure(measure)
  if (problem) return problem
  if (slice.forces.length === 0) return { code: 'no-force' }
  const other = (await activeBindings(deps.db)).find((each) => each.measureId === measureId && each.area === area)
  if (other) return { code: 'bound-already', binding: other }
  const tables = await activeTableBindings(deps.db)
  if (tables.some((each) => each.measureId === measureId && each.area === area)) return { code: 'filled-by-table' }
  const month = deps.today().slice(0, 7)
  const isRate = measure.unit === 'rate'
  return isRate && !(await residentsOf(deps.db, slice, month)) ? { code: 'no-population' } : undefined
}

/** Ends a binding. The figures that it brought stay. */
export async function unbindSlice(deps: Deps, actor: Actor, bindingId: string): Promise<void> {
  requirePermission(actor, 'police-data:bind')
  await deps.db.transaction(async (tx) => {
    const binding = found(await bindingById(tx, bindingId), 'There is no such binding')
    if (binding.endedAt !== null) return
    await endBindingRow(tx, bindingId, deps.now().toISOString())
    const detail = { measureId: binding.measureId }
    await deps.audit(tx, actor, { action: 'police-data.unbind', subject: `police-data.binding:${bindingId}`, detail })
  })
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
