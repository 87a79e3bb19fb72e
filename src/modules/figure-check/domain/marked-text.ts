import type { Block, CheckedDocument, Range, Verdict } from '#modules/passages/index.js'

/** A passage to mark: which finding it belongs to, and which of its quotes it is. */
export type Mark = Range & { readonly finding: number; readonly quote: number; readonly verdict: Verdict }

/** A piece of text under the same marks, in one line of reading. `opens` are the marks that begin here. */
export type Piece = { readonly text: string; readonly marks: readonly Mark[]; readonly opens: readonly Mark[] }

/** The pieces of a range of the document, cut wherever a mark begins or ends; what is hidden from reading is left out. */
export function piecesOf(document: CheckedDocument, range: Range, marks: readonly Mark[]): Piece[] {
  const here = marks.filter((mark) => mark.start < range.end && mark.end > range.start)
  const hidden = hiddenIn(document, range)
  const cuts = [...here, ...hidden].flatMap(({ start, end }) => [start, end])
  const inside = cuts.filter((cut) => cut > range.start && cut < range.end)
  const edges = [...new Set([range.start, ...inside, range.end])].sort((a, b) => a - b)
  return edges.slice(0, -1).flatMap((start, at) => {
    const end = edges[at + 1] ?? range.end
    if (hidden.some((one) => one.start <= start && one.end >= end)) return []
    const covering = here.filter((mark) => mark.start < end && mark.end > start)
    const opens = covering.filter((mark) => Math.max(mark.start, range.start) === start && mark.start >= range.start)
    return [{ text: document.text.slice(start, end), marks: covering, opens }]
  })
}

function hiddenIn(document: CheckedDocument, range: Range): Range[] {
  const { hidden } = document
  let [low, high] = [0, hidden.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hidden[middle]?.end ?? 0) <= range.start) low = middle + 1
    else high = middle
  }
  const found: Range[] = []
  for (let at = low; at < hidden.length && (hidden[at]?.start ?? 0) < range.end; at += 1) {
    const one = hidden[at]
    if (one) found.push(one)
  }
  return found
}

/** A block with the marks that touch it. */
export type MarkedBlock = { readonly block: Block; readonly marks: readonly Mark[] }

/** Every block with its marks; both are walked once, in order. */
export function markedBlocks(document: CheckedDocument, marks: readonly Mark[]): MarkedBlock[] {
  const sorted = marks.toSorted((a, b) => a.start - b.start)
  const widest = sorted.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  let first = 0
  return document.blocks.map((block) => {
    while ((sorted[first]?.start ?? Number.POSITIVE_INFINITY) < block.start - widest) first += 1
    const touching: Mark[] = []
    for (let at = first; (sorted[at]?.start ?? Number.POSITIVE_INFINITY) < block.end; at += 1) {
      const mark = sorted[at]
      if (mark && mark.end > block.start) touching.push(mark)
    }
    return { block, marks: touching }
  })
}
