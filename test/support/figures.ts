import { isoDate } from '#kernel/dates.js'
import {
  inFull,
  type LatestObservation,
  type Measure,
  type MeasureDraft,
  type Observation,
  type ObservationStatus,
  type PeriodRequest,
  parsePeriod,
  parsePeriodRequest,
  type SeriesPoint,
} from '#modules/measures/index.js'

/** A measure as the domain sees it, in no register. */
export function measureLike(about: Partial<Measure> = {}): Measure {
  const words = { definition: '', numerator: '', denominator: '', source: '', owner: '', geography: '', caveat: '' }
  const kind = { unit: 'count', polarity: 'neither', frequency: 'month', unitLabel: 'crimes' } as const
  const draft: MeasureDraft = { title: 'Crime', sourceUrl: null, isHeadline: false, ...words, ...kind, ...about }
  return { id: 'm', slug: 'm', publishedAt: null, version: 1, nodeIds: [], ...inFull(draft), ...about }
}

type Rest = Partial<Omit<Observation, 'period' | 'value'>>

/** One vintage of a figure, in no register. */
export function observationLike(code: string, value: number | null, rest: Rest = {}): Observation {
  const period = parsePeriod(code)
  if (!period.ok) throw new RangeError(code)
  const status: ObservationStatus = value === null ? 'missing' : 'final'
  const from = { measureId: 'm', importId: 'i', area: '', interval: null, numerator: null, denominator: null }
  const known = { knownOn: isoDate('2025-04-28'), recordedAt: '2025-04-28T09:00:00.000Z' }
  const note = value === null ? 'Not returned' : ''
  return { ...from, ...known, id: code, period: period.value, value, status, note, ...rest }
}

/** One figure in force, in no register. */
export function pointLike(code: string, value: number | null, rest: Rest = {}): LatestObservation & SeriesPoint {
  return { ...observationLike(code, value, rest), isRevised: false }
}

/** A period that is asked for; throws on a bad one. */
export function asked(words: string): PeriodRequest {
  const request = parsePeriodRequest(words)
  if (!request.ok) throw new RangeError(words)
  return request.value
}

/** The code of a month, counted from January 2020 on. */
export const monthCode = (index: number) =>
  `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`

/** Monthly counts from January 2020 on, or from another month after it. */
export const monthsLike = (values: readonly (number | null)[], first = 0) =>
  values.map((value, index) => pointLike(monthCode(first + index), value, { numerator: value }))

/** Monthly percentages from January 2020 on, each as a part of a whole. */
export const sharesLike = (bases: readonly (readonly [number, number])[]) =>
  bases.map(([numerator, denominator], index) =>
    pointLike(monthCode(index), (100 * numerator) / denominator, { numerator, denominator }),
  )
