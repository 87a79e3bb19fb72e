import { type Item, type Prose, proseOf, type Sentence, singular } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  inUnit,
  isPlain,
  meets,
  type Quantity,
  roundedSpan,
  tellingDigits,
} from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * An amount that the sentences before it give, or that two of theirs come to, a hundred or a thousand times larger or
 * smaller: "£4,100 more, in all £86.1m"; and a total of a year that is only a month's: "the year's total, 1,230 days".
 */
export const checkSizeBeside: Check = (document) => {
  const prose = proseOf(document)
  const sizes = new Map<number, number>()
  for (const { shown } of prose.sentences.flatMap(({ items }) => amountsIn(items)).map(({ quantity }) => quantity))
    sizes.set(shown, (sizes.get(shown) ?? 0) + 1)
  return prose.sentences.flatMap((sentence, nth) => {
    const before = prose.sentences.slice(Math.max(0, nth - REACH), nth).reverse()
    const fresh = amountsIn(sentence.items).filter(({ quantity }) => sizes.get(quantity.shown) === 1)
    return fresh.flatMap((own) => slipOf({ prose, sentence, before, own }) ?? [])
  })
}

const REACH = 4

type Amount = Item & { readonly quantity: Quantity }
type Place = { prose: Prose; sentence: Sentence; before: readonly Sentence[]; own: Amount }

const amountsIn = (items: readonly Item[]): Amount[] =>
  items.filter(
    (item): item is Amount =>
      item.quantity !== undefined &&
      /^(count|pounds|duration)$/.test(item.quantity.unit) &&
      !item.quantity.isRange &&
      !item.quantity.per,
  )

/** What makes another size of the same digits right: a share, an amount for one. */
const sharing = /^(each|per|apiece|head|tenths?|hundredths?|tenfold|average|averages|averaged|mean|every|cent)$/

function slipOf(place: Place): Finding | undefined {
  const { sentence, own } = place
  if (!isPlain(own.quantity) || own.quantity.perTime || sentence.items.some(({ lower }) => sharing.test(lower)))
    return undefined
  return own.quantity.unit === 'pounds' ? wrongSize(place) : (monthAsYear(place) ?? wrongTotal(place))
}

/** A figure of the text, or what two of them come to. */
type Known = {
  readonly span: { low: number; high: number }
  readonly from: readonly Amount[]
  readonly isWorked?: boolean
}

function wrongSize(place: Place): Finding | undefined {
  const { sentence, own } = place
  const at = sentence.items.indexOf(own)
  const near = knownIn(place, at).filter(({ span }) => isAsExact(own.quantity, span))
  const factors = [1000, 1e6, 1e-3, 1e-6]
  const found = near.flatMap((known) => {
    const factor = factors.find((one) => meets(scaled(own.quantity, one), known.span))
    return factor ? [{ known, factor }] : []
  })
  const isFull = tellingDigits(own.quantity).length > 2
  const slip = found.find(
    ({ known, factor }) => isTold(place, at, known) && (isNearSize(factor) || (known.isWorked && isFull)),
  )
  return slip && told(place, slip.known, slip.factor)
}

/** "£0.3m" is a thousand times any amount from £250 to £350: it tells nothing of £291.15. */
const isAsExact = (own: Quantity, { low, high }: Known['span']) =>
  tellingDigits(own).length < 3 || high - low < 0.2 * low

/** Millions for pounds are a slip of a heading, not of a word: "£92.4m" and "£92.40" may both stand. */
const isNearSize = (factor: number) => factor < 1e5 && factor > 1e-5

const scaled = (quantity: Quantity, factor: number) => {
  const { low, high } = roundedSpan(quantity)
  return { low: low / factor, high: high / factor }
}

/** Amounts of money before it, and what those of one sentence come to, leave or give in so many years. */
function knownIn({ sentence, before, own }: Place, at: number): Known[] {
  const here = amountsIn(sentence.items.slice(0, at))
  const groups = [here, ...before.map(({ items }) => amountsIn(items))].map((group) =>
    group.filter(({ quantity }) => isOfKind(quantity, own.quantity) && isPlain(quantity) && isLarge(quantity)),
  )
  const singles = groups.flat().map((one): Known => ({ span: roundedSpan(one.quantity), from: [one] }))
  const [first = [], second = []] = groups
  const times = sentence.items.flatMap(({ period, quantity }) => yearsIn(period) ?? smallCount(quantity) ?? [])
  return [
    ...singles,
    ...pairsOf([...first, ...second]),
    ...[...first, ...second].flatMap((one) => times.map((many) => product(one, many))),
  ]
}

const isOfKind = (one: Quantity, other: Quantity) => (one.unit === 'pounds') === (other.unit === 'pounds')
/** Not of so few digits that it might come of any two figures. */
const isLarge = (quantity: Quantity) =>
  quantity.unit === 'pounds' ? quantity.shown >= 20 : quantity.shown >= 1000 && !quantity.inWords

const yearsIn = (period: Item['period']) =>
  period?.kind === 'length' && period.months && period.months % 12 === 0 ? [period.months / 12] : undefined
const smallCount = (quantity: Quantity | undefined) =>
  quantity?.unit === 'count' && quantity.shown <= 20 ? [quantity.shown] : undefined

const MOST = 8

