import { type Item, isPlainAmount, type Prose, proseOf, type Sentence } from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  looseSpan,
  meets,
  printedDigits,
  type Quantity,
  roundedSpan,
  type Span,
  slipsOf,
} from '#modules/quantities/index.js'
import { spokenOf } from './spoken-places.js'

/**
 * What a charge for Band D raises, where the tax base or the charge stands sentences away: "£15.60 extra … It brings in
 * £4.7m, because Dunmere has 301,300 Band D homes". Where no charge near it times a tax base gives the amount, and would
 * with another digit, a person is asked.
 */
export function checkTaxBaseApart(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const prose = proseOf(document)
  const spoken = spokenOf(
    document,
    findings.filter(({ verdict }) => verdict !== 'holds'),
  )
  return prose.sentences.flatMap((sentence, at) => {
    const raised = sentence.items.find(
      ({ quantity }) => quantity && isMoney(quantity) && quantity.shown >= LEAST_RAISED,
    )
    if (!raised || !raises.test(sentence.text) || spoken(prose.quote(raised))) return []
    return asked(prose, raised, [sentence, ...near(prose.sentences, at)]) ?? []
  })
}

const LEAST_RAISED = 100_000
const BACK = 8
const MOST_CHARGES = 4
const raises =
  /\b(?:precepts?|rais\w+|bring\w*|yields?|yielding|collect\w*|makes?|giv\w+|times|los[et]\w*|costs?|comes? to|produc\w+|worth|because)\b/i
const ofBase = /\btax ?base\b|\bband d\b|\bequivalents?\b|\bhomes\b|\bproperties\b|\bdwellings\b/i

const isMoney = (quantity: Quantity) => quantity.unit === 'pounds' && !quantity.isRange

const near = (sentences: readonly Sentence[], at: number) => [
  ...sentences.slice(Math.max(0, at - BACK), at).toReversed(),
  ...sentences.slice(at + 1, at + 2),
]

/** The numbers of homes and the charges of the sentences, the nearest first. */
function asked(prose: Prose, raised: Item, sentences: readonly Sentence[]): Finding | undefined {
  if (!sentences.some(({ text }) => /\btax ?base\b|\bband d\b/i.test(text))) return undefined
  const bases = sentences.flatMap(({ text, items }) => (ofBase.test(text) ? items.filter(isBase) : []))
  const charges = sentences.flatMap(({ items }) => items.filter(isCharge))
  const own = sentences[0]?.items ?? []
  const isHere = [...bases, ...charges].some((item) => own.includes(item))
  const all = charges.flatMap((charge) => bases.map((base): Pair => [base, charge]))
  if (!isHere || all.some((pair) => comesOut(pair, raised))) return undefined
  const isTied = ([base, charge]: Pair) => own.includes(base) || own.includes(charge)
  const firsts = charges.slice(0, MOST_CHARGES)
  const slip = all.find((pair) => isTied(pair) && firsts.includes(pair[1]) && isSlipped(pair, raised))
  return slip && question(prose, raised, slip)
}

type Pair = readonly [Item, Item]

const isBase = ({ quantity }: Item) => isPlainAmount(quantity) && quantity?.unit === 'count' && quantity.shown >= 20_000

const isCharge = ({ quantity }: Item) =>
  quantity !== undefined && isMoney(quantity) && quantity.shown > 0 && quantity.shown <= 3000 && quantity.precision <= 1

const product = (one: Span, other: Span): Span => ({ low: one.low * other.low, high: one.high * other.high })

/** "Every £1 on Band D": a charge is exact to the penny, and one of a few whole pounds is meant so. */
const chargeSpan = (charge: Quantity): Span =>
  charge.shown <= 20 ? { low: charge.shown, high: charge.shown } : roundedSpan(charge)

function comesOut([base, charge]: Pair, { quantity: raised }: Item): boolean {
  if (!base.quantity || !charge.quantity || !raised) return true
  return meets(product(looseSpan(base.quantity), chargeSpan(charge.quantity)), roundedSpan(raised))
}

function isSlipped([{ quantity: base }, { quantity: charge }]: Pair, { quantity: raised }: Item): boolean {
  if (!base || !charge || !raised || printedDigits(raised).length < 2) return false
  const gives = (one: Quantity, other: Quantity, result: Quantity) =>
    meets(product(one, chargeSpan(other)), roundedSpan(result))
  return (
    slipsOf(base).some((other) => gives(other, charge, raised)) ||
    slipsOf(charge).some((other) => gives(base, other, raised)) ||
    slipsOf(raised).some((other) => gives(base, charge, other))
  )
}

function question(prose: Prose, raised: Item, [base, charge]: Pair): Finding | undefined {
  if (!base.quantity || !charge.quantity || !raised.quantity) return undefined
  const given = inUnit(Number((base.quantity.shown * charge.quantity.shown).toPrecision(4)), raised.quantity)
  return findingOf({
    kind: 'sum',
    verdict: 'question',
    quotes: [raised, base, charge].map((item) => prose.quote(item)),
    message: `${charge.text.trim()} for each of ${base.text.trim()} is ${given}, not ${raised.text.trim()}. Do they belong together?`,
    working: `${inPrint(base.quantity.shown)} × ${charge.text.trim()} = ${given}`,
    suggestion: 'Look up the tax base, the charge and the amount raised.',
  })
}
