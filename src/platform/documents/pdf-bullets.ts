/** A line of a page: where it begins and ends, in points, and its words. */
export type PageLine = {
  readonly x: number
  readonly right: number
  readonly height: number
  readonly text: string
  /** Several pieces on one baseline: a row of a table. */
  readonly isRow: boolean
}

/** How far the points of a list stand to the right of the line above them, in line heights. */
const LEAST_INDENT = 1.2
const MOST_INDENT = 4.5

/**
 * The lines that begin a point of a list whose marks are painted and not written, as browsers print them: they stand a
 * little to the right of the passage above, and each begins though its first word would have fitted on the line before.
 */
export function bulletedLines(lines: readonly PageLine[]): Set<number> {
  const right = Math.max(0, ...lines.filter(({ isRow }) => !isRow).map((line) => line.right))
  const found = new Set<number>()
  let base = -1
  let items: number[] = []
  const close = () => {
    if (items.length > 1) for (const at of items) found.add(at)
    items = []
  }
  for (const [at, line] of lines.entries()) {
    const above = lines[base]
    if (above && isIndented(above, line)) {
      const before = lines[at - 1]
      if (before && (at - 1 === base || isNewPoint(before, line, right))) items.push(at)
      continue
    }
    close()
    base = line.isRow || hasMark(line.text) ? -1 : at
  }
  close()
  return found
}

/** A list is led in by a passage that ends; a paragraph that is only set in goes on from line to line. */
function isIndented(above: PageLine, line: PageLine): boolean {
  const indent = line.x - above.x
  const isSet = indent > line.height * LEAST_INDENT && indent < line.height * MOST_INDENT * 2
  return (
    isSet && !line.isRow && !hasMark(line.text) && /[:.?!]\s*$/.test(above.text) && line.height < above.height * 1.3
  )
}

const hasMark = (text: string) =>
  /^\s*(?:[•●○◦▪■□➢✓·*–-]|\(?\d{1,3}[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-z]{1,3}[.)])\s?/.test(text)

/** Set in further or less far than the line before, or that line had room for the first word of this one. */
function isNewPoint(before: PageLine, line: PageLine, right: number): boolean {
  if (Math.abs(before.x - line.x) > line.height * 0.5) return true
  const word = /^\S+/.exec(line.text)?.[0].length ?? 0
  const width = ((line.right - line.x) / Math.max(1, line.text.length)) * (word + 1)
  return before.right + width < right - line.height * 0.3
}
