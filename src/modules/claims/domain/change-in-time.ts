import { comparedUnit, inUnit, type Quantity } from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { directionOf, isOfRanks, isSpread, otherMoney } from './claim-words.js'

/**
 * The only two levels of a sentence, each with its time or its side, and one word of direction before or between them:
 * "falling, with 23 this quarter following 18 in the last", "multiplied: 17 in March 2024, 12 now", "53%, behind Vale's 52%".
 */
export function orderedLevels(sentence: Sentence): SaidDirection[] {
  const { items } = sentence
  const levels = levelsOf(sentence)
  const [first, second] = levels
  if (first === undefined || second === undefined || levels.length !== 2) return []
  const said = sideOf(items, first, second) ?? moveOf(items, first, second)
  const [from, to] = [items[said?.from ?? -1]?.quantity, items[said?.to ?? -1]?.quantity]
  if (!said || !from || !to || from.shown === to.shown) return []
  const isRight = said.way > 0 ? to.high > from.low : to.low < from.high
  const ends = [said.word, items[first], items[second]].flatMap((item) => item ?? [])
  const place = { start: Math.min(...ends.map(({ start }) => start)), end: Math.max(...ends.map(({ end }) => end)) }
  const working = `${inUnit(from.shown, from)} and ${inUnit(to.shown, to)}`
  if (isRight) return [{ ...place, verdict: 'holds', message: `"${said.word.text}" fits its two figures.`, working }]
  const message = `The text says "${said.word.text}", but the two figures, ${items[first]?.text.trim()} and ${items[second]?.text.trim()}, say the opposite.`
  return [
    { ...place, verdict: 'warning', message, working, suggestion: 'Change the word, or mend one of the two figures.' },
  ]
}

/** From one level to the other the figure goes the way that the word says. */
type Move = { readonly from: number; readonly to: number; readonly way: 1 | -1; readonly word: Item }

/** Every figure of the sentence, where they are of one unit and none is a change. */
function levelsOf(sentence: Sentence): number[] {
  const figures = sentence.items.flatMap((item, at) => (item.quantity && !isSmall(item.quantity) ? [at] : []))
  const isOfSpeed = sentence.items.some(({ lower }) => /^(faster|slower)$/.test(lower))
  const units = new Set(figures.map((at) => comparedUnit(sentence.items[at]?.quantity)))
  if (
    isOfRanks(sentence.items) ||
    sentence.items.some(({ lower }) => /^(risk|respectively)$/.test(lower) || otherMoney.test(lower))
  )
    return []
  const isOfLength = figures.map((at) => sentence.items[at]?.quantity?.unit === 'duration')
  const isNumber = figures.some(
    (at, nth) => !isOfLength[nth] && /^[a-z]{3,}s$/.test(sentence.items[at + 1]?.lower ?? ''),
  )
  if (isOfLength.includes(true) && isNumber) return []
  const isPlain = figures.every((at) => !sentence.items[at]?.quantity?.isRange && !sentence.items[at]?.quantity?.per)
  const [first = -1] = figures
  const isBand =
    /^(within|between|under|over)$/.test(sentence.items[first - 1]?.lower ?? '') || isSpread(sentence.items, first - 1)
  return isPlain &&
    !isBand &&
    units.size === 1 &&
    !(isOfSpeed && units.has('percent')) &&
    deltasIn(sentence).length === 0
    ? figures
    : []
}

const isSmall = ({ inWords, unit, shown }: Quantity) => inWords && (shown < 13 || unit === 'percent')
/** "53%, just behind Gillmoor's 52%", "more came in May, 212, than in June, 305". */
function sideOf(items: readonly Item[], first: number, second: number): Move | undefined {
  const between = items.slice(first + 1, second)
  const at = between.findIndex((item) => /^(behind|ahead)$/.test(item.lower))
  const side = between[at]
  if (side && between.length - at <= 6)
    return { from: second, to: first, way: side.lower === 'ahead' ? 1 : -1, word: side }
  const word = items.slice(0, first).find((item) => /^(more|fewer)$/.test(item.lower))
  const isThan = between.some((item) => item.lower === 'than')
  const isHedge = word !== undefined && items[items.indexOf(word) + 1]?.lower === 'than'
  return word && isThan && !isHedge ? { from: second, to: first, way: word.lower === 'more' ? 1 : -1, word } : undefined
}

const moreMoves: Readonly<Record<string, 1 | -1>> = {
  strengthen: 1,
  strengthens: 1,
  strengthened: 1,
  stronger: 1,
  multiplied: 1,
  multiply: 1,
  widened: 1,
  swelled: 1,
  mushroomed: 1,
  busier: 1,
  quieter: -1,
  worsened: 1,
  weaken: -1,
  weakens: -1,
  weakened: -1,
  weaker: -1,
  narrowed: -1,
  ebbed: -1,
  receded: -1,
  dwindled: -1,
  thinned: -1,
}

