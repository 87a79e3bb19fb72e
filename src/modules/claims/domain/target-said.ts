import type { Item, Sentence } from './claim.js'
import { leftwards, rightwards } from './claim-words.js'

/** A result beside its target, of a range the last figure, and a word that says how they stand to each other; places in the sentence. */
export type SaidTarget = { result: number; target: number; from?: number; word: number; isRight: boolean }

const targetNoun = /^(targets?|goal|ambition|benchmark|threshold|standard|ceiling|limit|cap)$/
const limit = /^(ceiling|limit|cap)$/
const inside = /^(within|inside)$/
const above = /^(above|exceeded|exceeding|exceeds|surpassed|surpassing|surpasses|over|beat|bettered)$/
const below = /^(below|under|short|beneath)$/
const met = /^(met|meets|meeting|hit|hits|achieved|achieving|reached|reaching)$/
const missed = /^(missed|misses|missing|failed|fails|unmet)$/

/** Not of what is, or a word turned round: "not met", "if the target is to be met", "the target will be missed". */
const unsettled =
  /^(not|never|no|neither|nor|without|almost|nearly|cannot|didn't|hasn't|wasn't|will|would|if|should|must|could|may|might|expects?|expected|forecast|projected|aims?|aimed|until|unless|by|need|needs|required|how|whether|from)$/

/** Fewer of these are better, so that "met" says nothing without a direction. */
const unwelcome =
  /^(absences?|absent|sickness|sick|complaints?|vacanc(y|ies)|turnover|attrition|abandon(ed|ment)?|unanswered|overspends?|overspent|crimes?|offences?|reoffending|reoffended|deaths?|casualt(y|ies)|collisions?|delays?|delayed|late|backlog|dropped|lost|leavers?|withdr[ae]w(n|al|als)?|gap|maximum|most|cancell(ed|ations)|errors?|waits?|waiting|emissions|breaches|overdue|dissatisfied|refused)$/

/** "83% were answered in time, below the target of 80%", "exceeded the 75% goal: 71% of cases"; nothing with a third figure. */
export function saidTarget({ items }: Sentence): SaidTarget | undefined {
  const nouns = items.flatMap((item, at) => (targetNoun.test(item.lower) ? [at] : []))
  const [noun] = nouns
  if (noun === undefined || nouns.length > 1 || items.some(({ lower }) => unsettled.test(lower))) return undefined
  const target = targetAt(items, noun)
  const unit = items[target]?.quantity?.unit
  const alike = items.flatMap(({ quantity }, at) => (quantity && quantity.unit === unit && at !== target ? [at] : []))
  const [result] = alike
  if (target < 0 || result === undefined || alike.length > 1) return undefined
  return judged(items, { noun, target, result })
}

/** "3.1%, within the agreed range of 3% to 5%", "inside the band of 6 to 9 per cent": the only other figure of its unit lies between the two ends, or outside them. */
export function saidRange({ items }: Sentence): SaidTarget | undefined {
  const word = items.findIndex(({ lower }) => ranging.test(lower))
  const target = rightwards(items, word, 7, ({ quantity }) => quantity !== undefined)
  const until = items[target + 1]?.lower === 'to' ? target + 2 : target
  const [start, end] = [items[target]?.quantity, items[until]?.quantity]
  const alike = (unit = end?.unit) =>
    items.flatMap(({ quantity }, at) => (quantity?.unit === unit && at !== target && at !== until ? [at] : []))
  const [result = -1, ...more] = alike().length > 0 || start?.unit !== 'count' ? alike() : alike('count')
  const own = items[result]?.quantity
  if (word < 0 || !start || !end || !own || more.length > 0 || result > word || !(start.isRange || until > target))
    return undefined
  if (own.isRange || own.approx || own.timeUnit !== end.timeUnit) return undefined
  // "6 to 9 per cent": the unit stands behind the second.
  if (start.unit !== end.unit && (start.unit !== 'count' || end.unit !== 'percent')) return undefined
  if (items.some(({ lower }) => unsettled.test(lower))) return undefined
  const isInside = own.high >= start.low && own.low <= end.high
  return { result, target: until, from: target, word, isRight: isInside === (items[word]?.lower !== 'outside') }
}

const ranging = /^(within|inside|outside)$/

/** "a target of 85%", "the target, 85%,", "its 85% target", "target (85%)". */
function targetAt(items: Item[], noun: number): number {
  if (items[noun - 1]?.quantity) return noun - 1
  const next = rightwards(items, noun, 3, (item) => item.kind === 'quantity')
  const between = items.slice(noun + 1, next)
  return next >= 0 &&
    between.every(({ text, lower }) => /^[(,]$/.test(text) || /^(of|is|was|being|at|set)$/.test(lower))
    ? next
    : -1
}

function judged(items: Item[], place: { noun: number; target: number; result: number }): SaidTarget | undefined {
  const { noun, target, result } = place
  const [aim, own] = [items[target]?.quantity, items[result]?.quantity]
  if (!aim || !own || aim.isRange || own.isRange || own.approx || aim.approx || aim.timeUnit !== own.timeUnit)
    return undefined
  const isLimit = limit.test(items[noun]?.lower ?? '')
  const words = isLimit ? [above, below, inside] : [above, below, met, missed]
  const isHead = (item: Item) => words.some((one) => one.test(item.lower))
  const before = leftwards(items, Math.min(noun, target), 5, isHead)
  const word = before >= 0 ? before : rightwards(items, Math.max(noun, target), 4, isHead)
  const said = items[word]?.lower ?? ''
  if (word < 0 || result === word || (before >= 0 && result > word && result < Math.min(noun, target))) return undefined
  const places = { result, target, word }
  if (above.test(said)) return { ...places, isRight: own.high > aim.low }
  if (below.test(said)) return { ...places, isRight: own.low < aim.high }
  if (isLimit) return { ...places, isRight: own.low <= aim.high }
  if (aim.unit !== 'percent' || items.some(({ lower }) => unwelcome.test(lower))) return undefined
  return { ...places, isRight: met.test(said) ? own.high >= aim.low : own.low < aim.high }
}
