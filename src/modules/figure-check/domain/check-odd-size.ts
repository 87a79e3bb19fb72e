import {
  meansIn,
  type Prose,
  pairsOf,
  proseOf,
  type Sentence,
  type SeriesCell,
  seriesTables,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, type Quote, quoteOf } from '#modules/passages/index.js'
import { copySlip, inPrint, isPlain } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** A figure of a year that is a twelfth, or a thousandth, of the years beside it: a mean called a total, or a lost unit. */
export const checkOddSize: Check = (document) => {
  const prose = proseOf(document)
  return [
    ...prose.sentences.flatMap((sentence) => [...inSentence(prose, sentence), ...inRow(prose, sentence)]),
    ...inTables(document),
    ...noughtsInFront(document),
    ...oddRates(document),
  ]
}

/** "0,480": no number is printed with a nought before its comma. */
const noughtsInFront = (document: CheckedDocument): Finding[] =>
  [...document.text.matchAll(/(?<![\d.,])0,\d{3}(?:,\d{3})*(?![\d,])/g)].map((match) =>
    findingOf({
      kind: 'magnitude',
      verdict: 'question',
      quotes: [quoteOf(document, match.index, match.index + match[0].length)],
      message: `No number is printed as ${match[0]}: its first digit is missing or wrong.`,
      working: `${match[0]} would be ${inPrint(Number(match[0].replaceAll(',', '')))}.`,
      suggestion: 'Look the figure up, and mend its first digit.',
    }),
  )

/** "4.2 per 1,700 people", "For every 1,600 employed there were 420"; "one for every 1,640" is no such rate. */
function oddRates(document: CheckedDocument): Finding[] {
  const found = [...document.text.matchAll(rateOf)].map(({ index, 0: whole }) => {
    const text = whole.split(/\s/).at(-1) ?? ''
    return { start: index + whole.length - text.length, text, size: Number(text.replaceAll(',', '')) }
  })
  return found.flatMap(({ start, text, size }) => {
    const other = SIZES.find((one) => copySlip(one, size) === 'changed')
    if (other === undefined || /^(?:[25]0+|\d00)$/.test(String(size))) return []
    return findingOf({
      kind: 'magnitude',
      verdict: 'question',
      quotes: [quoteOf(document, start, start + text.length)],
      message: `This rate is per ${text}, where most are per ${inPrint(other)}. Is that meant?`,
      working: `${text} and ${inPrint(other)} are one digit apart.`,
      suggestion: `Say ${inPrint(other)}, if the rate is per so many.`,
    })
  })
}

/** So many of something of which a rate tells how many: behind a figure other than one, or at the head of its clause. */
const rateOf =
  /(?:(?<![\d,.])(?!1\b(?![.,]\d))\d+(?:[.,]\d+)*\s?(?:[^\d\s]+\s){0,5}?(?:per|(?:for|in|to|of) (?:every|each))|(?:Per|(?:For|In) (?:every|each)))\s(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d\d)(?=\s?[.,;:)]?\s(?!calls?\b|miles\b|hours\b)|[.,;:)]?$)(?![,.]\d)/gmu
const SIZES = [100, 1000, 10_000, 100_000, 1_000_000]

type Slip = { readonly is: string; readonly suggestion: string }

/** What would explain that one of two figures is so many times the other. */
function slipBehind(ratio: number): Slip | undefined {
  if (ratio > 10.4 && ratio < 13.8)
    return {
      is: 'an average a month beside a total of a year',
      suggestion: 'Print both as totals, or both as averages.',
    }
  const times = [1000, 1_000_000].find((one) => ratio > one * 0.7 && ratio < one * 1.4)
  if (times)
    return {
      is: `${times > 1000 ? 'a million' : 'a thousand'} times out`,
      suggestion: 'Check “thousand”, “million” and the unit in the heading.',
    }
  return undefined
}

const LEAST = 60

function inSentence(prose: Prose, sentence: Sentence): Finding[] {
  const means = new Set(meansIn(sentence).map((mean) => mean.at))
  return pairsOf(sentence).flatMap((pair) => {
    if (means.has(pair.from) || means.has(pair.to)) return []
    const items = [sentence.items[pair.from], sentence.items[pair.to]]
    const [from, to] = items.map((item) => item?.quantity)
    if (!from || !to || !/^(count|pounds)$/.test(from.unit) || to.unit !== from.unit || from.perTime || to.perTime)
      return []
    if (![from, to].every(isPlain) || Math.min(from.shown, to.shown) < LEAST) return []
    const ratio = Math.max(from.shown, to.shown) / Math.min(from.shown, to.shown)
    const slip = from.unit === 'count' || ratio > 700 ? slipBehind(ratio) : undefined
    const quotes = items.flatMap((item) => (item ? [prose.quote(item)] : []))
    return slip ? [finding(quotes, [from.shown, to.shown], slip)] : []
  })
}

