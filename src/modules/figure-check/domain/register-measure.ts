import type { IsoDate } from '#kernel/dates.js'

/** What a figure was known to be from a day on. */
export type RegisterVintage = {
  readonly knownOn: IsoDate
  readonly value: number
  readonly numerator: number | null
  readonly denominator: number | null
}

/** A period of a measure. Months count from year nought, as in the periods of texts. Earliest known vintage first. */
export type RegisterPoint = {
  readonly from: number
  readonly until: number
  /** As the office writes it: "September 2017". */
  readonly label: string
  readonly vintages: readonly RegisterVintage[]
}

/** A measure of the office's own register, with all that was ever known of its figures. */
export type RegisterMeasure = {
  readonly title: string
  readonly unit: 'count' | 'percentage' | 'rate' | 'pounds' | 'duration'
  /** Words that may stand in a text without naming another place: the measure's geography, the office's own name. */
  readonly places: readonly string[]
  /** Whether figures of months add up to those of longer periods. */
  readonly addsUp: boolean
  /** Whether shares of months pool as totals over totals; then what they are for each of (100 for percentages). */
  readonly ratioPer: number | null
  readonly points: readonly RegisterPoint[]
}

/** A figure of the register for a period, as known on a day. */
export type RegisterFigure = { readonly value: number; readonly knownOn: IsoDate; readonly isNewest: boolean }

/** The figure of a period: its own, or made of the months in it when all are there. */
export function registerFigure(
  measure: RegisterMeasure,
  period: { readonly from: number; readonly until: number },
  asKnownOn: IsoDate | undefined,
): RegisterFigure | undefined {
  const own = measure.points.find(({ from, until }) => from === period.from && until === period.until)
  if (own) return chosen(own.vintages, asKnownOn)
  const months = measure.points.filter(
    ({ from, until }) => from === until && from >= period.from && until <= period.until,
  )
  if (months.length !== period.until - period.from + 1 || months.length < 2) return undefined
  const vintages = months.flatMap(({ vintages: each }) => choice(each, asKnownOn) ?? [])
  if (vintages.length !== months.length) return undefined
  const value = pooled(measure, vintages)
  const knownOn = vintages
    .map((vintage) => vintage.knownOn)
    .toSorted()
    .at(-1)
  const isNewest = months.every(({ vintages: each }, at) => each.at(-1) === vintages[at])
  return value === undefined || knownOn === undefined ? undefined : { value, knownOn, isNewest }
}

function pooled({ addsUp, ratioPer }: RegisterMeasure, vintages: readonly RegisterVintage[]): number | undefined {
  const total = (numbers: readonly (number | null)[]) => numbers.reduce<number>((sum, each) => sum + (each ?? 0), 0)
  if (addsUp) return total(vintages.map(({ value }) => value))
  if (ratioPer === null || vintages.some(({ numerator, denominator }) => numerator === null || !denominator)) {
    return undefined
  }
  const [top, bottom] = [vintages.map((each) => each.numerator), vintages.map((each) => each.denominator)]
  return (total(top) / total(bottom)) * ratioPer
}

function chosen(vintages: readonly RegisterVintage[], asKnownOn: IsoDate | undefined): RegisterFigure | undefined {
  const vintage = choice(vintages, asKnownOn)
  return vintage && { value: vintage.value, knownOn: vintage.knownOn, isNewest: vintage === vintages.at(-1) }
}

/** The vintage known on the day; the first of all when none was known yet (the register was filled later). */
function choice(vintages: readonly RegisterVintage[], asKnownOn: IsoDate | undefined): RegisterVintage | undefined {
  if (asKnownOn === undefined) return vintages.at(-1)
  return vintages.findLast(({ knownOn }) => knownOn <= asKnownOn) ?? vintages[0]
}
