import { proseOf, type Sentence } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isMiscopied,
  isPlain,
  looseSpan,
  meets,
  type Quantity,
  roundedSpan,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * The precept is the tax base times the charge for Band D (Local Government Finance Act 1992, section 43): "a tax base of
 * 312,450 and a Band D charge of £288.50 raise £90.1m".
 */
export const checkTaxBase: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const parts = partsOf(sentence)
    const judged = parts && judgedOf(parts.map(({ quantity }) => quantity))
    return parts && judged ? [findingOf({ ...judged, quotes: parts.map((item) => prose.quote(item)) })] : []
  })
}

type Part = Sentence['items'][number] & { quantity: Quantity }

const raising = /\b(?:precepts?|rais\w+|bring\w*|yields?|yielding|income|collect\w*|makes?|giv\w+)\b/i

/** The tax base, the charge and what they raise, where a sentence names these three and no other sum. */
function partsOf({ text, items }: Sentence): [Part, Part, Part] | undefined {
  if (
    !/\btax ?base\b|\bband d\b/i.test(text) ||
    !raising.test(text) ||
    /\b(?:increase|rise|up|more|fall|extra|additional)\b/i.test(text)
  )
    return undefined
  const plain = items.filter((item): item is Part => item.quantity !== undefined && isPlain(item.quantity))
  const money = plain
    .filter(({ quantity }) => quantity.unit === 'pounds')
    .toSorted((a, b) => a.quantity.shown - b.quantity.shown)
  const bases = plain.filter(({ quantity }) => quantity.unit === 'count' && quantity.shown >= 5000)
  const [[charge, raised], [base]] = [money, bases]
  if (!charge || !raised || !base || money.length !== 2 || bases.length !== 1) return undefined
  return charge.quantity.shown >= 30 && charge.quantity.shown <= 3000 ? [base, charge, raised] : undefined
}

function judgedOf([base, charge, raised]: Quantity[]): Omit<Finding, 'id' | 'quotes'> | undefined {
  if (!base || !charge || !raised) return undefined
  const product = base.shown * charge.shown
  const [one, other] = [looseSpan(base), roundedSpan(charge)]
  const given = { low: one.low * other.low, high: one.high * other.high }
  const working = `${inPrint(base.shown)} × ${inUnit(charge.shown, charge)} = £${inPrint(product, 0)}`
  if (meets(given, roundedSpan(raised)))
    return { kind: 'sum', verdict: 'holds', message: 'The tax base times the charge is the amount raised.', working }
  const ratio = raised.shown / product
  const isTenfold = [0.0001, 0.001, 0.01, 0.1, 10, 100, 1000].some((times) => Math.abs(ratio / times - 1) < 0.01)
  const printed = Math.round(product / raised.precision) * raised.precision
  if (!isTenfold && !isMiscopied(printed, raised.shown) && (ratio < 0.1 || ratio > 10)) return undefined
  return {
    kind: isTenfold ? 'magnitude' : 'sum',
    verdict: 'warning',
    message: `The tax base times the charge is £${inPrint(product, 0)}, not ${raised.text.trim()}.`,
    working,
    suggestion: 'Mend the tax base, the charge or the amount raised.',
  }
}
