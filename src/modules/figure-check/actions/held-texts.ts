import type { CheckedText } from '../domain/checked-text.js'

/** How long a checked document can be looked at without being kept, in milliseconds. */
const HELD_FOR = 2 * 60 * 60 * 1000
const MOST_HELD = 30
const MOST_CHARACTERS = 40_000_000

type Held = { readonly text: CheckedText; readonly by: string; readonly until: number }

/** Documents that were checked and not kept: in this process's memory only, each for whoever gave it. */
const held = new Map<string, Held>()

/** Holds a document for a while; the oldest make room. */
export function hold(text: CheckedText, by: string, now: Date): void {
  dropOld(now)
  held.set(text.id, { text, by, until: now.getTime() + HELD_FOR })
  while (held.size > 1 && (held.size > MOST_HELD || charactersHeld() > MOST_CHARACTERS)) {
    held.delete(held.keys().next().value ?? '')
  }
}

/** The document, if it is still held and this person gave it. */
export function heldText(id: string, by: string, now: Date): CheckedText | undefined {
  dropOld(now)
  const found = held.get(id)
  return found?.by === by ? found.text : undefined
}

/** Lets a document go, as when it is kept in the register instead. */
export function letGo(id: string): void {
  held.delete(id)
}

function dropOld(now: Date): void {
  for (const [id, { until }] of held) if (until <= now.getTime()) held.delete(id)
}

function charactersHeld(): number {
  return [...held.values()].reduce((sum, { text }) => sum + text.checked.document.text.length, 0)
}
