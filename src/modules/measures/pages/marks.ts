import type { SeriesPoint } from '../domain/observation.js'

/** The short signs that official statistics put beside a figure, and what each means. */
const MARKS = [
  ['p', 'provisional: it may still change'],
  ['e', 'estimated'],
  ['r', 'revised: an earlier figure for the period was replaced'],
  ['x', 'missing: there is no figure, and a note says why'],
  ['c', 'withheld: a small number, or one that would tell a small number'],
] as const

type Mark = (typeof MARKS)[number][0]
type Marked = Pick<SeriesPoint, 'value' | 'status' | 'isRevised' | 'isWithheld'>

function marksOf({ value, status, isRevised, isWithheld }: Marked): Mark[] {
  if (isWithheld) return ['c']
  if (value === null) return ['x']
  return [
    ...(status === 'provisional' ? (['p'] as const) : []),
    ...(status === 'estimated' ? (['e'] as const) : []),
    ...(isRevised ? (['r'] as const) : []),
  ]
}

/** "[p][r]", or nothing for a final figure. */
export function markText(point: Marked): string {
  return marksOf(point)
    .map((mark) => `[${mark}]`)
    .join('')
}

/** The state of a figure with its signs: "final", "provisional [p]", "final, revised [r]", "missing [x]". */
export function statusText(point: Marked): string {
  const words = point.isWithheld ? 'withheld' : [point.status, ...(point.isRevised ? ['revised'] : [])].join(', ')
  const marks = markText(point)
  return marks === '' ? words : `${words} ${marks}`
}

/** What the signs that these figures carry mean: "[p] provisional: it may still change. [r] revised: …". */
export function marksInWords(points: readonly Marked[]): string {
  const used = new Set(points.flatMap(marksOf))
  return MARKS.filter(([mark]) => used.has(mark))
    .map(([mark, words]) => `[${mark}] ${words}.`)
    .join(' ')
}
