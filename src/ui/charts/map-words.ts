import { formatNumber } from '../format.js'
import type { Outline } from './area-map-layout.js'

/** One area of a map: its name, its figure or why there is none, and where it leads. */
export type MapArea = {
  readonly code: string
  readonly name: string
  readonly outline: Outline
  /** Null where there is no figure, or where it is withheld. */
  readonly value: number | null
  readonly isWithheld?: boolean
  readonly href?: string | undefined
}

/** Why a figure is withheld, unless a map says it otherwise. */
export const WITHHELD = 'Not shown, so that nobody can be known'

/** What stands on the map itself. */
export function shortFigure({ value, isWithheld }: MapArea, format: (value: number) => string): string {
  if (value !== null) return format(value)
  return isWithheld ? 'not shown' : 'no figure'
}

/** The figure of one area, or why there is none. */
export function figureWords(area: MapArea, format: (value: number) => string, withheld: string): string {
  if (area.value !== null) return format(area.value)
  return area.isWithheld ? withheld.charAt(0).toLowerCase() + withheld.slice(1) : 'no figure'
}

type Told = {
  readonly areas: readonly MapArea[]
  readonly unitLabel: string
  readonly format: (value: number) => string
  readonly withheldWords?: string
}

/** What a map shows, in words: how many areas, the highest and the lowest, and what is not shown. */
export function mapInWords({ areas, unitLabel, format, withheldWords = WITHHELD }: Told): string {
  const known = areas.flatMap((area) => (area.value === null ? [] : [{ ...area, value: area.value }]))
  const sorted = known.toSorted((a, b) => b.value - a.value)
  const [highest, lowest] = [sorted[0], sorted.at(-1)]
  const withheld = areas.filter(({ value, isWithheld }) => value === null && isWithheld).length
  const unknown = areas.length - known.length - withheld
  const most = highest ? `Highest: ${highest.name}, ${format(highest.value)}.` : ''
  const least = lowest && lowest !== highest ? `Lowest: ${lowest.name}, ${format(lowest.value)}.` : ''
  return [
    `A map of ${formatNumber(areas.length)} areas: ${unitLabel}.`,
    ...[most, least],
    withheld > 0 ? `${withheldWords}: ${formatNumber(withheld)}.` : '',
    unknown > 0 ? `No figure: ${formatNumber(unknown)}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}
