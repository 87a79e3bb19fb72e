import type { Instant } from '#kernel/dates.js'
import type { PlanContent } from './content.js'

/** One published form of a plan. Never changed, never removed. */
export type PlanVersion = {
  readonly id: string
  readonly planId: string
  /** 1, 2, 3 … within its plan. */
  readonly number: number
  /** What the office says of it: why it was made. */
  readonly note: string
  /** SHA-256, in hexadecimal, of the canonical JSON of the content. */
  readonly sha256: string
  readonly publishedAt: Instant
  /** The account that published it. */
  readonly publishedBy: string
  readonly content: PlanContent
}

/** The number of a version as a person writes it: 1, 2, 3 …; undefined for anything else. */
export function versionNumberIn(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}

/** A plan as the public may read it: its newest version. */
export type PublishedPlan = {
  readonly planId: string
  readonly slug: string
  /** The number of the newest version. */
  readonly latest: number
  readonly content: PlanContent
  readonly publishedAt: Instant
  readonly sha256: string
}
