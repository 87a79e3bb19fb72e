import type { Instant, IsoDate } from '#kernel/dates.js'
import type { Measure, MeasureDescription } from './measure.js'

/** One wording of a measure, numbered from 1. The newest is in force. */
export type Definition = {
  readonly id: string
  readonly measureId: string
  readonly number: number
  readonly description: MeasureDescription
  readonly reason: string
  /** Figures before and after are not of the same thing: the series breaks. */
  readonly changesMeaning: boolean
  /** Null for the wording that stood before wordings were numbered. */
  readonly knownOn: IsoDate | null
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** The fields that a wording and the next one differ in. */
export function changedFields(before: MeasureDescription, after: MeasureDescription): (keyof MeasureDescription)[] {
  const names = Object.keys(after) as (keyof MeasureDescription)[]
  return names.filter((name) => before[name] !== after[name])
}

/** What a measure says of itself, without its place in the register. */
export function descriptionOf(measure: Measure): MeasureDescription {
  const { id: _id, slug: _slug, publishedAt: _publishedAt, version: _version, nodeIds: _nodeIds, ...wording } = measure
  return wording
}
