import { type FigureMention, figureMentions, isEveryday, isLoose } from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { copySlip, inUnit, printedDigits } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { namedIn } from './named-in.js'
import { judgedPair, type RestatedPair } from './restated-pair.js'

/**
 * A figure that comes back with other digits. The pairs are found by their digits (two swapped, one doubled or changed), or
 * because the text speaks of a figure as known ("the 412 cases") that it never gave; then their names decide.
 */
export const checkRestated: Check = (document, { others }) => {
  const mentions = [document, ...others]
    .flatMap((one, number) => figureMentions(one, number))
    .filter(({ quantity }) => !quantity.perTime)
  const own = mentions.filter((one) => one.document === 0)
  const homes = homesOf(own)
  const found = new Map<FigureMention, Finding>()
  const rare = rareNames(mentions)
  for (const pair of [...copied(mentions), ...spokenOf(own), ...namedRarely(rare)]) {
    if (found.has(pair.later)) continue
    const isAlone = placesOf(homes, pair.later) === 1
    const isAttested = isAlone && placesOf(homes, pair.earlier) > 1
    const isRare = [...pair.later.clause].some((word) => rare.get(nameOf(pair.later, word))?.includes(pair.earlier))
    const verdict = judgedPair({ ...pair, isAlone, isAttested, isRare })
    if (verdict && !areTwo(homes, pair)) found.set(pair.later, asFinding(pair, verdict))
  }
  return [...found.values()]
}

type Pair = Omit<RestatedPair, 'isAlone' | 'isAttested' | 'isRare'>

/** A value that stands at more places than this is known well enough. */
const CROWD = 24

/** The figures of each value and name. */
type Homes = ReadonlyMap<string, readonly FigureMention[]>

function homesOf(mentions: readonly FigureMention[]): Homes {
  const homes = new Map<string, FigureMention[]>()
  for (const one of mentions) {
    for (const key of valueKeys(one)) {
      const held = homes.get(key)
      if (!held) homes.set(key, [one])
      else if (held.length < CROWD) held.push(one)
    }
  }
  return homes
}

const alike = (homes: Homes, one: FigureMention) => valueKeys(one).flatMap((key) => homes.get(key) ?? [])

/** At how many places a value stands; a cell of a table is read along its row and down its column, and stands once. */
const placesOf = (homes: Homes, one: FigureMention) =>
  new Set(alike(homes, one).map(({ place, quantity }) => `${place} ${quantity.start}`)).size

/** Both values come more than once, or one sentence or row gives both: the document knows them as two. */
function areTwo(homes: Homes, { later, earlier }: Pair): boolean {
  const [some, others] = [later, earlier].map((one) => new Set(alike(homes, one).map(({ home }) => home)))
  const isOften = [later, earlier].every((one) => placesOf(homes, one) > 1)
  const isPair = (home: FigureMention['home']) => home === later.home && home === earlier.home
  const isTogether = [...(some ?? [])].some((home) => others?.has(home) && !isPair(home))
  return isOften || isTogether
}

/** A figure's value, a small one with each word of its name: six recommendations are no six meetings. */
const valueKeys = ({ quantity: { unit, shown }, own }: FigureMention) =>
  shown < 100 && own.length > 0 ? own.map((word) => `${unit} ${shown} ${word}`) : [`${unit} ${shown}`]

/** Pairs of figures of one unit that one slip of the hand turns into each other: both lose a digit and are alike. */
function copied(mentions: readonly FigureMention[]): Pair[] {
  const byRest = new Map<string, FigureMention[]>()
  return mentions.flatMap((one) => {
    const rests = restsOf(one)
    const near = new Set(rests.flatMap((rest) => byRest.get(rest) ?? []))
    for (const rest of rests) addTo(byRest, rest, one)
    return [...near].flatMap((other) => {
      const slip = copySlip(one.quantity.shown, other.quantity.shown)
      const pair = slip && inOrder(one, other)
      return pair ? [{ ...pair, slip }] : []
    })
  })
}

/** Of many figures that differ in one digit the nearest are looked at. */
const NEAREST = 10

function addTo(index: Map<string, FigureMention[]>, key: string, one: FigureMention): void {
  const held = index.get(key) ?? []
  index.set(key, held)
  held.push(one)
  if (held.length > NEAREST) held.shift()
}

/** A figure's digits without one of them, each in turn, and all of them sorted; of "8.4" the two, sorted. */
function restsOf({ quantity, text }: FigureMention): string[] {
  const digits = printedDigits(quantity)
  const unit = `${quantity.unit} ${quantity.timeUnit ?? ''}`
  const sorted = `${unit} sorted ${[...digits].sort().join('')}`
  if (digits.length < 3) return /\d\.\d/.test(text) || digits.length === 2 ? [sorted] : []
  return [sorted, ...new Set([...digits].map((_, at) => `${unit} ${digits.slice(0, at)}${digits.slice(at + 1)}`))]
}

