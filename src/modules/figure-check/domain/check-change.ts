import type { Delta, Pair, Sentence } from '#modules/claims/index.js'
import {
  apartIn,
  bareDirections,
  changesIn,
  closedChanges,
  closedFactor,
  innerChanges,
  type Judgement,
  judgeChange,
  opposedWords,
  orderedLevels,
  type Prose,
  proseOf,
  recoveries,
  type SaidDirection,
  type StatedChange,
} from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { printedDigits, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Stated changes against their own two levels: "rose by 12% from 1,000 to 1,100", and words of direction alone. */
export const checkChange: Check = (document) => {
  const prose = proseOf(document)
  const findings: Finding[] = []
  for (const sentence of prose.sentences) {
    if (sentence.items.every((item) => item.kind !== 'quantity')) continue
    const { stated, bare, deltas } = changesIn(sentence)
    const isLoose = stated.length === 0 && bare.length === 0 && deltas.length === 1
    const changes = isLoose ? carriedOver(sentence, deltas) : stated.map((change) => ({ change, levels: sentence }))
    const judged = best(changes)
    findings.push(...judged.map((one) => asFinding(one, (from) => prose.quote(from))))
    findings.push(...saidDirections(prose, sentence, { bare, judged }))
  }
  return findings
}

/** Words of direction without a size: "fell from 340 to 360", "has since recovered to 63.4%"; and changes said loosely. */
function saidDirections(
  prose: Prose,
  sentence: Sentence,
  { bare, judged }: { bare: Pair[]; judged: Judged[] },
): Finding[] {
  const inner = judged.length === 0 && bare.length === 0 ? innerChanges(sentence) : []
  const known = new Set(judged.map(({ change }) => change.delta.at))
  const closed = inner.length === 0 ? closedChanges(sentence, known) : []
  const told = bareDirections(sentence, bare)
  const directions = told.length + judged.length + inner.length + closed.length > 0 ? told : orderedLevels(sentence)
  const said: (SaidDirection & { earlier?: { start: number; end: number } })[] = [
    ...directions,
    ...recoveries(sentence),
    ...opposedWords(sentence),
    ...inner,
    ...closed,
    ...(inner.length + closed.length === 0 ? apartIn(sentence, known) : []),
    ...(judged.length === 0 ? closedFactor(sentence) : []),
  ]
  return said.map((one) => {
    const { verdict, message, working, suggestion } = one
    const earlier = one.earlier && one.earlier.start < one.start ? [prose.quote(one.earlier)] : []
    const parts = { kind: 'change' as const, verdict, message, working, quotes: [prose.quote(one), ...earlier] }
    return findingOf(suggestion ? { ...parts, suggestion } : parts)
  })
}

type Judged = Reading & { judgement: Judgement }

type Reading = { change: StatedChange; levels: Sentence }

/** "This is an increase of 8%." takes its two levels from the sentence before; "It was also 8% up on May" names others. */
function carriedOver(sentence: Sentence, [delta]: Delta[]): Reading[] {
  const levels = sentence.previous
  const isAnother = sentence.items.slice(1, 4).some(({ lower }) => lower === 'also')
  if (!levels || !delta || isAnother || (delta.factor !== undefined && hasLevels(sentence))) return []
  if (!/^(this|that|it|which|these|an|a)$/.test(sentence.items[0]?.lower ?? '') || namesBase(sentence, delta)) return []
  const before = changesIn(levels)
  const pairs = new Map(
    [...before.stated.map((one) => one.pair), ...before.bare].map((pair) => [`${pair.from} ${pair.to}`, pair]),
  )
  const [pair] = pairs.values()
  if (!pair || pairs.size !== 1) return []
  return [{ change: { sentence, pair, delta, isTight: false }, levels }]
}

/** "That is seven points more than 38%": measured from a figure of its own. */
const namesBase = ({ items }: Sentence, { until }: Delta) =>
  items[until]?.lower === 'than' && items.slice(until + 1, until + 4).some(({ quantity }) => quantity)

const hasLevels = (sentence: Sentence) => sentence.items.some((item) => item.kind === 'quantity')

/** One judgement for each change: a reading that holds silences those that do not, and the tightest is kept. */
function best(readings: Reading[]): Judged[] {
  const judged = readings.flatMap((reading) => {
    const judgement = judgeChange(reading.change, reading.levels)
    return judgement ? [{ ...reading, judgement }] : []
  })
  const byDelta = bestOf(judged, (one) => `${one.change.delta.at}`)
  const byPair = bestOf(byDelta, (one) => `${one.change.pair.from} ${one.change.pair.to} ${unitOf(one)}`)
  return byPair.filter((one) => one.judgement.verdict !== 'silent' && (rank(one) === 3 || !hasOtherLevel(one)))
}

/** One of the two levels and another figure of the sentence are just so far apart: the other level was read amiss. */
function hasOtherLevel({ change, levels }: Judged): boolean {
  const { from, to } = change.pair
  if (change.pair.how === 'from-to') return false
  const unit = levels.items[from]?.quantity?.unit
  const others = levels.items.flatMap(({ quantity }, at) =>
    quantity?.unit === unit && ![from, to, change.delta.at].includes(at) && !isAimed(levels, at) ? [at] : [],
  )
  const wider = withPrevious(levels, change.sentence.items[change.delta.at]?.quantity)
  const before = wider.items.flatMap(({ quantity }, at) =>
    at >= levels.items.length && quantity?.unit === unit && !isAimed(wider, at) ? [at] : [],
  )
  const pairs = [...others, ...before].flatMap((at) => [
    { ...change.pair, from: at },
    { ...change.pair, to: at },
    { ...change.pair, from: to, to: at },
  ])
  return pairs.slice(0, MOST_PAIRS).some((pair) => judgeChange({ ...change, pair }, wider)?.verdict === 'holds')
}

/** "We have 1,020. In 2010 there were 1,105 and in 2018 884, up by 136": a level may stand before, if the change tells enough. */
const withPrevious = (levels: Sentence, stated: Quantity | undefined): Sentence =>
  stated && printedDigits(stated).length > 2 && levels.previous
    ? { ...levels, items: [...levels.items, ...levels.previous.items] }
    : levels

/** "target 85%", "against a goal of 90%": no level of any time. */
const isAimed = ({ items }: Sentence, at: number) =>
  items.slice(Math.max(0, at - 3), at + 2).some((item) => /^(targets?|goal|aim|national|nationally)$/.test(item.lower))

const MOST_PAIRS = 18

const unitOf = (one: Judged) => one.change.sentence.items[one.change.delta.at]?.quantity?.unit ?? 'factor'

function bestOf(judged: Judged[], keyOf: (one: Judged) => string): Judged[] {
  const kept = new Map<string, Judged>()
  for (const one of judged) {
    const known = kept.get(keyOf(one))
    if (!known || rank(one) > rank(known)) kept.set(keyOf(one), one)
  }
  return [...kept.values()]
}

function rank(one: Judged): number {
  if (one.judgement.verdict === 'holds') return 3
  if (one.judgement.verdict === 'silent') return 2
  return one.change.isTight ? 1 : 0
}

function asFinding(
  judged: Judged,
  quote: (from: { start: number; end: number }) => ReturnType<ReturnType<typeof proseOf>['quote']>,
): Finding {
  const { change, judgement, levels } = judged
  const items = change.sentence.items
  const own = [items[change.delta.from], items[change.delta.until]]
  const pair = [levels.items[change.pair.from], levels.items[change.pair.to]]
  const isOneSentence = levels === change.sentence
  const stretch = (parts: typeof own) => ({
    start: Math.min(...parts.map((item) => item?.start ?? Number.POSITIVE_INFINITY)),
    end: Math.max(...parts.map((item) => item?.end ?? 0)),
  })
  const quotes = isOneSentence ? [quote(stretch([...own, ...pair]))] : [quote(stretch(own)), quote(stretch(pair))]
  return findingOf({
    kind: 'change',
    verdict: judgement.verdict as Verdict,
    quotes,
    message: judgement.message,
    working: judgement.working,
    ...(judgement.suggestion ? { suggestion: judgement.suggestion } : {}),
  })
}
