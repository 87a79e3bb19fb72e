import {
  cellValue,
  type Item,
  isEveryday,
  meansIn,
  namedWords,
  type Prose,
  periodFor,
  proseOf,
  type Sentence,
  type Series,
  seriesTables,
} from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf, type Quote, quoteOf } from '#modules/passages/index.js'
import { isPlain, tellingDigits } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/**
 * One value printed as a mean and as the whole that it is the mean of: "311,400 calls in the year" and "311,400 every month";
 * "13,412 in the quarter" where that is the mean of a row of the table.
 */
export const checkMeanAsTotal: Check = (document) => {
  const figures = [...inProse(proseOf(document)), ...inTables(document)]
  const groups = Map.groupBy(figures, ({ value }) => Math.round(value * 100))
  return [...groups.values()].flatMap((alike) => {
    const totals = alike.length > MOST ? [] : alike.filter(({ role }) => role !== 'mean')
    return alike.flatMap((mean) => {
      const total = mean.role === 'mean' && totals.find((one) => areOne(mean, one))
      return total ? [finding(mean, total)] : []
    })
  })
}

/** A value that stands oftener than this tells nothing. */
const MOST = 16

/** A figure as a mean, as the whole of a long time or of all, or with nothing said of it; places of -1 are in tables. */
type Figure = {
  readonly role: 'mean' | 'total' | 'plain'
  readonly isForEach: boolean
  readonly value: number
  readonly digits: number
  readonly unit: string | undefined
  readonly words: ReadonlySet<string>
  readonly place: number
  readonly home: Sentence | Series
  readonly text: string
  quote(): Quote
}

/** How many sentences may lie between two figures that stand near. */
const REACH = 4

/** Four digits alike are hardly chance; three need a word of both names or nearness, fewer both. */
function areOne(mean: Figure, total: Figure): boolean {
  const isInProse = mean.place >= 0 || total.place >= 0
  const isOfAll = total.role === 'total' || (mean.isForEach && mean.digits >= 3 && mean.unit !== 'pounds')
  if (!isInProse || !isOfAll || mean.home === total.home) return false
  if (mean.unit && total.unit && mean.unit !== total.unit) return false
  const isNear = mean.place >= 0 && total.place >= 0 && Math.abs(mean.place - total.place) <= REACH
  const isNamed = [...mean.words].some((word) => total.words.has(word) && !isEveryday(word))
  return Math.min(mean.digits, total.digits) - 2 + Number(isNear) + Number(isNamed) >= 2
}

function inProse(prose: Prose): Figure[] {
  return prose.sentences.flatMap((home, place) => {
    const { items } = home
    const counted = items.flatMap((item, at) => (isCounted(item) ? [at] : []))
    if (counted.length === 0 || home.kind === 'heading') return []
    const means = new Set(meansIn(home).flatMap(({ at, perTime }) => (/^(?:hour|year)$/.test(perTime) ? [] : [at])))
    const words = new Set([home.text, home.leadIn?.text ?? ''].flatMap((text) => namedWords(text)))
    return counted.flatMap((at): Figure[] => {
      const [item, near] = [items[at], around(items, at)]
      if (!item?.quantity) return []
      const isMean = (means.has(at) || isAveraged(items, at)) && !isTakenOf(items, at)
      const role = isMean ? 'mean' : roleOf(home, at, near)
      const { shown: value, unit } = item.quantity
      const digits = tellingDigits(item.quantity).length
      const quote = () => prose.quote(home.end - home.start <= 160 ? home : item)
      const figure = { value, unit, digits, words, place, home, text: item.text.trim(), quote }
      return role ? [{ ...figure, role, isForEach: isMean && !means.has(at) }] : []
    })
  })
}

const isCounted = ({ quantity }: Item) =>
  quantity !== undefined && quantity.shown >= 20 && /^(count|pounds|duration)$/.test(quantity.unit) && isPlain(quantity)

/** What stands about a figure, as far as the figures beside it. */
function around(items: readonly Item[], at: number): Item[] {
  const from = items.findLastIndex(({ quantity }, place) => quantity && place < at) + 1
  const next = items.findIndex(({ quantity }, place) => quantity && place > at)
  const end = next < 0 ? items.length : next
  return items.slice(Math.max(from, at - 8), Math.min(end, at + 9))
}

