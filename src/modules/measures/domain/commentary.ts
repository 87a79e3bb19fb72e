import type { Instant, IsoDate } from '#kernel/dates.js'
import { comparePeriods, type Period } from './period.js'

/** What was said of a measure's figures for a period, and what is done about it. */
export type Commentary = {
  readonly id: string
  readonly measureId: string
  readonly period: Period
  readonly narrative: string
  readonly response: string
  readonly knownOn: IsoDate
  readonly recordedAt: Instant
  readonly recordedBy: string
}

/** The newest commentary of a period, with the one of the period before it beside it. */
export type CommentaryPair = {
  readonly now: Commentary | undefined
  readonly before: Commentary | undefined
  /** The same words stand in both: text that was carried over is marked. */
  readonly isUnchanged: boolean
}

/** The commentary of a period and the last one before it. */
export function commentaryFor(all: readonly Commentary[], period: Period): CommentaryPair {
  const sorted = [...all].sort((a, b) => comparePeriods(a.period, b.period) || (a.recordedAt < b.recordedAt ? -1 : 1))
  const now = sorted.findLast((each) => each.period.code === period.code)
  const before = sorted.findLast((each) => comparePeriods(each.period, period) < 0)
  return { now, before, isUnchanged: now !== undefined && plain(now.narrative) === plain(before?.narrative ?? '') }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}
