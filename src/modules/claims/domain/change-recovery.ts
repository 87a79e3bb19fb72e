import { inUnit, type Quantity } from '#modules/quantities/index.js'
import type { SaidDirection } from './change-direction.js'
import { orderInTime } from './change-level-time.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { leftwards } from './claim-words.js'

/** "three years running": a stretch of time is no level. */
const isSpan = ({ quantity }: Item) => /^(year|month|quarter)$/.test(quantity?.timeUnit ?? '')

const better = /^(recovered|recovers|recovering|recovery|improved|improves|improving|improvement|rebounded|bounced)$/
const worse = /^(worsened|worsening|deteriorated|deteriorating|slipped)$/
const steady = /^(stable|unchanged|steady|static|level|constant)$/
const wantedUp =
  /^(satisf\w*|confiden\w*|feel|felt|safe|safer|answered|complian\w*|visib\w*|trust\w*|accept\w*|dealing|positive|detect\w*|attend\w*|uptake|timel\w*|agree\w*|charged|solved)$/
const wantedDown =
  /^(crime|crimes|complaint|complaints|burglar\w*|robber\w*|offence|offences|times|abandon\w*|abandonment|turnover|sickness|absence|casualt\w*|killed|vacanc\w*|backlog|dissatisf\w*|asb|reoffending|re-offending|collision\w*)$/

/** "has since recovered to 63.4%" after 71.2%: words of better, worse or steady against the two nearest levels. */
export function recoveries(sentence: Sentence): (SaidDirection & { earlier?: { start: number; end: number } })[] {
  return sentence.items.flatMap((item, at) => {
    const way = wayOf(item.lower)
    if (way === undefined || isDenied(sentence.items, at) || (way === 'steady' && !isSaidSteady(sentence.items, at)))
      return []
    const levels = levelsAround(sentence, at)
    if (!levels) return []
    const judged = judge({ word: item, way, levels, sentence })
    return judged
      ? [
          {
            ...judged,
            start: Math.min(item.start, levels.later.start),
            end: Math.max(item.end, levels.later.end),
            earlier: levels.earlier,
          },
        ]
      : []
  })
}

/** "remained stable", "was unchanged", not a static camera. */
const isSaidSteady = (items: Item[], at: number) =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((item) => /^(remain\w*|stay\w*|held|been|was|is|were|are|broadly|relatively)$/.test(item.lower))

function wayOf(word: string): 'better' | 'worse' | 'steady' | undefined {
  if (better.test(word)) return 'better'
  if (worse.test(word)) return 'worse'
  return steady.test(word) ? 'steady' : undefined
}

const isDenied = (items: Item[], at: number) =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((item) => /^(not|yet|to|no|never|should|must|will|need|needs|could|would|further)$/.test(item.lower))

type Levels = { earlier: Item; later: Item }

/** The level behind the word, and the one before it in this sentence or the sentence before; both of one unit. */
function levelsAround(sentence: Sentence, at: number): Levels | undefined {
  const changes = new Set(deltasIn(sentence).map((delta) => delta.at))
  const own = sentence.items.flatMap((item, place) =>
    item.quantity && !changes.has(place) && !isSpan(item) ? [{ item, place }] : [],
  )
  const behind = own.filter((one) => one.place > at && one.place <= at + 16)
  const ahead = own.filter((one) => one.place < at)
  if (behind.length >= 2 && isFromTo(sentence.items, behind[0]?.place ?? 0))
    return pairOf(behind[0]?.item, behind[1]?.item)
  if (behind.length === 2 && isFromTo(sentence.items, behind[1]?.place ?? 0))
    return pairOf(behind[1]?.item, behind[0]?.item)
  if (behind.length === 2) return inTime(sentence.items, behind[0]?.place ?? 0, behind[1]?.place ?? 0)
  if (behind.length !== 1) return undefined
  if (isCompared(sentence.items, behind[0]?.place ?? 0)) return pairOf(behind[0]?.item, ahead.at(-1)?.item)
  const before = ahead.at(-1)?.item ?? lastLevel(sentence.previous)
  return pairOf(before, behind[0]?.item)
}

/** "it was 71.2% in 2022 and is 63.4% in 2023": by the periods of the two, else by "was" and "is". */
function inTime(items: Item[], first: number, second: number): Levels | undefined {
  const order = orderInTime(items, first, second) || orderOfVerbs(items, first, second)
  if (order === 0) return undefined
  return order > 0 ? pairOf(items[first], items[second]) : pairOf(items[second], items[first])
}

function orderOfVerbs(items: Item[], first: number, second: number): -1 | 0 | 1 {
  const [one, two] = [tenseBefore(items, first), tenseBefore(items, second)]
  if (one === 'past' && two === 'now') return 1
  return one === 'now' && two === 'past' ? -1 : 0
}