/** "an average of 335", "averaged £142,000", "41,600 days on average"; not "12,780, an average of 1,065". */
function isAveraged(items: readonly Item[], at: number): boolean {
  const isEnd = ({ kind, text, quantity }: Item) => quantity !== undefined || (kind === 'mark' && !/^[-'’]$/.test(text))
  const from = items.findLastIndex((item, place) => place < at && isEnd(item)) + 1
  const next = items.findIndex((item, place) => place > at && isEnd(item))
  const words = items.slice(from, next < 0 ? undefined : next).map(({ lower }) => lower)
  const [before, after] = [words.slice(0, at - from), words.slice(at - from + 1).join(' ')]
  return (
    before.some((word) => averages.test(word)) ||
    /\bon average\b/.test(after) ||
    /^(\S+ ){0,2}(each|apiece|per \S+)$/.test(after)
  )
}

/** "The 152 took on average 372", "the mean of 1,584 and 1,640": what the average is taken of. */
const isTakenOf = (items: readonly Item[], at: number) =>
  items[at - 1]?.lower === 'the' || (items[at + 1]?.lower === 'and' && items[at + 2]?.quantity !== undefined)

const averages = /^(average|averag(?:es|ed|ing)|mean)$/

const whole = /^(total|totals|totalled|totalling|annual|altogether)$/
const stretch = /^(year|quarter|summer|winter|season|months|weeks)$/

/** A total or of a long time; nothing where it is of one short time, or of one of several. */
function roleOf(home: Sentence, at: number, near: readonly Item[]): Figure['role'] | undefined {
  const words = near.map(({ lower }) => lower)
  const isElsewise =
    home.items[at]?.quantity?.perTime || home.items.slice(0, at).some(({ lower }) => averages.test(lower))
  const period = periodFor(home, at)
  if (
    words.some((word) =>
      /^(latest|month|monthly|week|weekly|daily|day|busiest|quietest|each|every|typical|normal)$/.test(word),
    )
  )
    return undefined
  if (isElsewise) return undefined
  const isLong = (period?.months ?? 0) >= 3 && period?.kind !== 'length'
  const isWhole = words.some(
    (word, nth) =>
      whole.test(word) ||
      (word === 'all' && words[nth - 1] === 'in') ||
      (stretch.test(word) && words.slice(Math.max(0, nth - 3), nth).includes('the')),
  )
  return isLong || isWhole || near.some((item) => (item.period?.months ?? 0) >= 3) ? 'total' : 'plain'
}

/** Totals and averages that a table prints, and the sum and the mean of a row or a column that prints none. */
function inTables(document: CheckedDocument): Figure[] {
  return seriesTables(document).flatMap((table) => {
    const over = namedWords(`${table.caption}. ${table.name}`)
    return table.series.flatMap((home) => {
      const cells = home.cells.flatMap((cell) => {
        const role = roleOfCell(home.label, cell.head)
        const value = role === 'mean' ? cell.cell.number : cellValue(home, cell)
        return value && value.unit !== 'percent' ? [{ cell, value: value.value, role }] : []
      })
      const parts = cells.filter(({ role }) => role === 'plain')
      const [first, last] = [parts[0]?.cell.cell, parts.at(-1)?.cell.cell]
      const sum = parts.reduce((all, { value }) => all + value, 0)
      const words = new Set([...namedWords(home.label), ...home.cells.flatMap(({ words }) => words), ...over])
      const base = { unit: undefined, words, place: -1, home, isForEach: false }
      const figureOf = (value: number, role: Figure['role'], quote: () => Quote): Figure => {
        const rounded = Math.round(value * 100) / 100
        const digits = String(rounded).replace('.', '').replace(/0+$/, '').length
        return { ...base, role, value: rounded, digits, text: rounded.toLocaleString('en-GB'), quote }
      }
      const printed = cells.flatMap(({ cell: { cell }, value, role }) =>
        role === 'plain' ? [] : [figureOf(value, role, () => quoteOf(document, cell.start, cell.end))],
      )
      if (!first || !last || parts.length < 3 || roleOfCell(home.label, '') !== 'plain') return printed
      const quote = () => quoteOf(document, first.start, first.end)
      return [...printed, figureOf(sum, 'total', quote), figureOf(sum / parts.length, 'mean', quote)]
    })
  })
}

function roleOfCell(label: string, head: string): Figure['role'] {
  const text = `${label} ${head}`
  if (/\b(?:average|mean|monthly|weekly|daily|per|each|a (?:month|week|day))\b/i.test(text)) return 'mean'
  return /\b(?:totals?|all|overall|year|quarter|20\d\d\/\d\d)\b/i.test(text) ? 'total' : 'plain'
}

const finding = (mean: Figure, total: Figure): Finding =>
  findingOf({
    kind: 'average-of-total',
    verdict: mean.place >= 0 && total.place >= 0 && Math.abs(mean.place - total.place) < 2 ? 'warning' : 'question',
    quotes: [mean, total].toSorted((one, other) => other.place - one.place).map((one) => one.quote()),
    message: `${mean.text} is an average in one place and the whole in another: it cannot be both.`,
    working: `${mean.text} for one of several; ${total.text} in all.`,
    suggestion: 'Print the total of the whole, or call the figure an average.',
  })
