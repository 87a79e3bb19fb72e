import type { Block, Cell, CheckedDocument, Range } from '#modules/passages/index.js'
import { isBlankCell, tableNumber } from '#modules/quantities/index.js'
import { Small } from '#ui/components.js'
import { type Mark, type MarkedBlock, markedBlocks, type Piece, piecesOf } from '../domain/marked-text.js'

/** Above this, only the passages with findings are shown. */
const LONGEST_SHOWN = 600_000

/** The id of a passage in the marked document. */
export const passageId = (finding: number, quote: number) => `passage-${finding}-${quote}`

/** The id of a finding beside it. */
export const findingId = (finding: number) => `finding-${finding}`

type Props = { readonly document: CheckedDocument; readonly marks: readonly Mark[] }

/** The document with its findings marked; each mark leads to its finding. */
export function MarkedDocument({ document, marks }: Props) {
  const all = markedBlocks(document, marks)
  const isLong = document.text.length > LONGEST_SHOWN
  const shown = isLong ? all.filter((each) => each.marks.length > 0) : all
  const tables = shown.filter(({ block }) => block.table)
  return (
    <div class="checked-text">
      {isLong ? <Small>The document is long: only the passages with findings are shown.</Small> : null}
      {shown.map((each, at) => (
        <>
          {startsPage(shown[at - 1]?.block, each.block) ? (
            <p class="checked-text__page">Page {each.block.page}</p>
          ) : null}
          <MarkedPassage document={document} marked={each} table={tables.indexOf(each) + 1} />
        </>
      ))}
    </div>
  )
}

const startsPage = (before: Block | undefined, block: Block) => block.page !== undefined && block.page !== before?.page

type PassageProps = {
  readonly document: CheckedDocument
  readonly marked: MarkedBlock
  /** Which of the shown tables it is, from 1: each has a name of its own among the landmarks. */
  readonly table: number
}

function MarkedPassage({ document, marked: { block, marks }, table }: PassageProps) {
  const words = (range: Range) => <Pieces pieces={piecesOf(document, range, marks)} />
  if (!block.table) return <p class={`checked-text__${block.kind}`}>{words(block)}</p>
  const { headerCells, rows } = block.table
  const classOf = (column: number) => ({ class: isOfNumbers(rows, column) ? 'number' : undefined })
  return (
    <div class="table-region" role="region" aria-label={`Table ${table} of the document`} tabindex={0}>
      <table>
        {headerCells.length > 0 ? (
          <thead>
            <tr>
              {headerCells.map((cell, column) => (
                <th scope="col" {...classOf(column)}>
                  {words(cell)}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td {...classOf(column)}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whether most of what a column holds is numbers, which stand to the right. */
function isOfNumbers(rows: readonly (readonly Cell[])[], column: number): boolean {
  const filled = rows.flatMap((row) => row[column] ?? []).filter(({ text }) => !isBlankCell(text))
  return filled.filter(({ text }) => tableNumber(text)).length * 2 > filled.length
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, marks, opens }) => {
        const last = marks.at(-1)
        if (!last) return text
        const [first] = opens
        const rest = opens.slice(1)
        return (
          <>
            {rest.map((mark) => (
              <span id={passageId(mark.finding, mark.quote)} />
            ))}
            <a
              {...(first && { id: passageId(first.finding, first.quote) })}
              class={`mark mark--${worst(marks)}`}
              href={`#${findingId((first ?? last).finding)}`}
            >
              {text}
            </a>
          </>
        )
      })}
    </>
  )
}

function worst(marks: readonly Mark[]): string {
  return (
    (['error', 'warning', 'question'] as const).find((each) => marks.some((mark) => mark.verdict === each)) ?? 'holds'
  )
}
