import type { Page, Range } from './document.js'

/** A line of plain text with its place, without the white space at its ends. */
export type Line = Range & {
  readonly text: string
  /** Counts from 1 over the whole text. */
  readonly number: number
  readonly isBlank: boolean
  /** The page, when form feeds part pages. */
  readonly page?: number
  /** Whether a page begins with this line: after a form feed, or marked by the lone space that extraction leaves. */
  readonly opensPage: boolean
}

/** The lines of a text, form feeds parting pages. */
export function linesOf(text: string): { lines: Line[]; pages: Page[] } {
  const pages = pagesOf(text)
  const lines: Line[] = []
  let number = 1
  for (const page of pages.length > 0 ? pages : [{ number: 0, start: 0, end: text.length }]) {
    let start = page.start
    while (start <= page.end) {
      const stop = text.indexOf('\n', start)
      const end = stop < 0 || stop > page.end ? page.end : stop
      lines.push(lineOf(text, { start, end }, { number, page: page.number, opensPage: start === page.start }))
      start = end + 1
      if (end < page.end) number += 1
    }
  }
  return { lines: withLonePageMarks(text, lines, pages.length > 0), pages }
}

function pagesOf(text: string): Page[] {
  if (!text.includes('\f')) return []
  let start = 0
  return text.split('\f').map((page, at) => {
    const range = { number: at + 1, start, end: start + page.length }
    start = range.end + 1
    return range
  })
}

type LinePlace = { readonly number: number; readonly page: number; readonly opensPage: boolean }

function lineOf(text: string, { start, end }: Range, { number, page, opensPage }: LinePlace): Line {
  const whole = text.slice(start, end)
  const words = whole.trim()
  const from = start + (whole.length - whole.trimStart().length)
  return {
    text: words,
    start: words === '' ? start : from,
    end: words === '' ? start : from + words.length,
    number,
    isBlank: words === '',
    ...(page > 0 && { page }),
    opensPage: opensPage && page > 1,
  }
}

/** Some extractions turn the form feed into one space: then few lines begin with exactly one, and the rest with none. */
function withLonePageMarks(text: string, lines: Line[], hasPages: boolean): Line[] {
  if (hasPages) return lines
  const marked = lines.filter((line) => isMarked(text, line))
  const indented = lines.filter(
    (line) => !line.isBlank && /\s/.test(text[line.start - 1] ?? '\n') && text[line.start - 1] !== '\n',
  )
  if (marked.length === 0 || marked.length * 12 > lines.length || indented.length > marked.length * 3) return lines
  return lines.map((line) => (line.start > 1 && isMarked(text, line) ? { ...line, opensPage: true } : line))
}

function isMarked(text: string, line: Line): boolean {
  if (line.isBlank || text[line.start - 1] !== ' ') return false
  return (line.start === 1 || text[line.start - 2] === '\n') && /[\p{L}\p{N}]/u.test(line.text[0] ?? '')
}
