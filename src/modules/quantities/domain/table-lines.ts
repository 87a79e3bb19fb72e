import type { CheckedDocument } from '#modules/passages/index.js'

/** A line of the document that no real table holds. `isBreak` marks where a real table or a page stood. */
export type Line = { text: string; start: number; isBreak: boolean }

/** The lines in which a table may hide: everything but real tables, running heads and page numbers. */
export function openLines(document: CheckedDocument): Line[] {
  const closed = document.blocks
    .filter((block) => block.table || block.kind === 'running-head' || block.kind === 'page-number')
    .toSorted((a, b) => a.start - b.start)
  const lines: Line[] = []
  let at = 0
  let next = 0
  for (const text of document.text.split(/[\n\f]/)) {
    while (next < closed.length && (closed[next]?.end ?? 0) <= at) next += 1
    const block = closed[next]
    const isClosed = block !== undefined && block.start < at + text.length && at < block.end
    if (!isClosed) lines.push({ text, start: at, isBreak: false })
    else if (block.table && lines.at(-1)?.isBreak !== true) lines.push({ text: '', start: at, isBreak: true })
    at += text.length + 1
  }
  return lines
}

/** A piece of a line between white space, with its place in the line. */
export type Piece = { text: string; start: number; end: number }

/** The pieces of a line. */
export function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Financial and calendar years at the head of columns: "2016/17", "2017-18", "2019". */
export const yearPiece = /^(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?\*?$/
