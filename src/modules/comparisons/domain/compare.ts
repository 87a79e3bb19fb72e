import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { differenceOf, type Estimate, type Range, type Standing, standings } from './ranking.js'

/** How firm a figure is. */
export type Firmness = 'final' | 'provisional' | 'estimated'

/** The figure of one area, ready to be compared. */
export type AreaFigure = {
  readonly code: string
  readonly name: string
  readonly isOwn: boolean
  readonly period: string
  readonly knownOn: IsoDate
  readonly status: Firmness
  readonly value: number
  readonly numerator: number | null
  /** What it is a share or a rate of; for a survey, how many answered. */
  readonly base: number | null
  /** In 95 of 100 samples the truth lies here; null for a figure that knows no chance, such as a price. */
  readonly interval: Range | null
  /** The same at the level at which all areas' ranges hold at once. */
  readonly joint: Range
}

/** Which way is wanted, for the end from which places are counted. */
export type Wanted = 'up-is-good' | 'down-is-good' | 'neither'

/** What is to be compared. `rest` is the group without the own area, taken together; null where that has no meaning. */
export type CompareRequest = {
  readonly figures: readonly AreaFigure[]
  readonly wanted: Wanted
  readonly rest: Estimate | null
  /** Compares figures known on several days, or final with provisional ones, and says so. */
  readonly isMixingAllowed: boolean
}

/** One area in the comparison. */
export type RankedArea = AreaFigure & { readonly standing: Standing }

/** Why figures do not all speak of the same: it is said with the comparison, or refuses it. */
export type Mixture =
  | { readonly code: 'known-on-different-days'; readonly days: readonly IsoDate[] }
  | { readonly code: 'not-equally-firm'; readonly firmness: readonly Firmness[] }

/** Why nothing is compared. */
export type CompareRefusal =
  | { readonly code: 'own-figure-missing' }
  | { readonly code: 'too-few-areas' }
  | { readonly code: 'different-periods'; readonly periods: readonly string[] }
  | Mixture

/** Areas in their order, and where the own area stands. */
export type AreaComparison = {
  /** From which end places are counted. */
  readonly from: 'highest' | 'lowest'
  readonly areas: readonly RankedArea[]
  readonly own: RankedArea
  readonly rest: Estimate | null
  readonly difference: (Estimate & { readonly isSignificant: boolean }) | null
  readonly mixtures: readonly Mixture[]
  readonly knownOn: IsoDate
}

/**
 * Compares areas in one period. Never across periods; never figures known on different days, or final with provisional
 * ones, unless that is allowed and then said.
 */
export function compareAreas(request: CompareRequest): Result<AreaComparison, CompareRefusal> {
  const { figures, wanted, rest, isMixingAllowed } = request
  const refusal = refusalOf(figures)
  if (refusal) return err(refusal)
  const mixtures = mixturesOf(figures)
  const [first] = mixtures
  if (first && !isMixingAllowed) return err(first)
  const from = wanted === 'down-is-good' ? 'lowest' : 'highest'
  const places = standings(figures, from)
  const areas = figures
    .map((figure, index) => ({ ...figure, standing: places[index] ?? NOWHERE }))
    .toSorted((a, b) => a.standing.position - b.standing.position || BY_NAME.compare(a.name, b.name))
  const own = areas.find(({ isOwn }) => isOwn)
  if (!own) return err({ code: 'own-figure-missing' })
  const difference = rest && own.interval ? differenceOf({ estimate: own.value, ...own.interval }, rest) : null
  return ok({ from, areas, own, rest, difference, mixtures, knownOn: newest(figures) })
}

const NOWHERE: Standing = { position: 0, isShared: false, first: 0, last: 0, of: 0 }
const BY_NAME = new Intl.Collator('en-GB')

function refusalOf(figures: readonly AreaFigure[]): CompareRefusal | undefined {
  if (!figures.some(({ isOwn }) => isOwn)) return { code: 'own-figure-missing' }
  if (figures.length < 2) return { code: 'too-few-areas' }
  const periods = unique(figures.map(({ period }) => period))
  return periods.length > 1 ? { code: 'different-periods', periods } : undefined
}

function mixturesOf(figures: readonly AreaFigure[]): Mixture[] {
  const days = unique(figures.map(({ knownOn }) => knownOn))
  const firmness = unique(figures.map(({ status }) => status))
  return [
    ...(days.length > 1 ? [{ code: 'known-on-different-days', days } as const] : []),
    ...(firmness.length > 1 ? [{ code: 'not-equally-firm', firmness } as const] : []),
  ]
}

function newest(figures: readonly AreaFigure[]): IsoDate {
  return unique(figures.map(({ knownOn }) => knownOn)).at(-1) as IsoDate
}

function unique<T extends string>(values: readonly T[]): T[] {
  return [...new Set(values)].sort()
}
