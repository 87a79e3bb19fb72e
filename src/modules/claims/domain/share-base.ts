import { deltasIn } from './change-words.js'
import { looseDeltas } from './change-words-loose.js'
import type { Item, Sentence } from './claim.js'
import { isChangeNoun, singular } from './claim-words.js'
import { directBase, isInOwnBracket, isShutIn } from './share-direct-base.js'
import { asidePairs } from './share-heads.js'
import { sharesIn } from './share-stated.js'

/** A percentage of people or things and the number that it is taken from; tight where the words leave no doubt. */
export type Based = { readonly percent: Item; readonly base: Item; readonly isTight: boolean }

const weighing = /^(weighted|weighting|weighed|adjusted|modelled|scaled|average|mean|estimated)$/

/** Percentages with their bases: "45% of the 17", "(n = 17)", "Of 17 asked, 45%", "17 replied. 45% said …". */
export function basesIn(sentence: Sentence): Based[] {
  const { items } = sentence
  if (!items.some((item) => item.quantity?.unit === 'percent') || items.some((item) => weighing.test(item.lower)))
    return []
  const shares = sharesIn(sentence)
  const tight = shares.flatMap((share) =>
    share.part === undefined && share.wholeIn === sentence
      ? pairOf(items[share.percent], items[share.whole], true)
      : [],
  )
  const known = new Set(shares.map((share) => share.percent))
  const aside = new Set(asidePairs(items).map((pair) => pair.percent))
  const own = items.flatMap((_, at) => (!known.has(at) && isOwnShare(sentence, at) ? [at] : []))
  const direct = own.flatMap((at) => pairOf(items[at], items[directBase(items, at)], false))
  const isOfNext = (at: number) => isInOwnBracket(items, items.slice(0, at).findLastIndex(isBaseLike), at)
  const open = own.filter(
    (at) => !(aside.has(at) || isOfNext(at) || direct.some(({ percent }) => percent === items[at])),
  )
  if (direct.length > 0) tight.push(...direct)
  if (open.length === 0) return tight
  const named = namedBase(items)
  if (named >= 0 && open.some((at) => items.slice(Math.min(at, named), named).some(({ text }) => text === ';')))
    return tight
  if (named >= 0) return [...tight, ...open.flatMap((at) => pairOf(items[at], items[named], false))]
  return [...tight, ...looseBases(sentence, open)]
}

const pairOf = (percent: Item | undefined, base: Item | undefined, isTight: boolean): Based[] =>
  percent && base ? [{ percent, base, isTight }] : []

/** Whether a percentage can be a share of people or things: not a change, not a target, not one with a whole of its own. */
function isOwnShare(sentence: Sentence, at: number): boolean {
  const { items } = sentence
  const quantity = items[at]?.quantity
  if (quantity?.unit !== 'percent' || quantity.inWords || quantity.sign !== '' || quantity.isRange) return false
  const deltas = deltasIn(sentence)
  if ([...deltas, ...looseDeltas(sentence, deltas)].some((delta) => delta.at === at)) return false
  return !isMeasure(items, at) && !isElsewhere(items, at) && !isFromOther(items, at)
}

/** "slipping to 1.9% from 2.4%": a rate that moved. */
const isFromOther = (items: Item[], at: number) =>
  items[at + 1]?.lower === 'from' && items.slice(at + 2, at + 4).some((item) => item.quantity?.unit === 'percent')

/** "to 62%", "a 25% share", "a discount of 10%", "5% higher": a percentage of no people. */
function isMeasure(items: Item[], at: number): boolean {
  const [farther, before, next] = [items[at - 2], items[at - 1], items[at + 1]].map((item) => item?.lower ?? '')
  if (/^(up|down|from|to|than|until|below|above|exceeding)$/.test(before ?? '')) return true
  if (before === 'the' && /^(mark|target|threshold|barrier)$/.test(next ?? '')) return true
  if (before === 'by') return !/^(rated|low|high)$/.test(farther ?? '')
  if (before === 'of') return !rate.test(farther ?? '')
  if (/^(a|an)$/.test(before ?? '')) return !/^(rate|majority|score)$/.test(next ?? '')
  return (
    /^(more|fewer|higher|lower|up|down|point|in|last|share|stake|discount|grant)$/.test(next ?? '') ||
    isChangeNoun(next ?? '')
  )
}

const rate = /^(rate|rates|proportion|majority|score|share)$/
const other =
  /^(national|nationally|average|region|regional|compared|versus|England|country|previous|previously|inflation|budget)$/i

