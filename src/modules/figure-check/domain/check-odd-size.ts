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
import { inPrint, isPlain } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** A figure of a year that is a twelfth, or a thousandth, of the years beside it: a mean called a total, or a lost unit. */
export const checkOddSize: Check = (document) => {
  const prose = proseOf(document)
  return [...prose.sentences.flatMap((sentence) => inSentence(prose, sentence)), ...inTables(document)]
}

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

/** A row of like periods in which one figure is of another size than all the rest. */
function inTables(document: CheckedDocument): Finding[] {
  return seriesTables(document).flatMap(({ series }) =>
    series.flatMap(({ cells }) => {
      const dated = cells.filter((cell) => cell.period?.months === 12 && cell.period.kind === 'months')
      return dated.length >= 3 ? oddOne(document, dated) : []
    }),
  )
}

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
