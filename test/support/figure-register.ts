import { readFileSync } from 'node:fs'
import type { IsoDate } from '#kernel/dates.js'
import type { RegisterMeasure } from '../../src/modules/figure-check/domain/register-measure.js'

type Figure = { year: string; value: number; knownOn: IsoDate }
type Register = {
  places: string[]
  measures: { title: string; unit: RegisterMeasure['unit']; addsUp: boolean; figures: Figure[] }[]
}

/** A small register of the evaluation set: measures by financial year, each figure with the day on which it was known. */
export function registerFrom(file: string): RegisterMeasure[] {
  const { places, measures }: Register = JSON.parse(readFileSync(file, 'utf8'))
  return measures.map(({ title, unit, addsUp, figures }) => ({
    ...{ title, unit, places, addsUp, ratioPer: null },
    points: [...Map.groupBy(figures, ({ year }) => year)].map(([year, vintages]) => pointOf(year, vintages)),
  }))
}

/** "2023/24" is April 2023 to March 2024; months count from year nought. */
function pointOf(year: string, figures: readonly Figure[]): RegisterMeasure['points'][number] {
  const from = Number(year.slice(0, 4)) * 12 + 3
  const vintages = figures
    .toSorted((one, two) => one.knownOn.localeCompare(two.knownOn))
    .map(({ knownOn, value }) => ({ knownOn, value, numerator: null, denominator: null }))
  return { from, until: from + 11, label: year, vintages }
}
