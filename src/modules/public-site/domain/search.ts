/** Something published that can be found: what it is, what it says, and its address. */
export type Findable = {
  readonly href: string
  /** What it is, in the reader's words: "Theme", "Measure", "Action". */
  readonly kind: string
  readonly title: string
  readonly text: string
  /** Where it stands: the plan and theme, or the source. */
  readonly place: string
  /** More than 1 for what people ask for first. */
  readonly weight?: number
}

/** One thing found: how well it answers, and the words round the first match. */
export type Found = { readonly item: Findable; readonly score: number; readonly snippet: string }

/** What a search gives. `isPartial` when nothing held every word, so that things with some of them are shown. */
export type SearchResult = {
  readonly words: readonly string[]
  readonly found: readonly Found[]
  readonly isPartial: boolean
}

/** Words that say nothing about what is sought; left out unless they are all that was typed. */
const EMPTY_WORDS = new Set(
  (
    'a about an and any are as at be been being by can could did do does doing done for from get getting go going had ' +
    'has have how i if in into is it its last latest many me month more most much my now number of on or our over pay ' +
    'than that the their them there they this to up us was we were what when where which who why will with would year ' +
    'you your'
  ).split(' '),
)

const MOST_WORDS = 10
const SNIPPET_LENGTH = 220
const LEAST_SHARE = 0.15
const WEIGHTS = { titleWord: 10, titleStart: 7, textWord: 3, textStart: 2 }

/** The words of a text as they are compared: accents, case and plural endings do not matter. */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem)
}

/** Everyday words for what plans and returns call otherwise. */
const SAME: Readonly<Record<string, string>> = {
  asb: 'behaviour',
  bike: 'bicycle',
  countryside: 'rural',
  cop: 'officer',
  death: 'kill',
  fraud: 'cyber',
  rural: 'countryside',
}

/** "burglaries" and "burglary", "crimes" and "crime", "speeding" and "speed" are one word to a searcher. */
function stem(word: string): string {
  if (word.length > 6 && word.endsWith('ing')) return word.slice(0, -3)
  if (word.length > 5 && word.endsWith('ed')) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

/** The words that a question really asks about, at most ten, each once. */
export function soughtWords(query: string): string[] {
  const all = [...new Set(wordsOf(query))]
  const telling = all.filter((word) => !EMPTY_WORDS.has(word))
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS)
}

/**
 * Finds what was asked for among what is published, best first. A word of the title counts for more than one of the
 * text, a whole word for more than the start of one, a rare word for more than one that stands everywhere; and what
 * holds more of the words comes before what holds fewer.
 */
export function search(items: readonly Findable[], query: string): SearchResult {
  const words = soughtWords(query)
  const scored = items.map(indexed).map((entry) => ({ entry, byWord: words.map((word) => wordScore(entry, word)) }))
  const rarity = words.map((_, index) => {
    const holders = scored.filter(({ byWord }) => (byWord[index] ?? 0) > 0).length
    return Math.log(1 + items.length / (1 + holders))
  })
  const hits = scored.filter(({ byWord }) => byWord.some((score) => score > 0))
  const found = hits.map(({ entry, byWord }) => ({
    item: entry.item,
    score: ((entry.item.weight ?? 1) * total(byWord, rarity)) / lengthPenalty(entry.title.size),
    snippet: snippetOf(entry.item.text, words),
  }))
  found.sort(
    (a, b) => b.score - a.score || compareText(a.item.title, b.item.title) || compareText(a.item.href, b.item.href),
  )
  const isPartial = hits.length > 0 && !hits.some(({ byWord }) => byWord.every((score) => score > 0))
  return { words, found: worthShowing(found), isPartial }
}

function total(byWord: readonly number[], rarity: readonly number[]): number {
  const covered = byWord.filter((score) => score > 0).length / byWord.length
  return covered ** 2 * byWord.reduce((sum, score, index) => sum + score * (rarity[index] ?? 1), 0)
}

/** What answers far worse than the best only hides it. */
function worthShowing(found: readonly Found[]): Found[] {
  const best = found[0]?.score ?? 0
  return found.filter(({ score }) => score >= best * LEAST_SHARE)
}

function indexed(item: Findable): Indexed {
  const known = INDEX.get(item)
  if (known) return known
  const text = wordsOf(item.text)
  const entry = { item, title: new Set(wordsOf(item.title)), text: new Set(text), length: text.length }
  INDEX.set(item, entry)
  return entry
}

/** The words of each thing that can be found, taken apart once for as long as the thing is held. */
const INDEX = new WeakMap<Findable, Indexed>()

/** A short title that holds the word is more about it than a long one. */
function lengthPenalty(titleWords: number): number {
  return 1 + titleWords / 20
}

type Indexed = {
  readonly item: Findable
  readonly title: ReadonlySet<string>
  readonly text: ReadonlySet<string>
  /** Words of the text: a long one holds most words by chance, and is less about each. */
  readonly length: number
}

function wordScore(entry: Indexed, word: string): number {
  const same = SAME[word]
  return Math.max(formScore(entry, word), same ? formScore(entry, same) / 2 : 0)
}

function formScore({ title, text, length }: Indexed, word: string): number {
  const inTitle = best(title, word, { whole: WEIGHTS.titleWord, start: WEIGHTS.titleStart })
  const inText = best(text, word, { whole: WEIGHTS.textWord, start: WEIGHTS.textStart })
  return inTitle + inText / (1 + Math.log10(1 + length / 50))
}

function best(held: ReadonlySet<string>, word: string, weight: { whole: number; start: number }): number {
  if (held.has(word)) return weight.whole
  if (word.length < 2) return 0
  for (const each of held) if (each.startsWith(word)) return weight.start
  return 0
}

/** The part of the text that holds the first word found, cut at whole words. */
export function snippetOf(text: string, words: readonly string[]): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  if (plain.length <= SNIPPET_LENGTH) return plain
  const spaced = plain.split(' ')
  const at = spaced.findIndex((each) => wordsOf(each).some((held) => words.some((word) => held.startsWith(word))))
  let from = Math.max(0, at)
  let length = 0
  // Starts a little before the match, so that it is read in its sentence.
  while (from > 0 && length < SNIPPET_LENGTH / 4) {
    from -= 1
    length += (spaced[from] ?? '').length + 1
  }
  const picked: string[] = []
  for (let index = from, size = 0; index < spaced.length && size < SNIPPET_LENGTH; index += 1) {
    picked.push(spaced[index] ?? '')
    size += (spaced[index] ?? '').length + 1
  }
  const end = from + picked.length < spaced.length ? ' …' : ''
  return `${from > 0 ? '… ' : ''}${picked.join(' ')}${end}`
}

function compareText(a: string, b: string): number {
  return BY_NAME.compare(a, b)
}

const BY_NAME = new Intl.Collator('en-GB')
