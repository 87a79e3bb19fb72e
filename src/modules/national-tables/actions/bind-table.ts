import { err, ok, type Result } from '#kernel/result.js'
import { type Measure, measureById } from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { activeTableBindings, tableBindingById } from '../data/bindings.queries.js'
import { endTableBindingRow, insertTableBinding } from '../data/bindings.store.js'
import {
  fitsUnit,
  problemWithTableMeasure,
  type TableBinding,
  type TableBindRefusal,
  tableFrequency,
} from '../domain/table-binding.js'
import { type SliceFigure, seriesFrom } from '../domain/table-series.js'
import { adds, figuresOfKind, linesOf, type TableSlice } from '../domain/table-slice.js'
import { linesHeld, residentsIn } from './bound-lines.js'
import { fillTableBinding, type TableFilled } from './fill-table-bindings.js'

/** Which lines of a table are to fill which measure, and under which area. */
export type TableBindRequest = {
  readonly measureId: string
  readonly slice: TableSlice
  /** The code that the figures stand under; the measure's own area when left out. */
  readonly area?: string
}

/** Binds lines of a table to a measure and fills it with all that is held; from then on each file fills it. */
export async function bindTable(
  deps: Deps,
  actor: Actor,
  request: TableBindRequest,
): Promise<Result<{ readonly binding: TableBinding; readonly filled: TableFilled }, TableBindRefusal>> {
  requirePermission(actor, 'national-tables:bind')
  const { measureId, slice, area = '' } = request
  const previewed = await previewTable(deps, request)
  if (!previewed.ok) return previewed
  const others = await activeTableBindings(deps.db)
  if (others.some((each) => each.measureId === measureId && each.area === area)) return err({ code: 'bound-already' })
  const bound = { boundAt: deps.now().toISOString(), boundBy: actor.name, endedAt: null }
  const binding: TableBinding = { id: deps.newId(), measureId, slice, area, ...bound }
  await deps.db.transaction(async (tx) => {
    await insertTableBinding(tx, binding)
    const detail = { measureId, area, slice: JSON.stringify(slice) }
    const subject = `national-tables.binding:${binding.id}`
    await deps.audit(tx, actor, { action: 'national-tables.bind', subject, detail })
  })
  return ok({ binding, filled: await fillTableBinding(deps, actor, binding) })
}

/** The figures that lines of a table would bring, as the table has them now. */
export async function previewTable(
  { db, today }: Pick<Deps, 'db' | 'today'>,
  { measureId, slice }: TableBindRequest,
): Promise<Result<readonly SliceFigure[], TableBindRefusal>> {
  const measure = found(await measureById(db, measureId), 'There is no such measure')
  const known = figuresOfKind(slice.kind)
  const problem = problemWithTableMeasure(measure)
  if (problem) return err(problem)
  if (!known.includes(slice.figure)) return err({ code: 'figure', known })
  if (!fitsUnit(slice.figure, measure.unit)) return err({ code: 'unit' })
  if (measure.unit === 'rate' && adds(slice.figure) && !(await residentsIn(db, slice, Number(today().slice(0, 4)))))
    return err({ code: 'no-population' })
  return seriesHeld(db, slice, measure)
}

async function seriesHeld(
  db: Deps['db'],
  slice: TableSlice,
  measure: Measure,
): Promise<Result<readonly SliceFigure[], TableBindRefusal>> {
  const lines = await linesHeld(db, slice)
  const frequency = tableFrequency(measure)
  if (lines.length === 0 || !frequency) return ok([])
  if (linesOf(lines, slice).length === 0) return err({ code: 'no-line', labels: lines })
  const { figures, several } = seriesFrom(lines, slice, frequency)
  if (several.length > 0) return err({ code: 'several', lines: several })
  return figures.length > 0 ? ok(figures) : err({ code: 'no-period' })
}

/** Ends a binding. The figures that it brought stay. */
export async function unbindTable(deps: Deps, actor: Actor, bindingId: string): Promise<void> {
  requirePermission(actor, 'national-tables:bind')
  await deps.db.transaction(async (tx) => {
    const binding = found(await tableBindingById(tx, bindingId), 'There is no such binding')
    if (binding.endedAt !== null) return
    await endTableBindingRow(tx, bindingId, deps.now().toISOString())
    const [detail, subject] = [{ measureId: binding.measureId }, `national-tables.binding:${bindingId}`]
    await deps.audit(tx, actor, { action: 'national-tables.unbind', subject, detail })
  })
}
