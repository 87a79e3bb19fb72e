import { type CheckedDocument, type Quote, quoteOf } from '#modules/passages/index.js'
import { isPlain, type Period, printedDigits, type Quantity } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { periodFor } from './claim-periods.js'
import { proseOf } from './claim-prose.js'
import { leftwards } from './claim-words.js'
import { namedWords } from './fact-named-words.js'
import { clauseOfFigure, nameOfFigure } from './fact-names.js'
import { quantityOfCell } from './fact-of-table.js'
import { allWords, isOfDrawing } from './fact-words.js'
import { cellValue, type Series, seriesTables } from './table-series.js'

/** A figure wherever it stands, in a sentence or in a table, with what is said about it. */
export type FigureMention = {
  /** Which document it stands in: 0 the one that is checked, then the others. */
  readonly document: number
  readonly quantity: Quantity
  readonly text: string
  /** The name of what it counts, and that name with all that narrows it. */
  readonly core: readonly string[]
  readonly own: readonly string[]
  /** All words of its sentence or its row and of what stands over it; and those of its own part of the sentence. */
  readonly said: ReadonlySet<string>
  readonly clause: ReadonlySet<string>
  /** "the 412 cases", "all 412", "a budget of": the text speaks of it as known. */
  readonly isDefinite: boolean
  /** It is set apart by words such as "target" or "forecast", or by names. */
  readonly aims: string
  readonly names: readonly string[]
  readonly period: Period | undefined
  /** The sentence's place among the sentences, and the heading that it stands under; -1 for tables. */
  readonly place: number
  readonly section: number
  readonly home: Sentence | Series
  quote(): Quote
}

/** Every plain level in a document's sentences and tables; changes and rates are none. */
export function figureMentions(document: CheckedDocument, number: number): FigureMention[] {
  return [...inProse(document, number), ...inTables(document, number)]
}

function inProse(document: CheckedDocument, number: number): FigureMention[] {
  const prose = proseOf(document)
  let section = 0
  let over: readonly string[] = []
  let last: FigureMention | undefined
  return prose.sentences.flatMap((home, place) => {
    const { items } = home
    if (home.kind === 'heading') {
      section += 1
      over = allWords(items)
    }
    if (!items.some((item) => item.quantity) || isOfDrawing(home.text)) return []
    const changes = new Set(deltasIn(home).map(({ at }) => at))
    const words = [...allWords(items), ...over, ...allWords(home.leadIn?.items ?? []), ...pointedAt(home)]
    return items.flatMap((item, at): FigureMention[] => {
      const { quantity } = item
      if (!quantity || changes.has(at) || !isLevel(quantity)) return []
      const quote = () => prose.quote(home.end - home.start <= 160 ? home : around(items, at))
      const mention = {
        ...{
          document: number,
          quantity,
          text: item.text,
          ...named(items, at, words, last?.home === home || isPointing(items, at) ? last : undefined),
          place,
          section,
          home,
          quote,
        },
        ...settingApart(items, at),
        isDefinite: isKnown(items, at),
        period: periodFor(home, at),
      }
      last = mention
      return [mention]
    })
  })
}

/** "Fourteen were suspended. Paying them costs £735,000": a sentence that points back is of what the one before names. */
const pointedAt = ({ items, previous }: Sentence) =>
  previous && items.some(({ lower }) => /^(?:them|they|their|theirs)$/.test(lower)) ? allWords(previous.items) : []

/** "Of the nine, five are …": of what was counted before. */
const isPointing = (items: readonly Item[], at: number) =>
  at <= 3 && /^(?:the|these|those)$/.test(items[at - 1]?.lower ?? '')

/** A figure's name with the words about it; "nine are closed" leaves its name to the figure before. */
function named(items: readonly Item[], at: number, words: readonly string[], last: FigureMention | undefined) {
  const { core, tail } = nameOfFigure(items, at)
  const isOpen = core.length === 0 && last?.quantity.unit === items[at]?.quantity?.unit
  const name = isOpen ? (last?.core ?? []) : core
  const own = [...new Set([...name, ...tail])]
  const clause = new Set([...own, ...allWords(clauseOfFigure(items, at))])
  return { core: name, own, said: new Set([...words, ...name]), clause }
}

/** "Some 3,480" is as exact as its digits; "some 3,500" is not. */
const isExact = (quantity: Quantity) =>
  isPlain(quantity) || (!quantity.isRange && /[1-9].*[1-9].*[1-9]|^\d[1-46-9]$/.test(printedDigits(quantity)))

