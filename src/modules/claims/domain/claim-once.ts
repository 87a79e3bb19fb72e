import type { Sentence } from './claim.js'

/** Works something out for a sentence once, however many checks ask. */
export function oncePerSentence<T>(work: (sentence: Sentence) => T): (sentence: Sentence) => T {
  const known = new WeakMap<Sentence, { value: T }>()
  return (sentence) => {
    const held = known.get(sentence)
    if (held) return held.value
    const value = work(sentence)
    known.set(sentence, { value })
    return value
  }
}
