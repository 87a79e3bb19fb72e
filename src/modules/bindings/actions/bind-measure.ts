import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bindingById, bindingOfMeasure } from '../data/bindings.queries.js'
import { endBindingRow, insertBinding } from '../data/bindings.store.js'
import type { Binding, BindingSource, BoundAlready } from '../domain/binding.js'

/** What is to fill which measure, and under which area; its own when that is ''. */
export type BindingDraft<Slice> = Pick<Binding<Slice>, 'source' | 'measureId' | 'slice' | 'area'>

/** Binds a source to a measure that nothing else fills for the area. The source has said that the two fit. */
export async function bindMeasure<Slice>(
  deps: Deps,
  actor: Actor,
  draft: BindingDraft<Slice>,
): Promise<Result<Binding<Slice>, BoundAlready>> {
  const { source, measureId, slice, area } = draft
  requirePermission(actor, `${source}:bind`)
  return deps.db.transaction(async (tx) => {
    const other = await bindingOfMeasure(tx, measureId, area)
    if (other) return err({ code: 'bound-already', binding: other })
    const bound = { boundAt: deps.now().toISOString(), boundBy: actor.name, endedAt: null }
    const binding: Binding<Slice> = { id: deps.newId(), ...draft, ...bound }
    await insertBinding(tx, binding)
    const detail = { measureId, area, slice: JSON.stringify(slice) }
    await deps.audit(tx, actor, { action: `${source}.bind`, subject: `${source}.binding:${binding.id}`, detail })
    return ok(binding)
  })
}

/** Ends a binding. The figures that it brought stay. */
export async function endBinding(deps: Deps, actor: Actor, source: BindingSource, id: string): Promise<void> {
  requirePermission(actor, `${source}:bind`)
  await deps.db.transaction(async (tx) => {
    const { endedAt, measureId } = found(await bindingById(tx, source, id), 'There is no such binding')
    if (endedAt !== null) return
    await endBindingRow(tx, id, deps.now().toISOString())
    await deps.audit(tx, actor, {
      ...{ action: `${source}.unbind`, subject: `${source}.binding:${id}`, detail: { measureId } },
    })
  })
}
