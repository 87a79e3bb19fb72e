import type { Json } from '#kernel/canonical-json.js'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { formatNumber } from '#kernel/words.js'
import { activeBindings, type Binding, type Filled, fillMeasure } from '#modules/bindings/index.js'
import { type Measure, type NewFigure, parsePeriod } from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { tableFrequency, tableRefusalInWords } from '../domain/table-binding.js'
import type { TableFile } from '../domain/table-file.js'
import { TABLE_KINDS } from '../domain/table-kind.js'
import type { SliceFigure } from '../domain/table-series.js'
import { adds, type TableSlice } from '../domain/table-slice.js'
import { residentsIn, seriesByFile } from './bound-lines.js'

/** The lines of tables that fill measures now. */
export function boundLines(db: Db): Promise<Binding<TableSlice>[]> {
  return activeBindings<TableSlice>(db, 'national-tables')
}

/** Fills every measure that a table of this kind is bound to; of every kind where none is named. */
export async function fillTableBindings(deps: Deps, actor: Actor, kind?: string): Promise<Filled[]> {
  requirePermission(actor, 'national-tables:bind')
  const filled: Filled[] = []
  for (const binding of await boundLines(deps.db))
    if (kind === undefined || binding.slice.kind === kind) filled.push(await fillTableBinding(deps, actor, binding))
  return filled
}

/**
 * Fills one measure from every file taken in until now, the first first. Each file is a vintage of its own, known from
 * the day on which it was taken in.
 */
export function fillTableBinding(deps: Deps, actor: Actor, binding: Binding<TableSlice>): Promise<Filled> {
  const { slice, area } = binding
  return fillMeasure(deps, actor, binding, async function* (measure) {
    const frequency = tableFrequency(measure)
    if (!frequency) return yield { problem: tableRefusalInWords({ code: 'frequency' }) }
    for (const { file, series } of await seriesByFile(deps.db, slice, frequency)) {
      yield {
        ...{
          by: file.name,
          fileName: file.name,
          knownOn: isoDate(file.importedAt.slice(0, 10)),
          source: sourceOf(file),
        },
        figures: await figuresOf(deps, { binding, measure }, series.figures),
        about: { slice, area, file: file.sha256 } as unknown as Json,
      }
    }
  })
}

type Filling = { readonly binding: Binding<TableSlice>; readonly measure: Measure }

/** Figures of periods that have ended; one that the table marks as missing is left out. */
async function figuresOf(deps: Deps, filling: Filling, series: readonly SliceFigure[]): Promise<NewFigure[]> {
  const figures: NewFigure[] = []
  for (const { period: code, until, value } of series) {
    const period = parsePeriod(code)
    if (value === null || !period.ok || until > deps.today()) continue
    const numbers = await numbersOf(deps, filling, { value, until })
    if (!numbers) continue
    const { measure, binding } = filling
    const stand = { measureId: measure.id, area: binding.area, period: period.value }
    figures.push({ ...stand, ...numbers, status: 'final', interval: null })
  }
  return figures
}

type Numbers = Pick<NewFigure, 'numerator' | 'denominator' | 'value' | 'note'>

/** A count is divided by residents where the measure is a rate; all else stands as the table says it. */
async function numbersOf(
  { db }: Deps,
  { binding: { slice }, measure }: Filling,
  { value, until }: { readonly value: number; readonly until: IsoDate },
): Promise<Numbers | undefined> {
  const alone = { numerator: null, denominator: null, note: '' }
  if (measure.unit === 'pounds') return { ...alone, value: Math.round(value * 100) / 100 }
  if (measure.unit === 'count') return { ...alone, numerator: value, value: null }
  if (!adds(slice.figure)) return { ...alone, value }
  const residents = await residentsIn(db, slice, Number(until.slice(0, 4)))
  if (!residents) return undefined
  const note = `Residents: ${formatNumber(residents.people)} in ${residents.year}, ${residents.source}`
  return { numerator: value, denominator: residents.people, value: null, note }
}

function sourceOf({ kind, name, publisher, licence, attribution, sha256 }: TableFile) {
  return {
    ...{ title: TABLE_KINDS[kind].title, publisher, licence, attribution, url: null, reason: '' },
    files: [{ name, sha256 }],
  }
}
