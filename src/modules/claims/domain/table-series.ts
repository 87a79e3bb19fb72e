import type { CheckedDocument } from '#modules/passages/index.js'
import type { Period, TableNumber } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isTotalLabel, tablesOf, transposed } from '#modules/tables/index.js'
import { type Item, type Sentence, sentencesOf } from './claim.js'
import { singular } from './claim-words.js'

/** One figure of a table with the words and the period over it. */
export type SeriesCell = { head: string; words: string[]; period: Period | undefined; cell: GridCell }

/** A row of a table, or a column read as one: its name and its figures. `table` is the way of reading it stands in. */
export type Series = { label: string; words: string[]; isTotal: boolean; cells: SeriesCell[]; table: SeriesTable }

/** A table read along its rows or down its columns. */
export type SeriesTable = { caption: string; name: string; captionWords: Set<string>; series: Series[] }

const generic = new Set(
  (
    'a an the of in on at by to for from with and or as per number figure total overall all recorded crime offence incident ' +
    'year ended ending end month period level count volume case report reported there is are was were be been have had ' +
    'force police constabulary stood stand came come made remained totalled reached we our its their his her this that these those it'
  ).split(' '),
)

/** Whether a word says nothing about which figure is meant: "the", "recorded", "total". */
const isGeneric = (word: string): boolean => generic.has(word) || generic.has(singular(word))

/** The words of a label or a heading that tell it from others, singular. */
export function tellingWords(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z][a-z'’-]*[a-z]|[a-z]/g) ?? []
  return words.filter((word) => !isGeneric(word)).map(singular)
}

const cache = new WeakMap<CheckedDocument, SeriesTable[]>()

/** A table with more rows or columns than this is data, not something that a sentence sums up. */
const MOST = 120

/** Every table of figures, read both ways. */
export function seriesTables(document: CheckedDocument): SeriesTable[] {
  const known = cache.get(document)
  if (known) return known
  const small = tablesOf(document).filter((grid) => grid.rows.length <= MOST && grid.headers.length <= MOST)
  const tables = small.flatMap((grid) => [readAlong(grid), readAlong(transposed(grid))])
  cache.set(document, tables)
  return tables
}

function readAlong(grid: Grid): SeriesTable {
  const heads = grid.headers.map((head) => ({ head, words: tellingWords(head), period: periodOf(head) }))
  const table: SeriesTable = {
    caption: grid.caption,
    name: grid.name ?? grid.caption,
    captionWords: new Set(tellingWords(`${grid.caption} ${grid.headers.join(' ')}`)),
    series: [],
  }
  for (const row of grid.rows) {
    const cells = row.cells.flatMap((cell, at) => {
      const head = heads[at]
      return cell?.number && head ? [{ ...head, cell }] : []
    })
    if (cells.length === 0) continue
    table.series.push({
      label: row.label,
      words: tellingWords(row.label),
      isTotal: isTotalLabel(row.label),
      cells,
      table,
    })
  }
  return table
}

/** The period that a heading names, if it names one. */
function periodOf(head: string): Period | undefined {
  const [sentence] = sentencesOf(head, [{ start: 0, end: head.length, kind: 'heading' }])
  const periods = sentence?.items.flatMap((item) => (item.period ? [item.period] : [])) ?? []
  return periods.length === 1 ? periods[0] : undefined
}

/** A row that a sentence names, and where its name stands among the sentence's parts. */
export type Mention = { series: Series; from: number; until: number }

const indexes = new WeakMap<CheckedDocument, Map<string, Series[]>>()

function indexOf(document: CheckedDocument): Map<string, Series[]> {
  const known = indexes.get(document)
  if (known) return known
  const index = new Map<string, Series[]>()
  for (const table of seriesTables(document)) {
    for (const series of table.series) {
      const [first] = series.words
      if (first === undefined) continue
      const held = index.get(first)
      if (!held) index.set(first, [series])
      else if (held.length < crowd) held.push(series)
    }
  }
  indexes.set(document, index)
  return index
}

/** Rows whose names open alike, as far as they are looked at. */
const crowd = 40

/** The rows that a sentence names in full, with no further word that would narrow the name. */
export const mentionsIn = (document: CheckedDocument, sentence: Sentence): Mention[] =>
  namesIn(document, sentence).filter(({ from, until }) => !isNarrowed(sentence, from, until))

/** The rows whose whole name a sentence says, narrowed by other words or not. */
export function namesIn(document: CheckedDocument, sentence: Sentence): Mention[] {
  const index = indexOf(document)
  if (index.size === 0) return []
  return sentence.items.flatMap((item, from) => {
    if (item.kind !== 'word') return []
    return (index.get(singular(item.lower)) ?? []).flatMap((series) => {
      const until = nameEnd(sentence, from, series.words)
      return until === undefined ? [] : [{ series, from, until }]
    })
  })
}

