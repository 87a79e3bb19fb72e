import { formatDate } from '#kernel/words.js'
import { config } from '#platform/config.js'
import { type Block, type LiveValue, type Paper, words } from '#platform/typesetting/paper.js'
import { printedCode } from '../actions/check-code.js'
import { type CorrectionNotice, correctionLine } from '../domain/correction-notice.js'

/** What is put on a report as it is published: its number, the code to check it by, and a correction if it is one. */
type Stamp = { readonly number: number; readonly code: string; readonly correction: CorrectionNotice | undefined }

/** A figure in the list at the end, as a table can show it. */
export type ListedFigure = {
  readonly value: LiveValue
  readonly title: string
  readonly period: string
  /** The number in it, with what it counts. */
  readonly amount: string
}

/** Of longer words the list has the number alone: they stand whole in the report. */
const LONGEST = 40

/** The report with its code at the foot of each page, its correction at the head, and its figures with their codes at the end. */
export function stamped(paper: Paper, { number, code, correction }: Stamp, listed: readonly ListedFigure[]): Paper {
  const notice = correction ? [noticeOf(correction, number)] : []
  const check = `Check a figure: ${withoutScheme(config().publicUrl)}/check/${printedCode(code)}`
  return { ...paper, check, blocks: [...notice, ...paper.blocks, ...figureList(paper, code, listed)] }
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')

const plain = (text: string): Block => ({ kind: 'paragraph', id: '', number: null, children: words(text) })

function noticeOf({ on, reason, decidedBy, figures, replaces }: CorrectionNotice, number: number): Block {
  return {
    ...{ kind: 'callout', tone: 'worry', title: `Corrected on ${formatDate(on)}` },
    children: [
      plain(
        `This is number ${number} of this report. It replaces number ${replaces.number} of ${formatDate(replaces.on)}.`,
      ),
      { kind: 'list', ordered: false, start: 1, items: figures.map((figure) => [plain(correctionLine(figure))]) },
      plain(`Why: ${reason} Decided by: ${decidedBy}.`),
    ],
  }
}

/** The figures of the report by number, so that each can be checked by itself. */
function figureList(paper: Paper, code: string, listed: readonly ListedFigure[]): Block[] {
  if (listed.length === 0) return []
  const headings = paper.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2 ? [block.number] : [],
  )
  const last = Math.max(0, ...headings.map((number) => Number(number ?? 0)))
  const tables = paper.blocks.flatMap((block) => (block.kind === 'table' ? [block.number] : []))
  return [
    {
      ...{ kind: 'heading', level: 2, id: 'check-a-figure', children: words('Check a figure') },
      number: last > 0 ? String(last + 1) : null,
    },
    plain(
      `Type a figure’s code at ${withoutScheme(config().publicUrl)}/check to see where it comes from and whether it still stands.`,
    ),
    {
      ...{ kind: 'table', id: 'figures-and-codes', number: Math.max(0, ...tables) + 1, source: '', rowHeads: true },
      caption: 'Figures in this report and their codes',
      columns: [{ label: 'Code' }, { label: 'Figure', share: 2.2 }, { label: 'As printed', share: 1.5 }],
      rows: listed.map(({ value, title, period, amount }, index) => [
        words(`${printedCode(code)}.${index + 1}`),
        words(`${title}, ${period}`),
        words(value.text.length <= LONGEST || amount === '' ? value.text : amount),
      ]),
    },
  ]
}
