import { diffArrays } from 'diff'
import { likeness, ownWords, type Paragraph, plainWords } from './pieces.js'

/** A paragraph of what was sent and the one that came back in its place; either may be missing. */
export type Pair = { readonly sent: number | null; readonly back: Paragraph | null }

/** So alike must two paragraphs be to be one that was changed. */
const ALIKE = 0.35
/** Beyond this many paragraphs between two that stand unchanged, likeness is not looked for. */
const MOST_COMPARED = 250

/** Which paragraph that came back stands for which that was sent, in order. */
export function align(sent: readonly Paragraph[], back: readonly Paragraph[]): Pair[] {
  const pairs: Pair[] = []
  let at = 0
  let next = 0
  let gone: number[] = []
  let come: Paragraph[] = []
  const close = () => {
    pairs.push(...paired(sent, gone, come))
    gone = []
    come = []
  }
  for (const { value, added, removed } of diffArrays(sent.map(keyOf), back.map(keyOf))) {
    for (const _ of value) {
      if (removed) gone.push(at++)
      else if (added) come.push(back[next++] as Paragraph)
      else {
        close()
        pairs.push({ sent: at++, back: back[next++] as Paragraph })
      }
    }
  }
  close()
  return pairs
}

const keyOf = (paragraph: Paragraph) => plainWords(ownWords(paragraph))

/** Between two unchanged paragraphs: those most alike belong together, and no two pairs cross. */
function paired(sent: readonly Paragraph[], gone: readonly number[], come: readonly Paragraph[]): Pair[] {
  if (gone.length === 0 || come.length === 0 || gone.length > MOST_COMPARED || come.length > MOST_COMPARED)
    return [...gone.map((each) => ({ sent: each, back: null })), ...come.map((back) => ({ sent: null, back }))]
  const alike = gone.map((index) => come.map((back) => score(sent[index], back)))
  const best = Array.from({ length: gone.length + 1 }, () => new Array<number>(come.length + 1).fill(0))
  const value = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = gone.length - 1; i >= 0; i -= 1)
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const together = (alike[i]?.[j] ?? 0) + value(i + 1, j + 1)
      const row = best[i]
      if (row) row[j] = Math.max(value(i + 1, j), value(i, j + 1), alike[i]?.[j] ? together : 0)
    }
  return followed(gone, come, { alike, value })
}

type Table = {
  readonly alike: readonly (readonly number[])[]
  readonly value: (i: number, j: number) => number
}

function followed(gone: readonly number[], come: readonly Paragraph[], { alike, value }: Table): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const together = alike[i]?.[j] ?? 0
    if (together > 0 && value(i, j) === together + value(i + 1, j + 1))
      pairs.push({ sent: gone[i++] ?? null, back: come[j++] ?? null })
    else if (i < gone.length && (j >= come.length || value(i, j) === value(i + 1, j)))
      pairs.push({ sent: gone[i++] ?? null, back: null })
    else pairs.push({ sent: null, back: come[j++] ?? null })
  }
  return pairs
}

/** Nothing below what counts as alike; a paragraph stays what it is, and a cell stays a cell. */
function score(sent: Paragraph | undefined, back: Paragraph): number {
  if (!sent || (sent.kind === 'cell') !== (back.kind === 'cell')) return 0
  const alike = likeness(ownWords(sent), ownWords(back))
  return alike >= ALIKE ? alike : 0
}
