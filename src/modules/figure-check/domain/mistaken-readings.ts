import { type Prose, proseOf, type RelativeFigure, type RelativeRule, widestPairs } from '#modules/claims/index.js'
import type { CheckedDocument, Finding, Quote } from '#modules/passages/index.js'
import { areSlipApart, printedDigits, type Quantity, smallCount } from '#modules/quantities/index.js'
import { type Place, touched } from './spoken-places.js'
import { isWorkedOut } from './worked-arithmetic.js'

/**
 * Findings without those that took the wrong figures: about a percentage that comes out of other amounts beside it, and sums of what nobody would add up.
 */
export function unlessMistaken(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const doubtful = findings.filter(({ verdict, kind }) => verdict !== 'holds' && /^(change|share)$/.test(kind))
  const explained = doubtful.length > 0 ? explainedIn(proseOf(document)) : []
  const inOrder = explained.toSorted((one, other) => one.start - other.start)
  const isMistaken = (finding: Finding) => {
    const { kind, verdict, quotes } = finding
    const own = quotes.filter(({ file }) => file === document.file)
    const near = own.flatMap((quote) => touched(inOrder, quote)).filter((one) => isOfOther(kind, own, one))
    return verdict === 'error' ? near.some((one) => isOfOwnSentence(document, finding, one)) : near.length > 0
  }
  const dropped = new Set(doubtful.filter(isMistaken))
  const means = findings.filter(({ verdict, kind }) => verdict === 'holds' && kind === 'average-of-total')
  const isMean = ({ kind, verdict, quotes }: Finding) =>
    kind === 'magnitude' && verdict === 'warning' && means.some((mean) => quotes.every((one) => hasPlace(mean, one)))
  return findings.filter((finding) => !dropped.has(finding) && !isNoSum(document, finding) && !isMean(finding))
}

const hasPlace = ({ quotes }: Finding, { file, start, end }: Quote) =>
  quotes.some((quote) => quote.file === file && quote.start === start && quote.end === end)

/** Where a percentage stands that comes out of two amounts, where they do, where each or its like with a digit mistyped does, and by what rule. */
type Explained = Place & {
  readonly pair: readonly Place[]
  readonly alike: readonly (readonly Place[])[]
  readonly rule: RelativeRule | 'base'
}

function explainedIn(prose: Prose): Explained[] {
  return prose.sentences.flatMap((sentence) => {
    const figures = widestPairs(sentence)
    return [...figures.flatMap((figure) => workedOut(prose, figure)), ...ofOneBase(prose, figures)]
  })
}

function workedOut(prose: Prose, { sentence: { items }, at, rules, near, saysMove }: RelativeFigure): Explained[] {
  const own = items[at]?.quantity
  if (own?.unit !== 'percent' || printedDigits(own).length < 2) return []
  return near.flatMap((pair) => {
    const [first, second] = pair.map((place) => items[place]?.quantity)
    if (!first || !second) return []
    const said = rules.filter((one) => one !== 'change' || saysMove)
    const rule = said.find((one) => isWorkedOut({ rule: one, own, isFromTo: false }, [first, second]))
    const [place, ...places] = [at, ...pair].flatMap((one) => items[one] ?? []).map((item) => prose.quote(item))
    if (!rule || !place) return []
    const alike = [first, second].map((term) =>
      items.flatMap((item) =>
        item.quantity && (item.quantity === term || areSlipApart(item.quantity, term)) ? prose.quote(item) : [],
      ),
    )
    return [{ ...placeOf(place), pair: places, alike, rule }]
  })
}

/** "1,856 would (58%), 864 would not (27%) and 480 were unsure (15%)": shares of one whole that stands elsewhere. */
function ofOneBase(prose: Prose, figures: readonly RelativeFigure[]): Explained[] {
  const pairs = figures.flatMap(({ sentence: { items }, at }) => {
    const own = items[at]?.quantity
    const amount = items.findLast((item, place) => place < at && isWholeAmount(item.quantity))?.quantity
    if (items[at - 1]?.text !== '(' || own?.unit !== 'percent' || !amount || own.shown <= own.precision) return []
    const half = own.precision / 2
    return [{ item: items[at], low: amount.low / (own.shown + half), high: amount.high / (own.shown - half) }]
  })
  const isOne = Math.max(...pairs.map(({ low }) => low)) <= Math.min(...pairs.map(({ high }) => high))
  if (pairs.length < 2 || !isOne) return []
  return pairs.flatMap(({ item }) =>
    item ? [{ ...placeOf(prose.quote(item)), pair: [], alike: [], rule: 'base' as const }] : [],
  )
}

const isWholeAmount = (quantity: Quantity | undefined) =>
  quantity !== undefined && !quantity.perTime && !/^(percent|points|duration)$/.test(quantity.unit)