/** The later of two figures is one of the checked document's sentences. */
function inOrder(one: FigureMention, other: FigureMention): Pick<Pair, 'later' | 'earlier'> | undefined {
  const isLater = one.document === other.document ? one.place >= other.place : one.document === 0
  const [later, earlier] = isLater ? [one, other] : [other, one]
  return later.document === 0 && later.place >= 0 ? { later, earlier } : undefined
}

/** A word that names no more figures of a unit than this tells a thing. */
const FEW = 3

/** The figures of each telling word that names but a few of one unit. */
function rareNames(mentions: readonly FigureMention[]): ReadonlyMap<string, readonly FigureMention[]> {
  const byWord = new Map<string, FigureMention[]>()
  for (const one of mentions) {
    for (const word of one.clause) {
      if (isEveryday(word) || isLoose(word)) continue
      const held = byWord.get(nameOf(one, word)) ?? []
      byWord.set(nameOf(one, word), held)
      const isKnown = held.some(
        (other) => other.quantity.start === one.quantity.start && other.document === one.document,
      )
      if (held.length <= FEW && !isKnown) held.push(one)
    }
  }
  return new Map([...byWord].filter(([, held]) => held.length > 1 && held.length <= FEW))
}

/** Pairs of figures that share a rare word and are one digit apart. */
function namedRarely(rare: ReadonlyMap<string, readonly FigureMention[]>): Pair[] {
  return [...rare.values()].flatMap((held) =>
    held.flatMap((one, nth) =>
      held.slice(nth + 1).flatMap((other) => {
        const slip = copySlip(
          one.quantity.shown / one.quantity.precision,
          other.quantity.shown / other.quantity.precision,
        )
        const pair = slip && one.quantity.precision === other.quantity.precision && inOrder(one, other)
        return pair ? [{ ...pair, slip }] : []
      }),
    ),
  )
}

/** How many sentences back a figure that is spoken of as known may have been given, and how many figures are held for it. */
const REACH = 8

/** Figures spoken of as known, each with the only figure of its name that the sentences before it give. */
function* spokenOf(mentions: readonly FigureMention[]): Generator<Pair> {
  const given = new Map<string, FigureMention[]>()
  const before = new Set<string>()
  for (const later of mentions) {
    if (later.place < 0) continue
    const { unit, shown } = later.quantity
    const keys = [...valueKeys(later), ...(shown < 10 ? [] : [`${later.section} ${unit} ${shown}`])]
    const known = new Set(later.own.flatMap((word) => given.get(nameOf(later, word)) ?? []))
    const earlier = later.isDefinite && !keys.some((key) => before.has(key)) ? onlyOne(later, [...known]) : undefined
    if (earlier) yield { later, earlier, slip: copySlip(later.quantity.shown, earlier.quantity.shown) }
    for (const key of keys) before.add(key)
    for (const word of later.core) {
      const name = nameOf(later, word)
      given.set(name, [...(given.get(name) ?? []).slice(1 - REACH), later])
    }
  }
}

/** The figure of that name which the sentences before give, if they give one only. */
function onlyOne(later: FigureMention, known: readonly FigureMention[]): FigureMention | undefined {
  const narrowing = later.own.filter((word) => word !== later.core.at(-1))
  const near = known.filter(
    ({ place, section, clause, said }) =>
      later.place - place <= REACH &&
      section === later.section &&
      narrowing.every((word) => clause.has(word)) &&
      later.own.every((word) => said.has(word)),
  )
  return near.every(({ quantity }) => quantity.shown === near[0]?.quantity.shown) ? near[0] : undefined
}

/** A unit and a word of a name, by which its figures are looked up. */
const nameOf = ({ quantity }: FigureMention, word: string | undefined) => `${quantity.unit} ${word}`

function asFinding({ later, earlier }: Pair, verdict: Verdict): Finding {
  const where = later.document === earlier.document ? 'an earlier passage gives' : 'another document gives'
  const ask = verdict === 'question' ? ' Are they one figure?' : ''
  const quote = later.quote()
  const [said, given] = [later, earlier].map(({ quantity }) => inUnit(quantity.shown, quantity))
  return findingOf({
    kind: 'contradiction',
    verdict,
    quotes: [quote, earlier.quote()],
    message: `This passage gives ${later.text.trim()}; ${earlier.place < 0 ? 'a table gives' : where} ${earlier.text.trim()}${namedIn(quote.text, later.own)}.${ask}`,
    working: `${given} against ${said}`,
    suggestion: 'Make the two figures agree, or say how they differ.',
  })
}
