import { contradictingChanges, factsOf, proseOf, type StatedFact } from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { inPrint, isMiscopied, mayBeSame } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { areOfOneTime, areOfOtherTimes } from './document-time.js'
import { namedIn } from './named-in.js'
import { isKnown, isOfOpenThings, wordsOf } from './open-things.js'
import { areTwo, isRoundingOf } from './two-figures.js'

/**
 * One thing, one period, two values: near or far apart, or in another document. Different periods, places, bases or
 * kinds of figure (a target, a forecast) are no contradiction; where the text leaves them open, it is a question. What a
 * document of another time says of its own present is no contradiction either.
 */
export const checkContradiction: Check = (document, { others }) => {
  const own = factsOf(document, 0).filter((fact) => !isOfNothing(fact))
  const foreign = others.flatMap((other, index) => factsOf(other, index + 1))
  const old = new Set(others.flatMap((other, index) => (areOfOtherTimes(document, other) ? [index + 1] : [])))
  const facts = [...own, ...foreign.filter((fact) => fact.period || !old.has(fact.document))]
  const near = new Set(others.flatMap((other, index) => (areOfOneTime(document, other) ? [index + 1] : [])))
  const found = new Map<string, Finding>()
  for (const pair of [...named(facts), ...likeNamed(facts)]) {
    if (!near.has(pair.rival.document) && isOfLastTime(pair)) continue
    const finding = asFinding(pair)
    const key = placeOf(finding)
    if (!found.has(key)) found.set(key, finding)
  }
  return [...found.values(), ...contradictingChanges(proseOf(document))]
}

/** Figures of several things, of none but a stretch of time ("£4.48 a week"), of what a row's label says, and page numbers. */
const isOfNothing = (fact: StatedFact) =>
  ('kind' in fact.home && fact.home.kind === 'row-text') ||
  /\brespectively\b|\bwould have\b|\.{4}/.test(wordsOf(fact)) ||
  fact.hard.every((word) => /^(day|week|month|quarter|year)$/.test(word))

const placeOf = ({ quotes }: Finding) => quotes.map(({ file, start }) => `${file} ${start}`).join()

/** A name with more values than this is a name for many things (rows of a list, say). */
const crowd = 8

/** Facts whose telling words are the same. */
function named(facts: readonly StatedFact[]): Pair[] {
  const groups = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    const key = `${fact.unit}: ${fact.hard.join(' ')}`
    const group = groups.get(key)
    if (group) group.push(fact)
    else groups.set(key, [fact])
  }
  const compared = [...groups.values()].filter((group) => group.length > 1 && group.length <= crowd).flatMap(within)
  const parallel = parallelHeadings(compared)
  return compared.filter((pair) => !parallel.has(headingsOf(pair)))
}

type Pair = { readonly own: StatedFact; readonly rival: StatedFact; readonly verdict: Verdict }

/** Undated figures of a document that may be of an earlier time, which no slip of the pen makes one and nobody calls known. */
function isOfLastTime({ own, rival, verdict }: Pair): boolean {
  if (rival.document === 0 || verdict === 'holds' || periodsAgree(own, rival) !== 'open') return false
  const [a, b] = [own.quantity.shown, rival.quantity.shown]
  return ![own, rival].some(isKnown) && !isMiscopied(a, b) && !isOneDigitOff(a, b)
}

/** Each fact of the checked document against those before it and those of other documents; one finding a fact is enough. */
function within(group: StatedFact[]): Pair[] {
  return group.flatMap((own, index): Pair[] => {
    if (own.document > 0) return []
    const rivals = group.filter((one, at) => at < index || one.document > 0)
    for (const rival of rivals) {
      const verdict = compare(own, rival)
      if (verdict) return [{ own, rival, verdict }]
    }
    return []
  })
}

/** Two sections of one document that give several things alike, each with its own values, are of two places or two years. */
function parallelHeadings(pairs: Pair[]): Set<string> {
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    if (pair.verdict === 'holds' || pair.own.document !== pair.rival.document) continue
    if (pair.own.heading === pair.rival.heading) continue
    counts.set(headingsOf(pair), (counts.get(headingsOf(pair)) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key] : [])))
}

const headingsOf = ({ own, rival }: Pair) => `${own.heading} | ${rival.heading}`