const placeOf = ({ start, end }: Place): Place => ({ start, end })

/** Whether a finding does not speak of both amounts that explain its percentage, or reads them another way. */
const isOfOther = (kind: Finding['kind'], quotes: readonly Place[], { alike, rule }: Explained): boolean =>
  rule !== kind ||
  !alike.every((places) =>
    places.some(({ start, end }) => quotes.some((quote) => quote.start < end && start < quote.end)),
  )

/** What leaves no doubt gives way only to another amount of the same sentence, of the very percentage that it speaks of. */
function isOfOwnSentence({ text }: CheckedDocument, finding: Finding, { pair, ...own }: Explained): boolean {
  const places = [...pair, own].toSorted((one, other) => one.start - other.start)
  const said = finding.quotes.map((quote) => quote.text).join(' ')
  const isOther = pair.some(({ start, end }) => !said.includes(text.slice(start, end).trim()))
  const isOwn = finding.message.includes(text.slice(own.start, own.end).trim())
  return isOther && isOwn && !/[.!?]\s+[A-Z]|\n\s*\n/.test(text.slice(places[0]?.start, places.at(-1)?.end))
}

const partOfPart = /^\s+(?:\w+\s+)?of (?:those|these|them|whom)\b/i
const aFew = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/i
const fraction = /\b(?:half|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths) of (?:the |our |that |this )?$/i

/** "Half of the £22.4m", "874 of those", "two" beside 3,300: amounts that are no parts of one whole. */
function isNoSum(document: CheckedDocument, { kind, verdict, quotes }: Finding): boolean {
  if (kind !== 'sum' || verdict === 'holds' || quotes.length < 3 || quotes.some((quote) => !isFigure(quote)))
    return false
  const inWords = quotes.filter(({ text }) => aFew.test(text.trim())).length
  const isLarge = quotes.some(({ text }) => Number(text.replace(/[^\d.]/g, '')) >= 200)
  if (inWords === 1 && isLarge) return true
  if (isWithoutFew(quotes) || isLackingOne(document, quotes)) return true
  const around = quotes.filter(({ file }) => file === document.file)
  return around.some(
    ({ start, end }, nth) =>
      (nth > 1 && partOfPart.test(document.text.slice(end, end + 24))) ||
      fraction.test(document.text.slice(Math.max(0, start - 24), start)),
  )
}

const overlapping =
  /\b(?:counted (?:more than once|twice)|(?:gave|chose|cited|named|ticked|had|have|give|choose|tick|cite|name) (?:more than one\b|as many\b[^.]{0,20}\bas they|up to)|all that appl(?:y|ied)|more than one (?:answer|reason|box|theme|category|option)|(?:groups|categories|themes|figures|these) (?:may |can )?overlap)\b/i

/** "Some gave more than one reason", in the same passage: parts that overlap come to more than their whole. */
export function areSaidToOverlap({ file, text }: CheckedDocument, { kind, verdict, quotes }: Finding): boolean {
  const own = quotes.filter((quote) => quote.file === file).toSorted((one, other) => one.start - other.start)
  const [first, last] = [own[0], own.at(-1)]
  if (kind !== 'sum' || verdict === 'holds' || !first || !last || last.end - first.start > REACH * 2) return false
  const before =
    text
      .slice(Math.max(0, first.start - REACH), first.start)
      .split(/\n\s*\n/)
      .at(-1) ?? ''
  const behind = text.slice(first.start, last.end + REACH).split(/\n\s*\n/)[0] ?? ''
  return overlapping.test(before + behind)
}

/** How far from the figures, in characters, a word on overlaps is looked for. */
const REACH = 240

const worthOf = ({ text }: Quote) => smallCount(text) ?? Number(text.replace(/[^\d.]/g, ''))
const sumOf = (quotes: readonly Quote[]) => quotes.reduce((sum, quote) => sum + worthOf(quote), 0)

/** "two workshops with 46 officers and 19 staff, 65 in all": the number in words counts another thing. */
function isWithoutFew([whole, ...parts]: readonly Quote[]): boolean {
  const rest = parts.filter(({ text }) => !aFew.test(text.trim()))
  return whole !== undefined && rest.length === parts.length - 1 && rest.length > 1 && sumOf(rest) === worthOf(whole)
}

/** "Four were closed, two settled and one was passed on: seven". */
function isLackingOne({ text }: CheckedDocument, [whole, ...parts]: readonly Quote[]): boolean {
  const ends = [...parts, ...(whole ? [whole] : [])].toSorted((one, other) => one.start - other.start)
  const stretch = text.slice(ends[0]?.end, ends.at(-1)?.start)
  return whole !== undefined && worthOf(whole) - sumOf(parts) === 1 && /\b(?:one|another)\b/i.test(stretch)
}

const isFigure = ({ text }: Quote) => text.trim().length <= 16
