import { type Interval, rateInterval } from '#modules/statistics/index.js'

/** Crimes are told for each so many people. */
export const PER = 1000

/** The people that a rate is reckoned over, in which year, and where that number comes from. */
export type People = { readonly people: number; readonly year: number; readonly source: string }

/** Crimes of a span for each 1,000 people, with where it may lie by chance; null without a count or people. */
export function ratePer(count: number | null, people: People | null): Interval | null {
  if (count === null || !people || people.people <= 0) return null
  return rateInterval(count, people.people / PER) ?? null
}

/** "People: mid-2020 estimate of residents, Office for National Statistics". Several years are all named. */
export function peopleInWords(all: readonly (People | null)[]): string {
  const known = all.filter((each): each is People => each !== null)
  const years = [...new Set(known.map(({ year }) => year))].sort()
  const sources = [...new Set(known.map(({ source }) => source))]
  if (known.length === 0) return ''
  return `Rates are for each 1,000 residents, by the estimate of mid-${years.join(' and mid-')} (${sources.join('; ')}).`
}
