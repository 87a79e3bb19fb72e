import { err, ok, type Result } from '#kernel/result.js'
import {
  type Binding,
  type BoundAlready,
  bindMeasure,
  boundAlreadyInWords,
  endBinding,
  type Filled,
} from '#modules/bindings/index.js'
import { type Measure, measureById } from '#modules/measures/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import {
  fitsUnit,
  problemWithTableMeasure,
  type TableBindRefusal,
  tableFrequency,
  tableRefusalInWords,
} from '../domain/table-binding.js'
import { type SliceFigure, seriesFrom } from '../domain/table-series.js'
import { adds, figuresOfKind, linesOf, type TableSlice } from '../domain/table-slice.js'
import { linesHeld, residentsIn } from './bound-lines.js'
import { fillTableBinding } from './fill-table-bindings.js'

/** Which lines of a table are to fill which measure, and under which area. */
export type TableBindRequest = {
  readonly measureId: string
  readonly slice: TableSlice
  /** The code that the figures stand under; the measure's own area when left out. */
  readonly area?: string
}

type Bound = { readonly binding: Binding<TableSlice>; readonly filled: Filled }

/** Binds lines of a table to a measure and fills it with all that is held; from then on each file fills it. */
export async function bindTable(
  deps: Deps,
  actor: Actor,
  request: TableBindRequest,
): Promise<Result<Bound, TableBindRefusal | BoundAlready>> {
  const { measureId, slice, area = '' } = request
  const previewed = await previewTable(deps, request)
  if (!previewed.ok) return previewed
  const bound = await bindMeasure(deps, actor, { source: 'national-tables', measureId, slice, area })
  if (!bound.ok) return bound
  return ok({ binding: bound.value, filled: await fillTableBinding(deps, actor, bound.value) })
}

/** Why a table is not bound, in words. */
export function unboundInWords(refusal: TableBindRefusal | BoundAlready): string {
  return refusal.code === 'bound-already' ? boundAlreadyInWords(refusal) : tableRefusalInWords(refusal)
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
export function unbindTable(deps: Deps, actor: Actor, bindingId: string): Promise<void> {
  return endBinding(deps, actor, 'national-tables', bindingId)
}