function pairsOf(amounts: readonly Amount[]): Known[] {
  if (amounts.length > MOST) return []
  return amounts.flatMap((one, nth) =>
    amounts.slice(nth + 1).flatMap((other): Known[] => {
      const [a, b] = [roundedSpan(one.quantity), roundedSpan(other.quantity)]
      const gap = Math.abs(one.quantity.shown - other.quantity.shown)
      const half = (a.high - a.low + b.high - b.low) / 2
      const from = [one, other]
      return [
        { span: { low: a.low + b.low, high: a.high + b.high }, from, isWorked: true },
        ...(gap > half * 4 ? [{ span: { low: gap - half, high: gap + half }, from, isWorked: true }] : []),
      ]
    }),
  )
}

const product = (one: Amount, many: number): Known => {
  const { low, high } = roundedSpan(one.quantity)
  return { span: { low: low * many, high: high * many }, from: [one], isWorked: true }
}

const pointing =
  /^(this|that|these|those|the|such|its|their|our|whole|same|entire|all|altogether|together|total|terms|saves?|leaves?|unspent|them)$/

/** Three digits are hardly chance; two need a word that points back, one a word of the other's own beside it. */
function isTold({ sentence, before, own }: Place, at: number, { from, isWorked }: Known): boolean {
  const digits = tellingDigits(own.quantity).length
  const lead = [...sentence.items.slice(Math.max(0, at - 4), at), ...sentence.items.slice(at + 1, at + 3)]
  const isPointing = lead.some(({ lower }) => pointing.test(lower))
  const isHere = from.every((one) => sentence.items.includes(one))
  if (isWorked || digits >= 3) return digits >= 3 || (digits === 2 && (isPointing || isHere))
  if (digits === 2 && isPointing) return true
  const homes = [sentence, ...before.slice(0, 2)]
  const home = homes.find(({ items }) => from.some((one) => items.includes(one)))
  const [other] = from
  if (!home || !other || home === sentence) return false
  const words = namesAbout(home.items, home.items.indexOf(other))
  return isPointing && namesAbout(sentence.items, at).some((word) => words.includes(word))
}

const namesAbout = (items: readonly Item[], at: number) =>
  items
    .slice(Math.max(0, at - 6), at + 4)
    .flatMap(({ kind, lower }) => (kind === 'word' && lower.length > 4 ? [singular(lower)] : []))

const totals = /^(total|altogether|together|all|whole|full|totalled|totalling)$/

/** "In all, 3,214,800 days" behind 20,160 and 11,988. */
function wrongTotal(place: Place): Finding | undefined {
  const { sentence, own } = place
  const at = sentence.items.indexOf(own)
  const isTotal = sentence.items.slice(Math.max(0, at - 5), at + 5).some(({ lower }) => totals.test(lower))
  if (!isTotal || tellingDigits(own.quantity).length < 3 || own.quantity.unit === 'pounds') return undefined
  const sums = knownIn(place, at).filter(({ from, span }) => from.length > 1 && span.high < span.low * 1.01)
  const slips = sums.flatMap((known) => {
    const factor = [10, 100, 1000, 0.1, 0.01].find((one) => meets(scaled(own.quantity, one), known.span))
    return factor ? [{ known, factor }] : []
  })
  const [slip] = slips
  return slip && told(place, slip.known, slip.factor)
}

/** "The year's total, 1,230 days" where 14,760 stood before: a twelfth. */
function monthAsYear(place: Place): Finding | undefined {
  const { sentence, before, own, prose } = place
  const words = sentence.items.map(({ lower }) => lower)
  const isTotal = words.some((word) => /^(total|totalled|totalling|altogether)$/.test(word))
  const parts = stretchParts(sentence)
  if (!isTotal || parts.length === 0 || own.quantity.shown < 4 || own.quantity.inWords !== own.quantity.shown < 10)
    return undefined
  const larger = before
    .flatMap(({ items }) => amountsIn(items))
    .filter(({ quantity }) => quantity.unit === own.quantity.unit || quantity.unit !== 'pounds')
  const whole = larger.find(({ quantity }) =>
    parts.some((part) => isPlain(quantity) && meets(scaled(quantity, part), roundedSpan(own.quantity))),
  )
  if (!whole) return undefined
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes: [prose.quote(own), prose.quote(whole)],
    message: `${own.text.trim()} stands as a total, but is what ${whole.text.trim()} comes to for one part of that time.`,
    working: `${inPrint(whole.quantity.shown)} ÷ ${inPrint(own.quantity.shown)} = ${inPrint(whole.quantity.shown / own.quantity.shown)}`,
    suggestion: `Print ${whole.text.trim()}, or call ${own.text.trim()} an average.`,
  })
}

/** The parts of the time that a total is said to cover: twelve months and 52 weeks of a year, three months of a quarter. */
function stretchParts({ items }: Sentence): number[] {
  const months = items.map(({ period, lower }) => {
    if (period?.kind === 'length' || period?.kind === 'months') return period.months
    if (/^year('s)?$/.test(lower)) return 12
    return /^quarter('s)?$/.test(lower) ? 3 : undefined
  })
  if (months.includes(12)) return [12, 52]
  return months.includes(3) ? [3, 13] : []
}

function told({ prose, own }: Place, { from }: Known, factor: number): Finding {
  const far = inPrint(factor > 1 ? factor : 1 / factor)
  const right = inUnit(own.quantity.shown / factor, { unit: own.quantity.unit, scale: 1 })
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes: [own, ...from].map((item) => prose.quote(item)),
    message: `${own.text.trim()} is ${far} times ${factor > 1 ? 'more' : 'less'} than the text gives before.`,
    working: `${from.map(({ text }) => text.trim()).join('; ')}: ${right}`,
    suggestion: 'Check “thousand”, “million” and “billion”, and the decimal point.',
  })
}