/** Where the name that begins here ends (the place after its last word). */
function nameEnd(sentence: Sentence, from: number, words: string[]): number | undefined {
  let at = from
  for (const [nth, word] of words.entries()) {
    for (let skipped = 0; nth > 0 && skipped < 2 && isFiller(sentence, at); skipped += 1) at += 1
    if (singular(sentence.items[at]?.lower ?? '') !== word) return undefined
    at += 1
  }
  return at
}

const isFiller = (sentence: Sentence, at: number) =>
  /^(the|of|and|or|in|with|a|to|[-&’'])$/.test(sentence.items[at]?.lower ?? '')

/** "residential burglary", "burglary victims", "non-domestic": a word beside the name that makes it another thing. */
function isNarrowed(sentence: Sentence, from: number, until: number): boolean {
  return narrows(sentence, from - 1) || narrowsAfter(sentence, until)
}

const plainBefore =
  /^(while|but|that|when|where|than|since|after|before|because|both|although|here|also|however|meanwhile|overall|which|only|saw|seen|with|and|so)$/
const preposition = /^(of|for|in|to|from|by|on|among|about)$/

/** What stands before a name: "victims of burglary" and "the charge rate for burglary" are not burglaries, nor is a part of them. */
function narrows(sentence: Sentence, from: number): boolean {
  let isOf = false
  for (let at = from; at >= Math.max(0, from - 6); at -= 1) {
    const item = sentence.items[at]
    if (!item || item.kind === 'period' || item.kind === 'quantity' || item.kind === 'other') return false
    if (item.kind === 'mark') return at === from && /^[-–’'&/]$/.test(item.text)
    if (item.lower === 'and') return joinsNames(sentence.items[at - 1])
    if (!preposition.test(item.lower) && !isGeneric(item.lower)) return !plainBefore.test(item.lower)
    isOf = preposition.test(item.lower) && item.lower !== 'in'
  }
  return isOf
}

/** After a name a verb may follow, but no noun: what ends a phrase is known, all else is taken for a noun. */
const plainAfter =
  /^(rose|fell|rise|rises|falls|fall|increase|increased|increases|decrease|decreased|decreases|reduced|reduction|dropped|drop|grew|went|has|had|have|saw|shows|showed|ranked|ranks|peaked|peak|remains|remained|remain|continued|accounted|accounts|again|also|which|that|while|but|where|who|because|after|before|during|since|than|over|under|about|around|between|against|compared|still|only|now|did|does|would|will|can|could|may|across|within|up|down|both|then|amounted|numbered|held|received|recorded|cost|costs|spent|answered|followed|being|where|when|so|climbed|declined|decreasing|increasing|rising|falling)$/

function narrowsAfter(sentence: Sentence, at: number): boolean {
  const item = sentence.items[at]
  if (!item || item.kind === 'period' || item.kind === 'quantity' || item.kind === 'other') return false
  if (item.kind === 'mark') return /^[-–/&]$/.test(item.text) && !isSpaced(sentence, at)
  if (item.lower === 'and') return joinsNames(sentence.items[at + 1])
  return !isGeneric(item.lower) && !plainAfter.test(item.lower)
}

/** "burglary and theft": the other side of the "and" is a name too. */
const joinsNames = (item: Item | undefined) =>
  item?.kind === 'word' && !isGeneric(item.lower) && !plainAfter.test(item.lower) && !plainBefore.test(item.lower)

const isSpaced = (sentence: Sentence, at: number) => {
  const [before, item] = [sentence.items[at - 1], sentence.items[at]]
  return before !== undefined && item !== undefined && item.start > before.end
}

/** What a table says its money is printed in: 1,000 for "£000", 1,000,000 for "£m", 1 where it says nothing. */
export function moneyScale(text: string): number {
  if (/£\s?['‘’`]?\s?(?:000|k\b)|£\s?thousand|thousands of pounds|['‘’]000s?\b/i.test(text)) return 1000
  return /£\s?['‘’`]?\s?m(?:illion)?s?\b|millions of pounds/i.test(text) ? 1_000_000 : 1
}

/** The value and the last place of a cell as it stands under its headings, with its unit; nothing where the unit is not clear. */
export function cellValue(series: Series, cell: SeriesCell): TableNumber | undefined {
  const number = cell.cell.number
  if (!number) return undefined
  const said = `${series.table.caption} ${cell.head} ${series.label}`
  const isMoney = number.unit === 'pounds' || (number.unit === 'plain' && said.includes('£'))
  if (!isMoney)
    return /\bper\b|rate|average|mean\b|ratio|index|%/i.test(`${cell.head} ${series.label}`) && number.unit === 'plain'
      ? undefined
      : number
  const scale = /[a-z]/i.test(cell.cell.text) ? 1 : moneyScale(said)
  return { value: number.value * scale, step: number.step * scale, unit: 'pounds' }
}