const isLevel = (quantity: Quantity) =>
  isExact(quantity) &&
  quantity.sign === '' &&
  quantity.shown > 2 &&
  (!quantity.perTime || quantity.perTime === 'year') &&
  !quantity.per &&
  /^(?:count|pounds|percent|duration)$/.test(quantity.unit)

const around = (items: readonly Item[], at: number) => ({
  start: items[Math.max(0, at - 6)]?.start ?? 0,
  end: items[Math.min(items.length - 1, at + 8)]?.end ?? 0,
})

const determiner = /^(?:the|these|those|this|that|all|its|our|their|every|each|'s|s)$/

/** "the 412 cases", "all of the 412", "the underspend of £0.4m". */
function isKnown(items: readonly Item[], at: number): boolean {
  const before = items[at - 1]?.lower ?? ''
  if (/^(?:than|against)$/.test(items[at - 2]?.lower ?? '')) return false
  if (determiner.test(before) || /'s?$/.test(before)) return true
  return before === 'of' && leftwards([...items], at - 1, 4, ({ lower }) => /^(?:the|this|that)$/.test(lower)) >= 0
}

const aim =
  /^(?:targets?|forecasts?|planned|plan|expect|expected|previously|national|nationally|provisional|revised|proposed|budgeted|estimated?|original|draft|maximum|minimum|capacity|average|mean|median)$/
const isEarlier = /^(?:last|previous|earlier)$/
const more = /^(?:further|another|extra|additional|other|remaining|new)$/

/** Words that set a figure apart from others of its name: aims and other times near it, names of places and people. */
function settingApart(items: readonly Item[], at: number): { aims: string; names: string[] } {
  const near = items.slice(Math.max(0, at - 7), at + 6)
  const aims = new Set(near.flatMap(({ lower }) => (aim.test(lower) ? [lower] : [])))
  if (more.test(items[at - 1]?.lower ?? '')) aims.add('more')
  if (
    items.some(
      ({ lower }, place) =>
        isEarlier.test(lower) && place > at - 7 && place < at + 7 && items[place + 1]?.lower !== 'of',
    )
  )
    aims.add('earlier')
  const names = clauseOfFigure(items, at).flatMap((item) =>
    isName(item, items) || bearing.test(item.lower) ? [item.lower] : [],
  )
  return { aims: [...aims].sort().join(' '), names: [...new Set(names)] }
}

const bearing =
  /^(?:north|south|east|west|northern|southern|eastern|western|city|rural|urban|men|women|boys|girls|male|female|adult|adults|children|young|day|night)$/

/** Names that every office has tell no place. */
const role =
  /^(?:commissioner|deputy|chief|constable|pcsos?|specials?|officers?|force|constabulary|police|panel|committee|office|board|government|home|council|mayor|community|fund|band|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)(?:'s)?$/

const isName = (item: Item, items: readonly Item[]) =>
  item.kind === 'word' && item !== items[0] && /^[A-Z][a-z]{2}/.test(item.text) && !role.test(item.lower)

function inTables(document: CheckedDocument, number: number): FigureMention[] {
  const known = new Map<string, string[]>()
  const wordsOf = (text: string) => {
    const words = known.get(text) ?? (/^[A-H]$/.test(text) ? [`band${text.toLowerCase()}`] : namedWords(text))
    known.set(text, words)
    return words
  }
  return seriesTables(document).flatMap((table) => {
    const over = wordsOf(`${table.caption}. ${table.name}`)
    return table.series.flatMap((series) => {
      const label = wordsOf(series.label)
      if (label.length === 0) return []
      return series.cells.flatMap((cell): FigureMention[] => {
        const value = cellValue(series, cell)
        if (!value || value.value <= 2) return []
        const head = wordsOf(cell.head)
        return [
          {
            document: number,
            quantity: quantityOfCell(value, cell.cell),
            text: cell.cell.text.trim(),
            core: label,
            own: label,
            said: new Set([...label, ...head, ...over]),
            clause: new Set([...label, ...head]),
            isDefinite: false,
            aims: '',
            names: [],
            period: cell.period,
            place: -1,
            section: -1,
            home: series,
            quote: () => quoteOf(document, cell.cell.start, cell.cell.end),
          },
        ]
      })
    })
  })
}