function compare(own: StatedFact, rival: StatedFact): Verdict | undefined {
  const periods = periodsAgree(own, rival)
  if (own.home === rival.home || periods === 'differ' || isOtherDeed(own, rival)) return undefined
  if (mayBeSame(own.quantity, rival.quantity))
    return periods === 'same' && own.soft.join() === rival.soft.join() ? 'holds' : undefined
  if (isRoundingOf(own.quantity, rival.quantity) || saysBoth(own, rival) || (periods === 'open' && areTwo(own, rival)))
    return undefined
  return verdictOf(own, rival, periods === 'same')
}

/** "331 were hurt, 4.1% more than 318": what gives both values tells them apart. */
const saysBoth = (own: StatedFact, rival: StatedFact) =>
  [[own, rival] as const, [rival, own] as const].some(([one, other]) =>
    wordsOf(one)
      .split(/[\s()]+/)
      .some((word) => word.replace(/[,.;:]$/, '') === other.text.trim()),
  )

/** Received and completed, awarded and paid: two things, though the rest of their names is one. */
const isOtherDeed = (own: StatedFact, rival: StatedFact) =>
  deedsOf(own).some((word) => !rival.soft.includes(word)) && deedsOf(rival).some((word) => !own.soft.includes(word))

/** "roads" and "casualties" name the thing again; "received" and "completed" are deeds. */
const deedsOf = ({ soft }: StatedFact) =>
  soft.filter(
    (word) =>
      !/^(?:road|traffic|casualt|room|control|servic|worth|cost|fund|cover|includ|scheme|run|latest)/.test(word),
  )

function periodsAgree({ period: first, document }: StatedFact, { period: second, document: other }: StatedFact) {
  if (!first || !second) return 'open'
  if (first.key !== second.key) return 'differ'
  if (first.kind === 'relative' && document !== other) return 'differ'
  return /^(months|day|since)$/.test(first.kind) ? 'same' : 'open'
}

/** Same words and period: very probably wrong. Left open: a question, where the two values are alike enough to be one thing. */
function verdictOf(own: StatedFact, rival: StatedFact, isSame: boolean): Verdict | undefined {
  const [a, b] = [own.quantity.shown, rival.quantity.shown]
  const ratio = Math.max(a, b) / Math.max(1e-9, Math.min(a, b))
  const isTenfold = [10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.001)
  const isNear = ratio < (own.unit.startsWith('change') ? 4 : 1.6) || isTenfold || isMiscopied(a, b)
  if (!isSame && isOfOpenThings(own, rival) && !isTenfold && !isMiscopied(a, b)) return undefined
  const isSlip = isSame && isOneDigitOff(a, b)
  if (!isNear) return isSlip || (isSame && own.hard.length > 1 && ratio < 4) ? 'question' : undefined
  const isAlike = own.soft.join() === rival.soft.join()
  const least = isOfNamedBase(own) ? 3 : 2
  return isSame && isAlike && (own.hard.length >= least || isNamedChange(own) || isTenfold || isMiscopied(a, b))
    ? 'warning'
    : 'question'
}

/** "15.7% of outcomes" with no verb: one of the words that name it is only its base. */
const isOfNamedBase = (own: StatedFact) => own.unit.startsWith('percent') && !hasVerb.test(wordsOf(own))
const hasVerb = /\b(?:is|are|was|were|has|have|had|will|employs?|saw|took|made|held|gave|[a-z]{3,}ed)\b/i

/** A change of what its own sentence names, not only the line above a list ("Key results:"). */
const isNamedChange = (own: StatedFact) =>
  own.unit.startsWith('change') && own.hard.some((word) => wordsOf(own).toLowerCase().includes(word))

/** 92.4 and 22.4: as many digits, one of them another. */
function isOneDigitOff(first: number, second: number): boolean {
  const [a, b] = [first, second].map((value) => String(Math.round(value * 100) / 100).replace('.', ''))
  return (
    a?.length === b?.length &&
    (a?.length ?? 0) >= 3 &&
    [...(a ?? '')].filter((digit, at) => digit !== b?.[at]).length === 1
  )
}

/**
 * Facts of one stated period whose names share words: "126,649 emergency calls" and "128,649 calls". Each is put under
 * every word of its name; a word of too many names tells nothing.
 */