const wayOf = ({ lower }: Item): -1 | 0 | 1 => moreMoves[lower] ?? directionOf(lower)
const comparing =
  /^(more|fewer|less|higher|lower|greater|above|below|over|under|extra|additional|stronger|weaker|up|down|cut|short|gain|saving|savings)$/

/** One word of direction in the clause of the levels, and two levels with an earlier and a later time. */
function moveOf(items: readonly Item[], first: number, second: number): Move | undefined {
  const words = items.filter((item) => wayOf(item) !== 0)
  const [word] = words
  const at = word ? items.indexOf(word) : -1
  const way = word ? wayOf(word) : 0
  if (!word || way === 0 || new Set(words.map(wayOf)).size > 1 || at > second || !isVerb(items, at)) return undefined
  const lead = items.slice(at + 1, first)
  if (lead.some((item) => breaks.test(item.lower)) || lead.length > 14 || isHedged(items, at)) return undefined
  if (isTwoThings(items.slice(first + 1, at > first ? at : second))) return undefined
  if (isFromBefore(items, first) && areTwoStarts(items.slice(first + 1, second))) return undefined
  const order = orderOf(items, first, second)
  if (order === 0) return undefined
  return order > 0 ? { from: first, to: second, way, word } : { from: second, to: first, way, word }
}

const breaks = /^(and|although|though|while|whereas|whilst|despite|but|because|even|risk|we|others|who|after|as)$/
/** "fell to 94.7% and by October stood at 92.9%", "climbed to £364m, lifting the year to £1.4bn": a second thing is said. */
const isTwoThings = (between: readonly Item[]) =>
  between.some(
    (item, at) =>
      /^(lifting|taking|bringing|pushing|raising|leaving|thereby|noting)$/.test(item.lower) ||
      (/^(and|whereas|while|whilst)$/.test(item.lower) &&
        between.slice(at).some(({ lower }) => /^(by|stood|stands|was|were|had|has|have)$/.test(lower))),
  )

/** "decreased from 12.2 days per officer and 12.6 per member of staff": two starts, and no end. */
const areTwoStarts = (between: readonly Item[]) =>
  between.some(({ lower }) => lower === 'and') && !between.some(({ lower }) => /^(to|at|now|then)$/.test(lower))

/** "from 25", "from the current rates of 25% and 35%". */
const isFromBefore = (items: readonly Item[], first: number) =>
  items.slice(Math.max(0, first - 5), first).some(({ lower }) => lower === 'from')

const isVerb = (items: readonly Item[], at: number) =>
  !comparing.test(items[at]?.lower ?? '') || /^(is|was|are|were|been)$/.test(items[at - 1]?.lower ?? '')

const isHedged = (items: readonly Item[], at: number) =>
  items
    .slice(Math.max(0, at - 4), at)
    .some((item) => /^(not|no|never|without|to|if|expect|expected|nor|risk)$/.test(item.lower)) ||
  /^(of|the|a|an)$/.test(items[at - 1]?.lower ?? '')

const nowBehind = /^(now|today|currently)$/
const nowBefore = /^(now|standing|today's|becoming|reaching)$/
const thenBehind = /^(then|before|ago|earlier|previously|last)$/
const thenBefore = /^(following|after|against|than|from|where|previously)$/

/** 1 when the first of two levels is the earlier, -1 when the second is, 0 when nothing says. */
function orderOf(items: readonly Item[], first: number, second: number): -1 | 0 | 1 {
  const [a, b] = [timeOfLevel(items, first, second), timeOfLevel(items, second, items.length)]
  if (a === b) return 0
  if (a === 'then' || b === 'now') return 1
  return a === 'now' || b === 'then' ? -1 : 0
}

function timeOfLevel(items: readonly Item[], at: number, end: number): 'then' | 'now' | undefined {
  const after = items.slice(at + 1, Math.min(end, at + 6))
  const stop = after.findIndex((item) => /^([,;:.]|and|following|against|than|where|after|from)$/.test(item.lower))
  const behind = stop < 0 ? after : after.slice(0, stop)
  const before = items.slice(Math.max(0, at - 5), at)
  const lead = before.slice(before.findLastIndex((item) => item.quantity || /^[,;:]$/.test(item.text)) + 1)
  if (behind.some((item) => nowBehind.test(item.lower) || item.period?.relation === 'current') || isThis(behind))
    return 'now'
  if (behind.some((item) => thenBehind.test(item.lower) || item.period?.relation === 'previous')) return 'then'
  if (lead.some((item) => nowBefore.test(item.lower)) || lead.at(-1)?.lower === 'to') return 'now'
  const isPast = lead.some((item) => thenBefore.test(item.lower) || item.period?.relation === 'previous')
  return isPast ? 'then' : undefined
}

const isThis = (items: readonly Item[]) =>
  items.some(
    (item, at) =>
      item.lower === 'this' &&
      /^(time|year|quarter|month|week|spring|summer|autumn|winter|term|season)$/.test(items[at + 1]?.lower ?? ''),
  )
