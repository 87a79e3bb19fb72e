import type { Item, Sentence } from '#modules/claims/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'
import { capitalList, type ListSize, markedList, wordedList } from './count-list.js'

/** A number of things and the names that the text gives for them; places in the readable text. */
export type Enumeration = {
  readonly start: number
  readonly end: number
  readonly said: number
  readonly least: number
  readonly most: number
  /** The list stands right behind what it counts, and can be read one way only. */
  readonly isSure: boolean
  /** The words may as well describe the things as name them: "they are simple, clear and fair". */
  readonly isDoubtful?: boolean
}

/**
 * Every number of things that the same sentence, or the next, enumerates, whatever stands between: "five grants were paid:
 * to A, B, …", "three custody suites (A, B and C)", "four values. They are …", "three strands. The first is …".
 */
export function enumerations(sentences: readonly Sentence[]): Enumeration[] {
  return sentences.flatMap((sentence, index) =>
    sentence.items.flatMap((item, at): Enumeration[] => {
      const said = countedAt(sentence.items, at)
      if (said === undefined || isRun(sentence.items, at)) return []
      const head = headOf(sentence.items, at)
      if (head === undefined) return []
      const next = sentences.slice(index + 1, index + 9).filter((one) => one.passage === sentence.passage)
      const found = inSentence(sentence, at, head) ?? inNext(sentence, head, next)
      return found && sizeFits(said, found) ? [{ start: item.start, said, ...found }] : []
    }),
  )
}

/** A small whole number that may count things; "three months: March, June and September" counts its months. */
function countedAt(items: Item[], at: number): number | undefined {
  const { quantity, kind, lower } = items[at] ?? {}
  if (kind === 'period' && items[at + 1]?.text === ':')
    return smallCount(lower?.replace(/^(?:in|over|during|for) (?:the )?| (?:months|days)$/g, '') ?? '')
  if (
    !quantity ||
    (quantity.approx && !isTopic(items, at)) ||
    quantity.isRange ||
    !/^(count|duration)$/.test(quantity.unit)
  )
    return undefined
  const { shown } = quantity
  return Number.isInteger(shown) && shown >= 2 && shown <= 20 ? shown : undefined
}

/** "three surveys in succession: 49%, 52%, 55% and 57%": so many steps have one figure more. */
const isRun = (items: Item[], at: number) =>
  /\b(?:in succession|in a row|running|consecutive|successive|on end)\b/.test(
    items
      .slice(at + 1, at + 7)
      .map(({ lower }) => lower)
      .join(' '),
  )

/** "asked about four things", "fall under four heads": no estimate. */
const isTopic = (items: Item[], at: number) =>
  /^under\b/i.test(items[at]?.text ?? '') ||
  (/^about\b/i.test(items[at]?.text ?? '') && speaking.test(items[at - 1]?.lower ?? ''))

const speaking =
  /^(asked|asks|ask|spoke|speak|speaks|talked|talk|talks|heard|hear|told|wrote|questions|complained|is|was|are|were|thought|learned|learnt|concerns|concerned|careful)$/

type Found = Omit<Enumeration, 'start' | 'said'>

/** Farther than two apart the list is of something else; a list longer than promised must leave no doubt how long it is. */
const sizeFits = (said: number, { least, most, isSure }: Found) =>
  (said >= least && said <= most) || (Math.abs(most - said) <= 2 && (said > most || isSure || least === most))

const unlikely =
  /^(per|percent|months?|years?|decades?|weeks?|days?|hours?|minutes?|seconds|million|hundred|thousand|out|in|and|or|to|am|pm|of|at|on|by|for|with|from|is|was|this|less|us|points|were|are|have|had|will)$/
const isPlural = (word: string) =>
  /(?:[a-z]{2,}s|people|men|women|children|criteria)$/.test(word) && !/(?:ss|us|is)$/.test(word)
const were = /^(were|was|are|have|had|will)$/

