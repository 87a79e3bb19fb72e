import { type CheckedDocument, type Quote, quoteOf } from '#modules/passages/index.js'
import type { Quantity } from '#modules/quantities/index.js'
import { type Grid, type GridCell, tablesOf } from '#modules/tables/index.js'
import type { Item, Sentence } from './claim.js'
import { proseOf } from './claim-prose.js'
import { wordsSaid } from './fact-named-words.js'
import { quantityOfCell } from './fact-of-table.js'
import { namesIn } from './table-series.js'

/** A figure with the words that name it: of a card, a list, a short record, the only row or column of a table. */
export type LabelledFigure = {
  readonly label: string
  /** The telling words of the label, cut to what they share with their kin. */
  readonly words: readonly string[]
  readonly quantity: Quantity
  readonly quote: () => Quote
}

/** Figures named one by one that stand together, run by run: "Stops: 6,120. With a find: 1,836. Find rate: 30%." */
export const labelledRuns = (document: CheckedDocument): LabelledFigure[][] =>
  [
    ...recordsIn(document),
    ...proseOf(document).sentences.flatMap((sentence) => rowsNamed(document, sentence)),
    ...tablesOf(document).flatMap((grid) => figuresOf(document, grid)),
  ].filter(({ length }) => length >= FEWEST_FIGURES)

const [FEWEST_FIGURES, MOST_IN_ONE, LONGEST, LONGEST_NAME, LONGEST_LABEL, MOST_HEADERS, FEW_ROWS] = [
  3, 3, 18, 8, 60, 8, 2,
]

/** Short sentences without a verb that stand one behind the other; of cards the first tells on which side their names stand. */
function recordsIn(document: CheckedDocument): LabelledFigure[][] {
  const { sentences, quote } = proseOf(document)
  const runs = [{ figures: [] as LabelledFigure[], isNameFirst: isName(sentences[0]) }]
  for (const [at, sentence] of sentences.entries()) {
    const run = runs.at(-1)
    if (!isRecord(sentence)) {
      if (!isName(sentence)) runs.push({ figures: [], isNameFirst: isName(sentences[at + 1]) })
      continue
    }
    const card = isBare(sentence) ? sentences[run?.isNameFirst ? at - 1 : at + 1] : undefined
    run?.figures.push(...figuresIn(sentence, quote, isName(card) ? card?.text : undefined))
  }
  return runs.map(({ figures }) => figures)
}

/** A card: its figure by itself, its name before or behind it. */
const isBare = (sentence: Sentence | undefined) => sentence?.items.every(({ quantity }) => quantity) ?? false
const isName = (sentence: Sentence | undefined) =>
  sentence !== undefined &&
  sentence.kind !== 'heading' &&
  sentence.items.length <= LONGEST_NAME &&
  sentence.items.every(({ kind }) => kind === 'word')

const verb =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|should|do|does|did|we|it|they|that|which|who|rose|fell|grew|said|says)$/

function isRecord({ kind, items }: Sentence): boolean {
  const figures = items.filter(({ quantity }) => quantity).length
  return (
    kind !== 'heading' &&
    figures > 0 &&
    figures <= MOST_IN_ONE &&
    items.length <= LONGEST &&
    !items.some(({ lower }) => verb.test(lower))
  )
}

/** A percentage of a sentence without amounts, and the figures of the row of a table that the words before it name. */
function rowsNamed(document: CheckedDocument, sentence: Sentence): LabelledFigure[][] {
  const { items, text } = sentence
  const figures = items.flatMap((item, at) => (item.quantity ? [{ item, at, quantity: item.quantity }] : []))
  if (figures.length === 0 || figures.some(({ quantity }) => !/^(?:percent|points)$/.test(quantity.unit))) return []
  const mentions = namesIn(document, sentence)
  return figures.flatMap(({ item, at, quantity }, nth) => {
    const named = mentions.filter(({ from }) => from < at && from > (figures[nth - 1]?.at ?? -1))
    const [only, ...more] = named
    if (!only || more.length > 0) return []
    const own = labelled(text, quantity, () => proseOf(document).quote(item))
    const cells = only.series.cells.flatMap(({ head, cell }) =>
      cell.number
        ? [labelled(head, quantityOfCell(cell.number, cell), () => quoteOf(document, cell.start, cell.end))]
        : [],
    )
    return [[own, ...cells]]
  })
}

/** Each figure is named by the words before it, or, where it stands first, by those behind it. */
function figuresIn({ items }: Sentence, quote: (item: Item) => Quote, name?: string): LabelledFigure[] {
  let from = 0
  return items.flatMap((item, at) => {
    const { quantity } = item
    if (!quantity) return []
    const before = items.slice(from, at)
    from = at + 1
    const next = items.findIndex((other, place) => place > at && other.quantity)
    const named = before.some(({ kind }) => kind === 'word') ? before : items.slice(at + 1, next < 0 ? undefined : next)
    return [labelled(name ?? named.map(({ text }) => text).join(' '), quantity, () => quote(item))]
  })
}

/** The rows of a table with one or two of them, the columns of one with one or two. */
function figuresOf(document: CheckedDocument, { headers, rows }: Grid): LabelledFigure[][] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell?.number))
  const figureAt = (label: string, cell: GridCell | undefined) =>
    cell?.number && label.length <= LONGEST_LABEL
      ? [labelled(label, quantityOfCell(cell.number, cell), () => quoteOf(document, cell.start, cell.end))]
      : []
  const across = filled.length <= FEW_ROWS && headers.length <= MOST_HEADERS ? filled : []
  const down = headers.length <= FEW_ROWS ? headers : []
  return [
    ...across.map(({ cells }) => cells.flatMap((cell, at) => figureAt(headers[at] ?? '', cell))),
    ...down.map((_, at) => filled.flatMap(({ label, cells }) => figureAt(label, cells[at]))),
  ]
}

function labelled(label: string, quantity: Quantity, quote: () => Quote): LabelledFigure {
  const words = wordsSaid(label).flatMap(({ hard, soft }) => [...hard, ...soft])
  return { label, words, quantity, quote }
}
