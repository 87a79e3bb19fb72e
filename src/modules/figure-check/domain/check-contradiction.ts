import { contradictingChanges, levelsOf, proseOf, type StatedLevel, singular } from '#modules/claims/index.js'
import { type Finding, findingOf, type Verdict } from '#modules/passages/index.js'
import { inPrint, isMiscopied, looseSpan, mayBeSame, meets } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * One thing, one period, two values: near or far apart, or in another document. Different periods, places, bases or
 * kinds of figure (a target, a forecast) are no contradiction; where the text leaves them open, it is a question.
 */
export const checkContradiction: Check = (document, { others }) => {
  const own = levelsOf(proseOf(document), 0)
  const foreign = others.flatMap((other, index) => levelsOf(proseOf(other), index + 1))
  const findings: Finding[] = []
  for (const group of grouped([...own, ...foreign])) findings.push(...within(group))
  findings.push(...likeNamed([...own, ...foreign]))
  return [...findings, ...contradictingChanges(proseOf(document))]
}

function grouped(levels: StatedLevel[]): StatedLevel[][] {
  const groups = new Map<string, StatedLevel[]>()
  for (const level of levels) {
    if (level.isVague) continue
    const group = groups.get(level.key)
    if (group) group.push(level)
    else groups.set(level.key, [level])
  }
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= crowd)
}

/** A name with more values than this is a name for many things (rows of a list, say). */
const crowd = 8

/**
 * Levels of one stated period whose names share most words: "126,649 emergency calls" and "128,649 calls". Each is put
 * under every word of its name; a word that too many names share tells nothing.
 */
function likeNamed(levels: StatedLevel[]): Finding[] {
  const byWord = new Map<string, StatedLevel[]>()
  for (const level of levels) {
    if (level.period?.kind !== 'months' && level.period?.kind !== 'day') continue
    for (const word of new Set(level.what)) {
      const key = `${level.unit} ${level.period.key} ${word}`
      byWord.set(key, [...(byWord.get(key) ?? []).slice(0, crowd), level])
    }
  }
  const found = new Map<string, Finding>()
  for (const group of byWord.values()) {
    if (group.length > crowd) continue
    for (const [index, level] of group.entries()) {
      for (const rival of group.slice(0, index)) addLike(found, level, rival)
    }
  }
  return [...found.values()]
}

function addLike(found: Map<string, Finding>, level: StatedLevel, rival: StatedLevel): void {
  const [own, other] = level.document === 0 ? [level, rival] : [rival, level]
  const isVague = own.isVague || other.isVague
  if (own.document > 0 || (own.key === other.key && !isVague) || own.sentence === other.sentence) return
  if (mayBeSame(own.quantity, other.quantity) || meets(looseSpan(own.quantity), looseSpan(other.quantity))) return
  const isCopy = isMiscopied(own.quantity.shown, other.quantity.shown)
  if (namesAgree(own.names, other.names) === 'differ' || !(isVague ? isCopy : areLike(own, other, isCopy))) return
  const shared = own.what.filter((word) => other.what.includes(word)).length
  const isLong = Math.min(own.quantity.shown, other.quantity.shown) >= 1000
  const finding = contradiction(own, other, isCopy && !isVague && (isLong || shared >= 2) ? 'warning' : 'question')
  found.set(finding.id, finding)
}

function areLike(own: StatedLevel, other: StatedLevel, isCopy: boolean): boolean {
  if (own.qualifiers !== other.qualifiers) return false
  if (isCopy) return true
  const isNear = Math.abs(Math.log(own.quantity.shown / other.quantity.shown)) <= Math.log(1.25)
  return isNear && isOneInOther(own.what, other.what)
}

/** Whether the words of one name are all among the other's. */
const isOneInOther = (first: string[], second: string[]) =>
  first.every((word) => second.includes(word)) || second.every((word) => first.includes(word))

/** Each level of the checked document against those before it; one finding a level is enough. */
function within(group: StatedLevel[]): Finding[] {
  const findings: Finding[] = []
  for (const [index, level] of group.entries()) {
    const rivals = group
      .slice(0, index)
      .concat(level.document === 0 ? group.slice(index + 1).filter((one) => one.document > 0) : [])
    if (level.document > 0) continue
    for (const rival of rivals) {
      const finding = compare(level, rival)
      if (!finding) continue
      findings.push(finding)
      break
    }
  }
  return findings
}

function compare(level: StatedLevel, rival: StatedLevel): Finding | undefined {
  if (level.sentence === rival.sentence || level.qualifiers !== rival.qualifiers) return undefined
  const periods = periodsAgree(level, rival)
  const names = namesAgree(level.names, rival.names)
  if (periods === 'differ' || names === 'differ') return undefined
  const agree = mayBeSame(level.quantity, rival.quantity)
  const isRounded = meets(looseSpan(level.quantity), looseSpan(rival.quantity)) && isRoundNumber(level, rival)
  if (isRounded && !agree) return undefined
  if (agree) return periods === 'same' && names === 'same' ? restated(level, rival) : undefined
  const verdict = verdictOf(level, rival, periods === 'same' && names === 'same')
  return verdict === undefined ? undefined : contradiction(level, rival, verdict)
}