/** "the national figure is 61%", "against a target of 90%": in its clause stands a word of another thing. */
function isElsewhere(items: Item[], at: number): boolean {
  let from = at - 1
  while (from >= 0 && !/^[;:.(]$/.test(items[from]?.text ?? '')) from -= 1
  let until = at + 1
  while (until < items.length && !/^[;:.(,]$/.test(items[until]?.text ?? '')) until += 1
  return items.slice(from + 1, until).some((item) => other.test(item.lower))
}

const baseWord = /^(n|base|sample|size|responses|replies|respondents|returns|participants)$/
const answers = /^(respondents?|responses?|repl(?:y|ies)|returns|participants|answers|interviews|forms|questionnaires)$/

/** "(n = 17)", "base: 17", "sample size 17", "(17 respondents)", "Number of replies: 17", "those surveyed (17 people)". */
function namedBase(items: Item[]): number {
  return items.findIndex((item, at) => {
    if (item.quantity?.unit !== 'count' || item.quantity.isRange) return false
    if (isNamed(items, at)) return true
    const isAside = items[at - 1]?.text === '(' && (items[at + 1]?.text === ')' || items[at + 2]?.text === ')')
    const isAnswers = answers.test(items[at + 1]?.lower ?? '') && items[at - 2]?.quantity === undefined
    return isAside && (isAnswers || speaksOfAsked(items, at - 1))
  })
}

/** "n =", "base:", "Number of replies:" right before it. */
function isNamed(items: Item[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back -= 1) {
    const word = items[back]?.lower ?? ''
    if (baseWord.test(word)) return true
    if (!/^([=:]|of|is|was|numbered|the|total)$/.test(word)) return false
  }
  return false
}

/** "of those surveyed (17)", "of survey participants (17)". */
const speaksOfAsked = (items: Item[], open: number) =>
  items.slice(Math.max(0, open - 3), open).some((item) => asked.test(item.lower) || answers.test(item.lower))

const asked =
  /^(replied|responded|responding|answered|completed|participated|attended|interviewed|surveyed|polled|asked|questioned|sampled|dip-sampled|consulted|reviewed|examined|audited|inspected|contacted|views|feedback|survey|questionnaire|poll|interviews?|audit|sample|looked|checked|assessed|monitored|finished|finalised|concluded|closed|returned|spoke|visited|voted|written|took|graded|grading|received|trainees)$/

const isBaseLike = (item: Item) => {
  const { quantity } = item
  return quantity?.unit === 'count' && !quantity.isRange && !quantity.perTime && !quantity.approx && quantity.shown >= 5
}

/** "Five of us", "forty of the visits", "17th of 43", "three searches in five": a part of some, places of a rank, the end of a ratio. */
const isOfMore = (items: readonly Item[], at: number) =>
  (items[at + 1]?.lower === 'of' &&
    /^(us|them|these|those|you|the|our|its|their|all)$/.test(items[at + 2]?.lower ?? '') &&
    !items[at + 3]?.quantity) ||
  (items[at - 1]?.lower === 'of' &&
    /^\d+(?:st|nd|rd|th)$|^(?:first|second|third|fourth|fifth|sixth)$/.test(items[at - 2]?.lower ?? '')) ||
  (items[at]?.quantity?.inWords === true && /^(in|of)$/.test(items[at - 1]?.lower ?? ''))

const stretch = /^(consecutive|successive|quarters?|years?|months?|weeks?|days?|times|hours?)$/

/** The one number that percentages of a sentence can be of: before them, or in the sentence before. */
function looseBases(sentence: Sentence, open: number[]): Based[] {
  const { items } = sentence
  const deltas = new Set(deltasIn(sentence).map((delta) => delta.at))
  const all = items.flatMap((item, at) => (isBaseLike(item) && !deltas.has(at) && !isOfMore(items, at) ? [at] : []))
  const near = all.filter((at) => open.every((percent) => isOfOneThought(items, at, percent)))
  const counts = all.length > 1 ? near : all
  const isTime = (item: Item) => stretch.test(item.lower) || item.quantity?.unit === 'duration'
  if (counts.some((at) => items.slice(at + 1, at + 3).some(isTime))) return []
  const [only] = counts
  if (counts.length === 1 && only !== undefined)
    return open.flatMap((at) => (isBaseOf(items, only, at) ? pairOf(items[at], items[only], false) : []))
  return counts.length === 0 ? carried(sentence, open) : []
}

/** No semicolon, and no "and they gave", parts a number from a percentage. */
function isOfOneThought(items: Item[], one: number, other: number): boolean {
  const between = items.slice(Math.min(one, other), Math.max(one, other))
  return !between.some((item) => item.text === ';' || (item.lower === 'and' && other < one))
}

/** "Girls numbered 68, 32.1% of respondents": right behind a number, a share "of" something has it for its part. */
const isItsPart = (items: Item[], only: number, at: number) =>
  items[at + 1]?.lower === 'of' &&
  !/^(them|these|those|which|whom)$/.test(items[at + 2]?.lower ?? '') &&
  items.slice(only + 1, at).every(({ text }) => /^[,(–—-]$/.test(text))

const isBaseOf = (items: Item[], only: number, at: number) =>
  !isShutIn(items, only, at) &&
  !(at > only && (isItsPart(items, only, at) || isInOwnBracket(items, only, at))) &&
  isLinked(items, only, at) &&
  (bindsBack(items, at, only) ||
    (at > only && isOfBase(items, at, { items, at: only }) && (!isPredicate(items, at) || isSample(items, only))))

/** "satisfaction stood at 87%": of whom, only a survey or a sample before it tells. */
const isPredicate = (items: Item[], at: number) => /^(at|was|is|were|are|stood)$/.test(items[at - 1]?.lower ?? '')

const samples = /^(poll|survey|sample|cohort|group|audit|returned)$/
const isSample = (items: Item[], base: number) =>
  items.slice(Math.max(0, base - 4), base + 4).some((item) => samples.test(item.lower) || answers.test(item.lower))

/** "27% of the cohort of 57", "78% of the force's 33 dogs": the number stands behind, with nothing but its name between. */
const bindsBack = (items: Item[], at: number, only: number) =>
  only > at &&
  only - at <= 6 &&
  items[at + 1]?.lower === 'of' &&
  items
    .slice(at + 1, only)
    .every(
      (item) =>
        item.kind === 'word' && !verbish.test(item.lower) && !/^(in|at|for|by|on|from|with|to)$/.test(item.lower),
    )

type Held = { items: Item[]; at: number }

/** After "of": them, those who answered, or the things that the base counts; other things have a number of their own. */
function isOfBase(items: Item[], at: number, base: Held): boolean {
  if (items[at + 1]?.lower !== 'of') return true
  const after = items.slice(at + 2, at + 6).map((item) => item.lower)
  const [first = '', second = ''] = after
  if (/^(them|which|whom)$/.test(first) || (/^(these|those)$/.test(first) && !/^(in|from|of)$/.test(second))) {
    const noun = base.items.slice(base.at + 1, base.at + 4).map((item) => singular(item.lower))
    return (
      !/^(these|those)$/.test(first) ||
      verbish.test(second) ||
      second.endsWith('ed') ||
      noun.includes(singular(second)) ||
      answersAll(second)
    )
  }
  if (after.slice(0, 2).some((word) => answers.test(word))) return true
  const nouns = base.items
    .slice(base.at + 1, base.at + 5)
    .flatMap((item) => (item.kind === 'word' ? [singular(item.lower)] : []))
  return after.slice(0, 3).some((word) => word.length > 3 && nouns.includes(singular(word)))
}

const answersAll = (word: string) => /^(asked|surveyed|responding|who|replying|,|\.|\(|)$/.test(word)
const verbish =
  /^(were|was|are|is|had|have|has|did|do|does|said|say|felt|led|resulted|came|went|will|would|rated|thought|agreed|[,.;(]|)$/

/** Nothing between the base and the percentage that makes it a percentage of something else. */
const isLinked = (items: Item[], base: number, at: number) =>
  !items
    .slice(Math.min(base, at) + 1, Math.max(base, at))
    .some((item) => /^(cost|costs|worth|budget|spending|£|led|price|rise|while|whereas|although|but)$/.test(item.lower))

/** The one count of the sentence before, where this one opens with a share of it. */
function carried(sentence: Sentence, open: number[]): Based[] {
  const { items } = sentence
  const before = sentence.previous
  const counts = (before?.items ?? []).flatMap((item, at) => (isBaseLike(item) ? [at] : []))
  const [at] = counts
  const base = before?.items[at ?? -1]
  const hasOwn = items.some(
    (item, own) =>
      item.quantity && item.quantity.unit !== 'percent' && open.some((one) => isOfOneThought(items, own, one)),
  )
  if (!before || at === undefined || !base || counts.length !== 1 || hasOwn) return []
  if (before.items.some((item) => item.quantity?.unit === 'percent' || item.quantity?.unit === 'pounds')) return []
  const isOfThese = items[0]?.lower === 'of' && /^(these|those|them)$/.test(items[1]?.lower ?? '')
  const isAsked = at <= 2 || before.items.some((item) => asked.test(item.lower) || answers.test(item.lower))
  return open.flatMap((place, nth) => {
    const pointsBack =
      isOfThese || (items[place + 1]?.lower === 'of' && isOfBase(items, place, { items: before.items, at }))
    const opens = (nth > 0 || place < 8) && items[place + 1]?.lower !== 'of' && opensPlainly(items, open[0] ?? place)
    return pointsBack || (isAsked && opens) ? pairOf(items[place], base, false) : []
  })
}

/** The sentence opens with its share, or with a word or two that do not name another thing: "Some 45%", "A majority (45%)". */
const opensPlainly = (items: Item[], at: number) =>
  items
    .slice(0, at)
    .every(
      (item) =>
        /^(some|about|in|all|a|the|majority|of|on|these|it|that|found|overall|feedback|later|months|very|strongly|satisfied|agree|more|wanted|grounds|reasonable|patrols|result|[:(,])$/.test(
          item.lower,
        ) || /^(very|strongly|satisfied|agree)/.test(item.lower),
    )