function tenseBefore(items: Item[], at: number): 'past' | 'now' | undefined {
  const word = items[leftwards(items, at, 4, (item) => /^(was|were|stood|is|are|now|stands)$/.test(item.lower))]?.lower
  if (word === undefined) return undefined
  return /^(was|were|stood)$/.test(word) ? 'past' : 'now'
}

/** "an improvement on last year's 2.5%", "than 36%", "(it was 400)", "it had been 36%": the level behind is the earlier one. */
function isCompared(items: Item[], place: number): boolean {
  const lead = items.slice(Math.max(0, place - 4), place).map(({ lower }) => lower)
  return (
    lead.some((word) => /^(on|against|than|compared|versus|previously)$/.test(word)) ||
    /(?:\( (?:[a-z]+ )?(?:was|were)|had been)$/.test(lead.join(' '))
  )
}

const isFromTo = (items: Item[], place: number) =>
  items.slice(Math.max(0, place - 2), place).some((item) => item.lower === 'from')

function lastLevel(sentence: Sentence | undefined): Item | undefined {
  if (!sentence) return undefined
  const changes = new Set(deltasIn(sentence).map((delta) => delta.at))
  return sentence.items.filter((item, at) => item.quantity && !changes.has(at)).at(-1)
}

/** "from 31 days to 44": the unit of time is said once. */
const kindOf = ({ unit }: Quantity) => (unit === 'duration' ? 'count' : unit)

function pairOf(earlier: Item | undefined, later: Item | undefined): Levels | undefined {
  const [a, b] = [earlier?.quantity, later?.quantity]
  if (!earlier || !later || !a || !b || kindOf(a) !== kindOf(b) || a.isRange || b.isRange || a.perTime !== b.perTime)
    return undefined
  if (a.unit === 'count' && Math.max(a.shown, b.shown) > 2 * Math.min(a.shown, b.shown)) return undefined
  return { earlier, later }
}

type Said = { word: Item; way: 'better' | 'worse' | 'steady'; levels: Levels; sentence: Sentence }

function judge(said: Said): Omit<SaidDirection, 'start' | 'end'> | undefined {
  const { word, way, levels } = said
  const [a, b] = [levels.earlier.quantity, levels.later.quantity]
  if (!a || !b) return undefined
  const move = moveBetween(a, b)
  const working = `${inUnit(a.shown, a)} then ${inUnit(b.shown, b)}`
  if (way === 'steady') return unsteady(word, a, b, working)
  const wanted = wantedWay(said, a)
  if (move === 0 || wanted === 0) return undefined
  const isBetter = move === wanted
  if (isBetter === (way === 'better'))
    return { verdict: 'holds', message: `"${word.text}" fits its two figures.`, working }
  return {
    verdict: isKnown(said) || (isRecovery(word) && a.unit === 'percent') ? 'warning' : 'question',
    message: `The text says "${word.text}", but the figure went ${move > 0 ? 'up' : 'down'} from ${inUnit(a.shown, a)} to ${inUnit(b.shown, b)}.`,
    working,
    suggestion: 'Say which way the figure went, or name the two figures that the word compares.',
  }
}

function moveBetween(a: Quantity, b: Quantity): -1 | 0 | 1 {
  if (b.low > a.high) return 1
  return b.high < a.low ? -1 : 0
}

function unsteady(
  word: Item,
  a: Quantity,
  b: Quantity,
  working: string,
): Omit<SaidDirection, 'start' | 'end'> | undefined {
  const gap = Math.abs(b.shown - a.shown)
  const isFar = a.unit === 'percent' ? gap >= 5 : gap > a.shown * 0.15
  if (!isFar || a.approx || b.approx) return undefined
  return {
    verdict: 'question',
    message: `The text says "${word.text}", but the two figures are ${working.replace(' then ', ' and ')}.`,
    working,
    suggestion: 'Say what the word compares.',
  }
}

const isRecovery = ({ lower }: Item) => /^recover|^rebound|^bounce/.test(lower)

const isKnown = (said: Said) => polarity(said) !== 0

/** Which way is wanted: by the words about it, and for "recovered" upwards unless they say otherwise. */
function wantedWay(said: Said, level: Quantity): -1 | 0 | 1 {
  const known = polarity(said)
  if (known !== 0) return known
  if (level.unit === 'duration' || said.levels.later.quantity?.unit === 'duration') return -1
  return level.unit === 'percent' || isRecovery(said.word) ? 1 : 0
}

function polarity({ sentence, levels }: Said): -1 | 0 | 1 {
  const items = sentence.items.includes(levels.earlier)
    ? sentence.items
    : [...(sentence.previous?.items ?? []), ...sentence.items]
  const isUp = items.some((item) => wantedUp.test(item.lower))
  const isDown = items.some((item) => wantedDown.test(item.lower))
  if (isUp === isDown) return 0
  return isUp ? 1 : -1
}
