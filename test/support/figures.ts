import { isoDate } from '#kernel/dates.js'
import {
  inFull,
  type LatestObservation,
  type Measure,
  type MeasureDraft,
  type Observation,
  type ObservationStatus,
  parsePeriod,
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
