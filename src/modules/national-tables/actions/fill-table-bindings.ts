import type { Json } from '#kernel/canonical-json.js'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { formatNumber } from '#kernel/words.js'
import {
  knownFingerprints,
  type Measure,
  measureById,
  type NewFigure,
  parsePeriod,
  takeInVintage,
} from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { activeTableBindings } from '../data/bindings.queries.js'
import { type TableBinding, tableFrequency } from '../domain/table-binding.js'
import type { TableFile } from '../domain/table-file.js'
import { TABLE_KINDS } from '../domain/table-kind.js'
import type { SliceFigure } from '../domain/table-series.js'
import { adds } from '../domain/table-slice.js'
import { residentsIn, seriesByFile } from './bound-lines.js'

/** What filling one measure from a table did. `problem` says in words why it was not filled; empty when it was. */
export type TableFilled = {
  readonly bindingId: string
  readonly measureId: string
  /** The measure's slug. */
  readonly measure: string
  readonly added: number
  readonly revised: number
  /** The files that brought something. */
  readonly files: readonly string[]
  readonly problem: string
}

/** Fills every measure that a table of this kind is bound to; of every kind where none is named. */
export async function fillTableBindings(deps: Deps, actor: Actor, kind?: string): Promise<TableFilled[]> {
  requirePermission(actor, 'national-tables:bind')
  const bindings = (await activeTableBindings(deps.db)).filter(({ slice }) => kind === undefined || slice.kind === kind)
  const filled: TableFilled[] = []
  for (const binding of bindings) filled.push(await fillTableBinding(deps, actor, binding))
  return filled
}

/**
 * Fills one measure from every file taken in until now, the first first. Each file is a vintage of its own, known from
 * the day on which it was taken in; what is known already changes nothing.
 */
export async function fillTableBinding(deps: Deps, actor: Actor, binding: TableBinding): Promise<TableFilled> {
  const { id: bindingId, measureId, slice, area } = binding
  const measure = await measureById(deps.db, measureId)
  const frequency = measure && tableFrequency(measure)
  const nothing = { bindingId, measureId, added: 0, revised: 0, files: [] }
  if (!measure || !frequency) return { ...nothing, measure: measureId, problem: 'There is no such measure any more' }
  const known = await knownFingerprints(deps.db)
  let filled: TableFilled = { ...nothing, measure: measure.slug, problem: '' }
  for (const { file, series } of await seriesByFile(deps.db, slice, frequency)) {
    const vintage = {
      ...{ fileName: file.name, knownOn: isoDate(file.importedAt.slice(0, 10)), source: sourceOf(file) },
      figures: await figuresOf(deps, { binding, measure }, series.figures),
      about: { slice, area, file: file.sha256 } as unknown as Json,
    }
    const { added, revised, problem } = await takeInVintage(deps, actor, vintage, known)
    const files = added + revised > 0 ? [...filled.files, file.name] : filled.files
    filled = { ...filled, added: filled.added + added, revised: filled.revised + revised, files, problem }
    if (problem !== '') return filled
  }
  return filled
}

type Filling = { readonly binding: TableBinding; readonly measure: Measure }

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