/** One of the two is a round number, the other is not: 25,000 may stand for 24,870. */
function isRoundNumber(level: StatedLevel, rival: StatedLevel): boolean {
  const [a, b] = [looseSpan(level.quantity), looseSpan(rival.quantity)]
  return a.high - a.low !== b.high - b.low
}

function periodsAgree(level: StatedLevel, rival: StatedLevel): 'same' | 'open' | 'differ' {
  const [first, second] = [level.period, rival.period]
  if (!first && !second) return level.document === rival.document ? 'open' : 'open'
  if (!first || !second) return 'open'
  if (first.key !== second.key) return 'differ'
  if (first.kind === 'relative' && level.document !== rival.document) return 'differ'
  return first.kind === 'months' || first.kind === 'day' ? 'same' : 'open'
}

/** Capitals that only one of two sentences has may name another place: left open if one has none at all. */
function namesAgree(first: string[], second: string[]): 'same' | 'open' | 'differ' {
  if (first.join(' ') === second.join(' ')) return 'same'
  const isInside = first.every((name) => second.includes(name)) || second.every((name) => first.includes(name))
  return isInside ? 'open' : 'differ'
}

/** Same period and names: very probably wrong. Left open: a question, where the two values are alike enough to be one thing. */
function verdictOf(level: StatedLevel, rival: StatedLevel, isSame: boolean): Verdict | undefined {
  const ratio =
    Math.max(level.quantity.shown, rival.quantity.shown) / Math.min(level.quantity.shown, rival.quantity.shown)
  const isTenfold = [10, 100, 1000].some((factor) => Math.abs(ratio / factor - 1) < 0.001)
  if (isSame) return level.what.length >= 2 || isTenfold || level.unit.startsWith('change') ? 'warning' : 'question'
  if (isTenfold && level.quantity.shown > 20) return 'question'
  const isLike = ratio < 1.6 && speaksAlike(level, rival)
  return isLike ? 'question' : undefined
}

/** Two sentences that share most of their words speak of one thing; two words of a name alone may not. */
function speaksAlike(level: StatedLevel, rival: StatedLevel): boolean {
  const [first, second] = [level, rival].map((one) => new Set(wordsOf(one)))
  if (!first || !second) return false
  const shared = [...first].filter((word) => second.has(word)).length
  const smaller = Math.min(first.size, second.size)
  return shared >= 2 && shared >= smaller * 0.6
}

const wordsOf = (level: StatedLevel) =>
  level.sentence.items.flatMap((item) => (item.kind === 'word' && item.lower.length > 3 ? [singular(item.lower)] : []))

function restated(level: StatedLevel, rival: StatedLevel): Finding | undefined {
  return findingOf({
    kind: 'contradiction',
    verdict: 'holds',
    quotes: quotesOf(level, rival),
    message: `Both passages give ${level.item.text} for ${nameOf(level)}.`,
    working: `${inPrint(rival.quantity.shown)} and ${inPrint(level.quantity.shown)}`,
  })
}

function contradiction(level: StatedLevel, rival: StatedLevel, verdict: Verdict): Finding {
  const isElsewhere = level.document !== rival.document
  const where = isElsewhere ? 'another document gives' : 'an earlier passage gives'
  const ask = verdict === 'question' ? ' Are they of the same period, place and definition?' : ''
  return findingOf({
    kind: 'contradiction',
    verdict,
    quotes: quotesOf(level, rival),
    message: `This passage gives ${level.item.text} for ${nameOf(level)}; ${where} ${rival.item.text}.${ask}`,
    working: `${inPrint(rival.quantity.shown)} against ${inPrint(level.quantity.shown)}`,
    suggestion:
      verdict === 'question'
        ? 'Say the period or the definition with each figure, or make them agree.'
        : 'Make the two figures agree.',
  })
}

const nameOf = (level: StatedLevel) => [...new Set(level.what)].join(' ')

function quotesOf(level: StatedLevel, rival: StatedLevel) {
  return [level, rival].map((one) => one.prose.quote(around(one)))
}

/** The number with the words that say what it counts, as far as the sentence's end when that is near. */
function around(level: StatedLevel): { start: number; end: number } {
  const { sentence, item } = level
  if (sentence.end - sentence.start <= 220) return sentence
  const at = sentence.items.indexOf(item)
  const first = sentence.items[Math.max(0, at - 6)]
  const last = sentence.items[Math.min(sentence.items.length - 1, at + 8)]
  return { start: first?.start ?? item.start, end: last?.end ?? item.end }
}
