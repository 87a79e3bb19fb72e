import type { IsoDate } from '#kernel/dates.js'
import { isPlaceKind, type PlaceKind, type TableKind } from './table-kind.js'

/** Lines of a table of forces: of one force, and of those that the labels name. */
export type TableSlice = {
  readonly kind: Exclude<TableKind, PlaceKind>
  /** The official code of the force's area. */
  readonly force: string
  /** Which number of a line: `offences`, `fte`, `bandD`. */
  readonly figure: string
  /** What labels must say, by their names: `offence` is "Burglary". Upper and lower case are one. */
  readonly where: Readonly<Record<string, string>>
}

/** A line as far as choosing needs it. */
export type SliceLine = {
  readonly from: IsoDate
  readonly until: IsoDate
  readonly labels: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, number | null>>
}

const COUNTED = { adds: true, money: false }
const MEASURED = { adds: false, money: false }

/** What a number of a line is: whether those of several lines may be added, and whether it is pounds. */
const FIGURES: Readonly<Record<string, { readonly adds: boolean; readonly money: boolean }>> = {
  offences: COUNTED,
  ofCrimesRecorded: COUNTED,
  recorded: COUNTED,
  headcount: COUNTED,
  fte: COUNTED,
  requirement: { adds: true, money: true },
  bandD: { adds: false, money: true },
  base: MEASURED,
  score: MEASURED,
  rate: MEASURED,
}

/** The numbers that lines of each kind have; the first is meant where none is named. */
const FIGURES_OF: Readonly<Record<TableSlice['kind'], readonly string[]>> = {
  'recorded-crime': ['offences'],
  'recorded-crime-open-data': ['offences'],
  'recorded-crime-totals': ['offences'],
  outcomes: ['ofCrimesRecorded', 'recorded'],
  workforce: ['fte', 'headcount'],
  'workforce-summary': ['fte', 'headcount'],
  'council-tax': ['bandD', 'requirement', 'base'],
  severity: ['score', 'offences', 'rate'],
}

/** The numbers that a measure can be filled with from a kind of table. */
export function figuresOfKind(kind: TableSlice['kind']): readonly string[] {
  return FIGURES_OF[kind]
}

/** The kinds of table that can fill a measure: those of forces. */
export const FORCE_KINDS = Object.keys(FIGURES_OF).filter(isForceKind)

/** Whether a text names a kind of table of forces. */
export function isForceKind(kind: string): kind is TableSlice['kind'] {
  return Object.hasOwn(FIGURES_OF, kind) && !isPlaceKind(kind as TableKind)
}

/** Whether a number of several lines may be added up. */
export function adds(figure: string): boolean {
  return FIGURES[figure]?.adds ?? false
}

/** Whether a number is pounds. */
export function isMoney(figure: string): boolean {
  return FIGURES[figure]?.money ?? false
}

/** Fraud is left out of crime: most of it is recorded nationally, by Action Fraud, and no longer by forces. */
export function isFraud({ group = '', offence = '' }: SliceLine['labels']): boolean {
  return [group, offence].some((text) => /^fraud|action fraud|cifas|uk finance/i.test(text))
}

/** Whether a label names all of what its column tells apart. */
export function isTotal(text = ''): boolean {
  return /^(total|all offences|all crime)\b/i.test(text)
}

/**
 * The lines that a slice means. Of a label that it does not name, a line for the total stands for its parts; fraud and
 * the lines of partnerships are left out unless they are named; of a precept's two tellings that of its own year counts.
 */
export function linesOf<L extends SliceLine>(
  lines: readonly L[],
  { kind, where }: Omit<TableSlice, 'figure' | 'force'>,
): L[] {
  const asked = Object.entries(where)
  const says = ({ labels }: L) => asked.every(([key, text]) => labels[key]?.toLowerCase() === text.toLowerCase())
  const isNamed = (key: string) => where[key] !== undefined
  const namesOffence = ['offence', 'group', 'subgroup', 'offenceCode'].some(isNamed)
  const named = lines
    .filter(says)
    .filter(({ labels }) => isNamed('csp') || labels.csp === undefined)
    .filter(({ labels }) => namesOffence || !isFraud(labels))
  if (kind === 'council-tax') return asSetThatYear(named)
  const keys = new Set(named.flatMap(({ labels }) => Object.keys(labels)))
  return [...keys].filter((key) => !isNamed(key)).reduce(totalsFor, named)
}

function totalsFor<L extends SliceLine>(lines: L[], key: string): L[] {
  const withTotal = new Set(
    lines.filter(({ labels }) => isTotal(labels[key])).map(({ from, until }) => `${from} ${until}`),
  )
  return lines.filter(({ from, until, labels }) => !withTotal.has(`${from} ${until}`) || isTotal(labels[key]))
}

/** Each year once: as set that year, else as given a year later. */
export function asSetThatYear<L extends SliceLine>(lines: readonly L[]): L[] {
  const set = new Set(lines.filter(({ labels }) => labels.as === 'set that year').map(({ until }) => until))
  return lines.filter(({ labels, until }) => labels.as === 'set that year' || !set.has(until))
}

/** The labels by which lines of one period still differ, with what they say: one of them must be named. */
export function labelsThatDiffer(lines: readonly SliceLine[]): ReadonlyMap<string, readonly string[]> {
  const keys = new Set(lines.flatMap(({ labels }) => Object.keys(labels)))
  const said = [...keys].map(
    (key) => [key, [...new Set(lines.flatMap(({ labels }) => labels[key] ?? []))].sort()] as const,
  )
  return new Map(said.filter(([, texts]) => texts.length > 1))
}