/** "812, 790, 8,450 and 801 in the four quarters": one of a row of like figures that is ten times the others, or more. */
function inRow(prose: Prose, { items }: Sentence): Finding[] {
  const row = items.filter(
    ({ quantity }) =>
      quantity && isPlain(quantity) && /^(count|pounds)$/.test(quantity.unit) && quantity.shown >= LEAST,
  )
  const sizes = row.map(({ quantity }) => quantity?.shown ?? 0)
  const sorted = sizes.toSorted((one, two) => one - two)
  const [least = 0, most = 0] = [sorted[0], sorted.at(-2)]
  const ratio = (sorted.at(-1) ?? 0) / Math.sqrt(least * most)
  const isTenfold = [10, 100, 1000].some((times) => ratio > times * 0.85 && ratio < times * 1.18)
  const odd = row[sizes.indexOf(sorted.at(-1) ?? 0)]
  const beside = row.find((item) => item !== odd)
  const isOne = new Set(row.map(({ quantity }) => quantity?.unit)).size === 1
  if (row.length < 4 || row.length > 12 || !isOne || !isTenfold || most / least > 1.25 || !odd || !beside) return []
  const slip = {
    is: `${inPrint(10 ** Math.round(Math.log10(ratio)))} times out`,
    suggestion: 'Mend the figure that has a digit too many.',
  }
  return [
    {
      ...finding([prose.quote(odd), prose.quote(beside)], [Math.max(...sizes), beside.quantity?.shown ?? 1], slip),
      verdict: 'question',
    },
  ]
}

/** A row of like periods in which one figure is of another size than all the rest. */
function inTables(document: CheckedDocument): Finding[] {
  return seriesTables(document).flatMap(({ series }) => {
    const rows = series.map(({ cells }) => ofOneFigure(cells.filter(isOfYear)))
    const pairs = rows.filter((cells) => cells.length === 2)
    return [
      ...rows.filter((cells) => cells.length >= 3).flatMap((cells) => oddOne(document, cells)),
      ...oddPair(document, pairs),
    ]
  })
}

/** "Charged 2024/25" beside "2024/25": two columns of one year are of two things, so the row is no series. */
const ofOneFigure = (cells: SeriesCell[]) =>
  new Set(cells.map(({ period }) => period?.key)).size === cells.length ? cells : []

const isOfYear = ({ period }: SeriesCell) =>
  period?.kind === 'day' || (period?.months === 12 && period.kind === 'months')

/** Of rows of two years each, all but one of like size, the one whose years are a thousand times apart. */
function oddPair(document: CheckedDocument, rows: readonly (readonly SeriesCell[])[]): Finding[] {
  const ratios = rows.map((cells) => Math.max(...cells.map(worth)) / Math.max(Math.min(...cells.map(worth)), 1e-9))
  const odd = ratios.findIndex((ratio) => ratio > 100)
  const isAlone = rows.length >= LEAST_ROWS && ratios.every((ratio, at) => at === odd || ratio < 2)
  const slip = isAlone ? slipBehind(ratios[odd] ?? 1) : undefined
  const cells = rows[odd] ?? []
  const quotes = cells.map(({ cell }) => quoteOf(document, cell.start, cell.end))
  return slip ? [finding(quotes, cells.map(worth), slip)] : []
}

const LEAST_ROWS = 3

const worth = (cell: SeriesCell) => cell.cell.number?.value ?? 0

function oddOne(document: CheckedDocument, cells: SeriesCell[]): Finding[] {
  return cells.flatMap((cell) => {
    const others = cells.filter((one) => one !== cell).map(worth)
    const [least, most] = [Math.min(...others), Math.max(...others)]
    if (least <= 0 || most / least > 1.4 || Math.min(worth(cell), least) < LEAST) return []
    const slip = slipBehind(Math.max(worth(cell), least) / Math.min(worth(cell), most))
    const beside = cells.find((one) => one !== cell)
    if (!slip || !beside) return []
    const quotes = [cell, beside].map((one) => quoteOf(document, one.cell.start, one.cell.end))
    return [finding(quotes, [worth(cell), worth(beside)], slip)]
  })
}

function finding(quotes: Quote[], [a = 0, b = 0]: number[], slip: Slip): Finding {
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes,
    message: `${inPrint(a)} and ${inPrint(b)} stand for the same thing at two times, but look like ${slip.is}.`,
    working: `${inPrint(Math.max(a, b))} ÷ ${inPrint(Math.min(a, b))} = ${inPrint(Math.max(a, b) / Math.min(a, b), 1)}`,
    suggestion: slip.suggestion,
  })
}
