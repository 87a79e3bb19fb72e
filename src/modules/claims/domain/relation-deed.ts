import type { Period } from '#modules/quantities/index.js'
import { isPlain, type Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { periodFor } from './claim-periods.js'
import { singular } from './claim-words.js'
import { keyOf, whatOf } from './noun-phrase.js'
import { deltasIn } from './relation-delta.js'

/** So many people (cases, calls) to whom something was done in a period, however the sentence turns it. */
export type Deed = {
  sentence: Sentence
  item: Item
  quantity: Quantity
  period: Period
  /** What was counted, what was done and when, as one word. */
  key: string
  /** Who did it, where the sentence says. */
  doer: string[]
  /** What else the sentence says: with what, for whom, where. */
  rest: string[]
}

/** Names too common to tell a thing by themselves; here the verb tells it. */
const common =
  /^(people|person|victim|case|call|resident|pupil|child|family|householder|household|survivor|visitor|patient|offender|officer|staff|complaint|report|referral|visit|session|grant|home)$/

/** Every statement of a deed: "helped 3,120 people in 2021/22", "in 2021/22 3,120 people were helped". */
export function deedsIn(sentence: Sentence): Deed[] {
  if (sentence.kind === 'heading') return []
  const places = sentence.items.flatMap((item, at) => (item.quantity ? [at] : []))
  if (places.length === 0 || places.length > 2) return []
  const changes = new Set(deltasIn(sentence).map((delta) => delta.at))
  return places.flatMap((at) => (changes.has(at) ? [] : (deedAt(sentence, at) ?? [])))
}

function deedAt(sentence: Sentence, at: number): Deed | undefined {
  const item = sentence.items[at]
  const quantity = item?.quantity
  const period = periodFor(sentence, at)
  if (!item || !quantity || quantity.unit !== 'count' || !isPlain(quantity) || quantity.perTime || !period)
    return undefined
  if (quantity.shown < 10 || /^(months|day|relative)$/.test(period.kind) === false) return undefined
  const what = whatOf(sentence, at)
  const [noun] = what.slice(-1)
  if (noun === undefined || what.length > 2 || !common.test(noun)) return undefined
  const done = activeVerb(sentence.items, at) ?? passiveVerb(sentence.items, at)
  if (!done) return undefined
  const known = new Set([...what, done.verb, ...done.doer])
  return {
    sentence,
    item,
    quantity,
    period,
    key: `${keyOf(what)} ${stemOf(done.verb)} ${period.key}`,
    doer: done.doer,
    rest: restOf(sentence, known),
  }
}

type Done = { verb: string; doer: string[] }

const helping = /^(was|were|been|being|got)$/
const notAVerb =
  /^(hundred|need|speed|indeed|shared|related|based|aged|used|united|combined|reported|recorded|estimated|unrelated|over|under)$/

/** "the service helped 3,120 people". */
function activeVerb(items: Item[], at: number): Done | undefined {
  let verbAt = at - 1
  if (items[verbAt]?.lower === 'of' && items[verbAt - 1]?.lower === 'total')
    verbAt -= items[verbAt - 2]?.lower === 'a' ? 3 : 2
  const verb = items[verbAt]?.lower ?? ''
  if (!isVerb(verb) || helping.test(items[verbAt - 1]?.lower ?? '')) return undefined
  return { verb, doer: namesAround(items, verbAt, -1) }
}

/** "3,120 people were helped by the service". */
function passiveVerb(items: Item[], at: number): Done | undefined {
  const from = items.findIndex((item, next) => next > at && next <= at + 4 && helping.test(item.lower))
  if (
    from < 0 ||
    items.slice(at + 1, from).some((item) => item.kind !== 'word' || /^(of|who|that|whose)$/.test(item.lower))
  )
    return undefined
  const verbAt = helping.test(items[from + 1]?.lower ?? '') ? from + 2 : from + 1
  const verb = items[verbAt]?.lower ?? ''
  if (!isVerb(verb)) return undefined
  return { verb, doer: items[verbAt + 1]?.lower === 'by' ? namesAround(items, verbAt + 1, 1) : [] }
}

const isVerb = (word: string) =>
  (/[a-z]{3,}ed$/.test(word) && !notAVerb.test(word)) || /^(saw|seen|met|given|gave|taught|sent|paid|dealt)$/.test(word)

const irregular = new Map([
  ['saw', 'see'],
  ['seen', 'see'],
  ['gave', 'give'],
  ['given', 'give'],
])

const stemOf = (verb: string) => irregular.get(verb) ?? verb.replace(/e?d$/, '')

/** The meaningful words beside a verb, on one side, up to a mark, a period or a number. */
function namesAround(items: Item[], at: number, step: 1 | -1): string[] {
  const names: string[] = []
  for (let next = at + step; names.length < 4; next += step) {
    const item = items[next]
    if (item?.kind !== 'word' || /^(and|who|which|that|in|during|for|to|from|by)$/.test(item.lower)) break
    if (!/^(the|a|an|our|its|their|has|have|had|also|was|were|been)$/.test(item.lower)) names.push(singular(item.lower))
  }
  return names
}

const small =
  /^(the|a|an|of|in|on|at|by|for|to|and|with|from|was|were|been|had|has|have|we|our|its|their|this|that|total|during|over|all|across|year|also)$/

const restOf = (sentence: Sentence, known: Set<string>) =>
  sentence.items.flatMap((item) => {
    if (item.kind !== 'word' || small.test(item.lower)) return []
    return known.has(item.lower) || known.has(singular(item.lower)) ? [] : [singular(item.lower)]
  })
