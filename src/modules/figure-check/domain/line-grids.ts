import type { CheckedDocument } from '#modules/passages/index.js'
import { tableNumber } from '#modules/quantities/index.js'
import type { Grid, GridCell, GridRow } from '#modules/tables/index.js'

/**
 * Lines of one pattern read as a table: "White 3,450; population 862,500; rate 4.0" over "Black 483; population 34,500;
 * rate 14.0". A line belongs to those before it where the same words stand between its figures.
 */
export function gridsOfLines(document: CheckedDocument): Grid[] {
  const lines = linesOf(document.text)
  const runs: PatternLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    if (run?.[0]?.pattern === line.pattern) run.push(line)
    else runs.push([line])
  }
  return runs.flatMap((run) => gridOf(run) ?? [])
}

/** A line with what stands between its figures, and the figures as cells. */
type PatternLine = GridRow & { readonly pattern: string; readonly gaps: readonly string[] }

const [FEWEST_LINES, FEWEST_FIGURES, MOST_FIGURES, LONGEST] = [3, 2, 6, 200]

/** Every line that is not blank; one that has no pattern of its own ends a run. */
function linesOf(text: string): PatternLine[] {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const from = start
    start += line.length + 1
    return line.trim() === '' ? [] : [patternLine(line, from)]
  })
}

const figure = /(?<![\w.,/-])[£]?\d[\d,]*(?:\.\d+)?(?:%|(?:m|k|bn)\b)?(?![\w/-])/g

function patternLine(line: string, from: number): PatternLine {
  const none = { label: line, start: from, end: from + line.length, cells: [], pattern: `${from}`, gaps: [] }
  const found = line.length > LONGEST ? [] : [...line.matchAll(figure)]
  const cells = found.map((match) => cellAt(match, from))
  if (cells.length < FEWEST_FIGURES || cells.length > MOST_FIGURES || cells.some(({ number }) => !number)) return none
  const gaps = found.map(({ index, 0: text }, nth) => {
    const end = index + text.length
    return line.slice(end, found[nth + 1]?.index ?? line.length)
  })
  const label = line.slice(0, found[0]?.index)
  const hasWords = gaps.some((gap) => /[a-z]{3}/i.test(gap))
  return hasWords ? { ...none, label, cells, gaps, pattern: gaps.map(wordsOf).join('#') } : none
}

const wordsOf = (gap: string) =>
  gap
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .replace(/s\b/g, '')
    .trim()

function cellAt({ index, 0: text }: RegExpMatchArray, from: number): GridCell {
  const start = from + (index ?? 0)
  const own = text.replace(/[,.]+$/, '')
  const number = tableNumber(own)
  return { text: own, start, end: start + own.length, ...(number ? { number } : {}) }
}

function gridOf(run: readonly PatternLine[]): Grid | undefined {
  const [first] = run
  const last = run.at(-1)
  if (!first || !last || run.length < FEWEST_LINES) return undefined
  const headers = first.cells.map((_, at) => headOf(first.gaps, at))
  return { caption: '', headers, rows: [...run], start: first.start, end: last.end }
}

/** What a figure is called: the words before it, or else those behind it. */
const headOf = (gaps: readonly string[], at: number) => {
  const before = gaps[at - 1] ?? ''
  return (/[a-z]/i.test(before) ? before : (gaps[at] ?? '')).trim()
}
