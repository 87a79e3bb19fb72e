import { countInWords, plural, sentenceCount } from '#kernel/words.js'

/** What the parts of one level are called, one and many, inside a sentence. */
export type Noun = { readonly one: string; readonly many: string }

/** Used where the plan has no countable word of its own. */
const COMMITMENT: Noun = { one: 'commitment', many: 'commitments' }

/**
 * The plan's own word for what the public may follow ("objective"). A level called by a phrase that is the same for one
 * and many ("How we will achieve this") cannot be counted, nor can two levels at once: then it is "commitment".
 */
export function trackedNoun(levels: readonly { name: string; plural: string; isTracked: boolean }[]): Noun {
  const tracked = levels.filter((level) => level.isTracked)
  const [only] = tracked
  return tracked.length === 1 && only ? nounOf(only) : COMMITMENT
}

/** The plan's own word for the parts of a level, for counting. */
function nounOf(level: { readonly name: string; readonly plural: string }): Noun {
  if (level.name === level.plural) return COMMITMENT
  return { one: level.name.toLowerCase(), many: level.plural.toLowerCase() }
}

/** One state and how many have it, in the middle of a sentence: { words: 'on course', count: 7 }. */
export type Counted = { readonly words: string; readonly count: number }

/** "Five themes and 39 commitments: 29 on course, six behind." What is zero is not said. */
export function planSentence(themes: number, total: number, noun: Noun, counts: readonly Counted[]): string {
  const things = `${sentenceCount(themes, 'theme')} and ${countInWords(total)} ${plural(total, noun.one, noun.many)}`
  return withStates(things, total, counts)
}

/** "Nine commitments: seven on course, two not started." */
export function themeSentence(total: number, noun: Noun, counts: readonly Counted[]): string {
  return withStates(sentenceCount(total, noun.one, noun.many), total, counts)
}

function withStates(things: string, total: number, counts: readonly Counted[]): string {
  const present = counts.filter(({ count }) => count > 0)
  const [only] = present
  if (!only) return `${things}.`
  if (present.length > 1) return `${things}: ${present.map(stateWords).join(', ')}.`
  if (total === 1) return `${things}: ${only.words}.`
  return `${things}, ${total === 2 ? 'both' : 'all'} ${only.words}.`
}

function stateWords({ words, count }: Counted): string {
  return `${countInWords(count)} ${words}`
}