/** Where the counted noun stands: a plural a few words on, or "of them", or the number itself before "were". */
function headOf(items: Item[], at: number): number | undefined {
  const next = items[at + 1]?.lower ?? ''
  if (next === 'of' && /^(them|these|those)$/.test(items[at + 2]?.lower ?? '')) return at + 2
  if (were.test(next) || items[at]?.kind === 'period') return at
  if (/^(months|days)$/.test(next) && /^[:,]$/.test(items[at + 2]?.text ?? '')) return at + 1
  const first = next === 'of' && /^(our|the|its|their)$/.test(items[at + 2]?.lower ?? '') ? at + 2 : at
  const stop = items.findIndex((item, place) => place > first && !isOfName(item))
  const end = Math.min(stop < 0 ? items.length : stop, first + 7)
  const head = items.slice(first + 1, end).findIndex((item) => isPlural(item.lower))
  return head < 0 ? undefined : first + 1 + head
}

const isOfName = (item: Item) =>
  (item.kind === 'word' && !unlikely.test(item.lower)) || item.text === '-' || item.text === '’'

const FARTHEST = 16
const introducing =
  /^(namely|these are|they are|which are|that is|drawn from|made up of|consisting of|comprising|being|these being|those being|i\.e|ie|viz|all of them)\b[:,.]?\s*/i
/** "four courses are offered: four courses, namely …": the count said once more. */
const again = new RegExp(`^${smallNumber}\\s+[a-z’'-]+(?:s|people),?\\s+(?=namely\\b|these are\\b|they are\\b)`, 'i')
const joining =
  /^(of|in|at|from|to|for|with|between|by|covering|cover|covers|called|serve|serving|are|were|is|visited|attended|namely)$/
const others = /^(including|includes|include|such|example|e\.g)$/

type Place = { readonly at: number; readonly head: number; readonly place: number }

/** The list that a sentence gives for what it counts, the nearest first; behind a comma only a colon counts. */
function inSentence(sentence: Sentence, at: number, head: number): Found | undefined {
  const { items } = sentence
  const after = items.slice(head + 1, head + 1 + FARTHEST)
  const stop = after.findIndex((item, nth) => item.quantity && after[nth - 1]?.text !== '(')
  const other = after.findIndex((item) => others.test(item.lower))
  const ends = [stop, other, after.findIndex((item) => /^[:;]$/.test(item.text)) + 1 || -1, after.length]
  const end = Math.min(...ends.filter((place) => place >= 0))
  const comma = after.findIndex((item, nth) => item.text === ',' && !(nth === 0 && items[head - 1]?.lower === 'of'))
  const aside = comma < 0 ? end : comma + 1
  for (let nth = 0; nth < end; nth += 1) {
    const place = { at, head, place: head + 1 + nth }
    const found = markedAt(sentence, place) ?? (nth < aside ? namedAt(sentence, place) : undefined)
    if (found) return found
  }
  const including = other === end ? after[other] : undefined
  return including && tooMany(sentence, at, including)
}

/** "five partners, including …" six: more are named than there are. */
function tooMany(sentence: Sentence, at: number, item: Item): Found | undefined {
  const list = until(sentence.text.slice(item.end - sentence.start), /[.!?](?:\s|$)|[:;()]/)
  const said = countedAt(sentence.items, at) ?? 0
  const size = item.lower === 'including' ? markedList(list, said) : undefined
  return size && size.least > said ? asFound(size, { end: item.end + list.length, isDirect: false }) : undefined
}

