import type { FoundPart } from './found.js'

/** How much of the words two wordings must share to be one part said twice (Jaccard index of their words). */
const ALIKE = 0.7
/** How much of the shorter wording the longer must hold, where one is the other with words added. */
const CONTAINED = 0.9
/** Shorter parts are too often the same by chance, as "Hate crime" among the measures of two themes. */
const WORDS_THAT_TELL = 4

/** The parts found so far, each once: what the document says again is a further place of the first. */
export class PartList {
  readonly #parts: FoundPart[] = []
  readonly #byWord = new Map<string, number[]>()

  /** Keeps a part, or its place if it was there; gives the part as it is kept. */
  add(part: FoundPart): FoundPart {
    const words = wordsOf(part.text)
    const at = this.#sameAs(part, words)
    const known = at === undefined ? undefined : this.#parts[at]
    if (at !== undefined && known) {
      const isHere = [known.span, ...known.also].some(({ start }) => start === part.span.start)
      const both = isHere ? known : { ...known, also: [...known.also, part.span] }
      this.#parts[at] = both
      return both
    }
    for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), this.#parts.length])
    this.#parts.push(part)
    return part
  }

  all(): readonly FoundPart[] {
    return this.#parts
  }

  #sameAs(part: FoundPart, words: ReadonlySet<string>): number | undefined {
    const shared = new Map<number, number>()
    for (const word of words) for (const at of this.#byWord.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    return [...shared].find(([at, count]) => isSame(this.#parts[at], part, count))?.[0]
  }
}

function isSame(kept: FoundPart | undefined, part: FoundPart, shared: number): boolean {
  if (!kept || kept.kind !== part.kind) return false
  const [mine, theirs] = [wordsOf(part.text).size, wordsOf(kept.text).size]
  const tells = Math.min(mine, theirs) >= WORDS_THAT_TELL && part.kind !== 'measure'
  if (part.kind !== 'theme' && !tells && letters(kept.theme ?? '') !== letters(part.theme ?? '')) return false
  if (letters(kept.text) === letters(part.text)) return true
  const isInside = Math.min(mine, theirs) >= 6 && shared / Math.min(mine, theirs) >= CONTAINED
  return tells && (isInside || shared / (mine + theirs - shared) >= ALIKE)
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])
