import type { Instant } from '#kernel/dates.js'

/** How far the words of a section are. Signed off means that someone stands for them as they are. */
export const SECTION_STATES = ['draft', 'ready', 'signed-off'] as const
export type SectionState = (typeof SECTION_STATES)[number]

/** Each state in the office’s words. */
export const STATE_WORDS: Readonly<Record<SectionState, string>> = {
  draft: 'Draft',
  ready: 'Ready to be signed off',
  'signed-off': 'Signed off',
}

/** No section is longer than so many letters. */
export const LONGEST_TEXT = 20_000

/** One text of a section as it was saved. Who and when are null for texts from before the history was kept. */
export type SectionText = {
  /** 1, 2, 3 … within its section. */
  readonly number: number
  /** Markdown; empty where the words were taken away. */
  readonly text: string
  readonly writtenAt: Instant | null
  readonly writtenBy: string | null
}

/** What is known of the work on one section: who writes it, and how far it is. */
export type SectionWork = {
  readonly section: string
  /** The account that writes it; null while it is nobody’s. */
  readonly ownerId: string | null
  readonly state: SectionState
  readonly stateAt: Instant | null
  readonly stateBy: string | null
}

/** A remark on a section, until it is settled. */
export type SectionComment = {
  readonly id: string
  readonly section: string
  readonly text: string
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly settledAt: Instant | null
  readonly settledBy: string | null
}

/** A section that nobody has said anything of. */
export const untouched = (section: string): SectionWork => ({
  section,
  ownerId: null,
  state: 'draft',
  stateAt: null,
  stateBy: null,
})

/** The version that a form is given of a section’s words: 1 before anything was written. */
export const textVersion = (texts: readonly SectionText[]): number => (texts.at(-1)?.number ?? 0) + 1

/** Words as they are compared from one report to the next: line ends and spaces do not count. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether words were carried over unchanged. Nothing is not carried over. */
export function isCarriedOver(now: string, before: string): boolean {
  return plain(now) !== '' && plain(now) === plain(before)
}