/** A list behind a colon, a dash, a bracket, or words that open one. */
function markedAt(sentence: Sentence, { at, head, place }: Place): Found | undefined {
  const { items } = sentence
  const item = items[place]
  const list = item && markedText(sentence, item, place === head + 1)
  if (!item || !list || (item.text === '(' && head === at) || isOfCounts(list, countedAt(items, at) ?? 0))
    return undefined
  const isDirect = place - head <= (were.test(items[head + 1]?.lower ?? '') ? 5 : 4)
  const end = item.end + list.length
  const bare = list.trim().replace(again, '').replace(introducing, '')
  const size = markedList(bare, countedAt(items, at) ?? 0)
  const isDoubtful = item.lower === 'are'
  if (size)
    return { ...asFound(size, { end, isDirect: isDirect && !isDoubtful }), ...(describes(list) ? { isDoubtful } : {}) }
  if (items[place]?.lower === 'are') return undefined
  const pair = capitalList(list)
  return pair && { end, least: pair.many, most: pair.many, isSure: isDirect }
}

/** "four offices: eleven places", "nine are done, five under way": counts beside a count, and no names. */
function isOfCounts(list: string, said: number): boolean {
  const first = smallCount(leadingCount.exec(list.trim())?.[1] ?? '')
  const isShared = !/:/.test(list) && betweenCount.test(list) && first === undefined
  return (first !== undefined && first >= said) || (isShared && /^\s*[a-z]+,/.test(list))
}

/** A count in words: figures may be days. */
const leadingCount = /^([a-z]+(?:-[a-z]+)?)\b/i
const betweenCount = new RegExp(`,\\s(${smallNumber})\\s`, 'i')