function likeNamed(facts: readonly StatedFact[]): Pair[] {
  const byWord = new Map<string, StatedFact[]>()
  for (const fact of facts) {
    const time = fact.period?.kind === 'months' || fact.period?.kind === 'day' ? fact.period.key : 'open'
    for (const word of fact.hard) {
      const key = `${fact.unit} ${time} ${word}`
      const group = byWord.get(key)
      if (!group) byWord.set(key, [fact])
      else if (group.length <= crowd) group.push(fact)
    }
  }
  const groups = [...byWord.values()].filter((group) => group.length <= crowd)
  return groups.flatMap((group) =>
    group.flatMap((later, at) => group.slice(0, at).flatMap((earlier) => alike(later, earlier) ?? [])),
  )
}

/** Words that make another figure of the same name: a target, the country, a part. */
const narrowing =
  /^(non|next|former|elect|target|aim|goal|forecast|plann?|expect|nation|region|similar|new|young|child|adult|serious|first|second|third|further|provision|estimat|budget|england|wale)/

/** Names that share words, and numbers that look like one number copied wrongly, or lie close when one name is in the other. */
function alike(later: StatedFact, earlier: StatedFact): Pair | undefined {
  const [own, rival] = later.document === 0 ? [later, earlier] : [earlier, later]
  if (own.document > 0 || own.home === rival.home || own.hard.join() === rival.hard.join()) return undefined
  if (own.isVague || rival.isVague || isOtherDeed(own, rival) || periodsAgree(own, rival) === 'differ') return undefined
  if (mayBeSame(own.quantity, rival.quantity) || isRoundingOf(own.quantity, rival.quantity) || areTwo(own, rival))
    return undefined
  const shared = own.hard.filter((word) => rival.hard.includes(word))
  const apart = [...own.hard, ...rival.hard].filter((word) => !shared.includes(word))
  const isTimed = own.period?.kind === 'months' || own.period?.kind === 'day'
  if (apart.some((word) => narrowing.test(word)) || (!isTimed && shared.length < 2)) return undefined
  if (isElsewhere(own, rival, shared)) return undefined
  const isCopy = isMiscopied(own.quantity.shown, rival.quantity.shown)
  if (!isCopy && periodsAgree(own, rival) === 'open' && isOfOpenThings(own, rival)) return undefined
  const isInside = shared.length === Math.min(own.hard.length, rival.hard.length)
  const verdict = likeVerdict({ own, rival, isInside, shared: shared.length, isTimed })
  return verdict && { own, rival, verdict }
}

/** Each has a name of its own, written with a capital: "burglary in Fenbridge" and "burglary in Marham". */
const isElsewhere = (own: StatedFact, rival: StatedFact, shared: readonly string[]) =>
  [own, rival].every((fact) =>
    fact.hard.some(
      (word) => !shared.includes(word) && wordsOf(fact).includes(` ${word[0]?.toUpperCase()}${word.slice(1)}`),
    ),
  )

type Likeness = { own: StatedFact; rival: StatedFact; isInside: boolean; shared: number; isTimed: boolean }

function likeVerdict({ own, rival, isInside, shared, isTimed }: Likeness): Verdict | undefined {
  const [less = 0, more = 0] = [own.quantity.shown, rival.quantity.shown].sort((a, b) => a - b)
  const isCopy = isMiscopied(own.quantity.shown, rival.quantity.shown)
  if (isCopy && (isInside || shared >= 2)) return isTimed && less >= 1000 ? 'warning' : 'question'
  if (isCopy && isTimed && String(less).replace(/\D|0+$/g, '').length >= 3) return 'question'
  const isNear = less >= 10 && more / less < 1.3
  return isNear && (isInside || (isTimed && shared >= 3)) ? 'question' : undefined
}

function asFinding({ own, rival, verdict }: Pair): Finding {
  const quotes = [own.quote(), rival.quote()]
  const working = `${inPrint(rival.quantity.shown)} ${verdict === 'holds' ? 'and' : 'against'} ${inPrint(own.quantity.shown)}`
  const name = namedIn(quotes[0]?.text ?? '', own.hard)
  if (verdict === 'holds')
    return findingOf({
      kind: 'contradiction',
      verdict,
      quotes,
      message: `Both passages give ${own.text}.`,
      working,
    })
  const where = own.document === rival.document ? 'an earlier passage gives' : 'another document gives'
  const ask = verdict === 'question' ? ' Are they of the same period, place and definition?' : ''
  return findingOf({
    kind: 'contradiction',
    verdict,
    quotes,
    message: `This passage gives ${own.text}; ${where} ${rival.text}${name}.${ask}`,
    working,
    suggestion: ask
      ? 'Say the period or the definition with each figure, or make them agree.'
      : 'Make the two figures agree.',
  })
}