function markedText(sentence: Sentence, item: Item, isNext: boolean): string | undefined {
  const rest = sentence.text.slice(item.end - sentence.start)
  if (item.text === '(') return bracketed(rest)
  if (item.lower === 'are' && isNext) return /,.*\sand\s/.test(rest) ? until(rest, /[.!?](?:\s|$)|[:();]/) : undefined
  if (item.text === ':' && isSpeech(sentence, item, rest)) return undefined
  if (item.text === ':' || isDash(sentence, item)) return until(rest, /[.!?](?:\s|$)|:|\s[–—-]\s|[”"]/)
  const isOpening = (item.text === ';' && isNext) || (item.text === ',' && introducing.test(rest.trim()))
  return isOpening ? until(rest, /[.!?](?:\s|$)|[:()]/) : undefined
}

/** "urged the two men to stop, declaring: …", "…: “We …": words that somebody said, and no list. */
const isSpeech = (sentence: Sentence, colon: Item, rest: string) =>
  /^\s*[“"‘']/.test(rest) ||
  /\b(?:sa(?:id|ys|ying)|(?<!\bbe )add(?:ed|s|ing)|told|ask(?:ed|s|ing)|declar(?:ed|es|ing)|warn(?:ed|s|ing)|wrote|writes|writing)\W*$/i.test(
    sentence.text.slice(0, colon.start - sentence.start),
  )

/** Names behind a comma, or joined by a word: "three suites, Holme, Vale and March End", "the three suites at Holme, …". */
function namedAt(sentence: Sentence, { at, head, place }: Place): Found | undefined {
  const { items } = sentence
  const item = items[place]
  if (!item || were.test(items[at + 1]?.lower ?? '')) return undefined
  const rest = sentence.text.slice(item.end - sentence.start)
  const isJoined = joining.test(item.lower) && place > at + 1 && !isOtherCount(items, head, place)
  const named = item.text === ',' ? (capitalList(rest) ?? wordedList(rest)) : isJoined && capitalList(rest)
  if (!named || named.many < 2) return undefined
  const said = countedAt(items, at) ?? 0
  const begins = item.text === ',' && place > head + 1 && /^[A-Z]/.test(items[place - 1]?.text ?? '')
  const isDoubtful = begins || (isJoined && !naming.test(item.lower) && said !== named.many)
  return {
    end: item.end + named.length,
    least: named.many,
    most: named.many + Number(begins),
    isSure: false,
    isDoubtful,
  }
}

/** What these join names the things; behind "for", "in" or "to" may stand what the things are for, or where. */
const naming = /^(of|between|called|are|were|covering|cover|covers|serve|serving|visited|namely)$/

/** "four visits were made to Alder, Birch and Cedar": how often, not to how many. "Our six teams cover Alder, …" is a list. */
const isOtherCount = (items: Item[], head: number, place: number) =>
  place - head > 1 && !/^(cover|covers|covering|serve|serving|called|are|were)$/.test(items[place]?.lower ?? '')

const isDash = (sentence: Sentence, item: Item) =>
  /^[–—-]$/.test(item.text) && /\s/.test(sentence.text[item.start - sentence.start - 1] ?? '')

function until(rest: string, end: RegExp): string {
  const bare = rest.replace(/\([^()]*\)/g, (aside) => ' '.repeat(aside.length))
  const masked = bare
    .replace(/\b(Ltd|LLC|Inc|Co|St|Dr|Mr|Mrs|Ms|No|Cllr|Supt|Insp)\./g, '$1 ')
    .replace(/\bi\.e\./g, 'i e ')
  const stop = masked.slice(1).search(end)
  return rest.slice(0, stop < 0 ? Math.min(rest.length, 500) : stop + 1)
}

function bracketed(rest: string): string | undefined {
  const end = rest.search(/[()]/)
  return end > 0 && end < 500 && rest[end] === ')' ? rest.slice(0, end) : undefined
}

const asFound = ({ least, most, isPlain }: ListSize, { end, isDirect }: { end: number; isDirect: boolean }): Found => ({
  end,
  least,
  most,
  isSure: isPlain && isDirect,
})

/** Single small words may be adjectives. */
const describes = (list: string) => list.split(/,\s(?:and\s)?|\sand\s/).every((part) => /^[a-z’'-]+$/.test(part.trim()))

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** "They are A, B and C." in the sentence after, or "The first is …, the second … and the third …". */
function inNext(sentence: Sentence, head: number, next: readonly Sentence[]): Found | undefined {
  const [following] = next
  if (!following || sentence.items.length - head > 6) return undefined
  const said = /^(?:these|they)\s(?:are|were)[:,]?\s/i.exec(following.text)
  if (said) {
    const list = until(following.text.slice(said[0].length), /[.!?](?:\s|$)|[:()]/)
    const size = /\s(?:and|or|&)\s|;/.test(list) ? markedList(list, 3) : undefined
    const isDoubtful = describes(list)
    return size && { ...asFound(size, { end: following.end, isDirect: !isDoubtful }), isDoubtful }
  }
  const aims = aim.exec(following.text)?.[1]?.match(/\bto\s[a-z]+/g)?.length
  if (aims && aims > 1) return { end: following.end, least: aims, most: aims, isSure: false, isDoubtful: true }
  return ordered(next)
}

/** "It seeks to divert, to support and to educate." */
const aim =
  /^(?:it|they|we|this|these)\s[a-z]+(?:\s[a-z]+)?\s(to\s[a-z]+[^,.:;()]{0,40}(?:,\sto\s[a-z]+[^,.:;()]{0,40})*,?\sand\sto\s[a-z]+[^,.:;()]{0,40})\.$/i

/** "the second", "secondly", "Second, …". */
const ordinal = (word: string) =>
  new RegExp(`\\b(?:the|and|a)\\s${word}\\b|\\b${word}ly\\b|(?:^|[.;!?]\\s(?:and\\s)?)${word},`, 'i')

/** Things that the sentences after tell off by "the first", "the second" and so on. */
function ordered(next: readonly Sentence[]): Found | undefined {
  const said = next.map(({ text }) => text.toLowerCase()).join(' ')
  const many = ordinals.findIndex((word) => !ordinal(word).test(said))
  const last = next.findLast(({ text }) => ordinal(ordinals[many - 1] ?? '').test(text))
  if (many < 2 || !last || !/^(?:(?:the\s)?first|firstly)\b/.test(said)) return undefined
  return { end: last.end, least: many, most: many, isSure: false }
}
