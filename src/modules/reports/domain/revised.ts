import type { FactFile, FigureFacts } from './figure-facts.js'

/**
 * How a printed figure and the register differ: its value was revised, the figure it was held against was, what the
 * figures say changed with others of its series, or the office no longer gives it.
 */
export type RevisionKind = 'value' | 'base' | 'words' | 'withdrawn'

/** What changed, before it is put in words. */
export type Revision = {
  readonly kind: RevisionKind
  /** The period whose figure was revised: its own, or that of a year before. */
  readonly period: string
  readonly from: number | null
  readonly to: number | null
}

/** Forms that hold a figure against that of a year before. */
const COMPARING = new Set(['change', 'percent', 'comparison', 'sentence'])

/** Values that differ by no more than arithmetic does. */
export const isSame = (one: number | null, other: number | null) =>
  one === other || (one !== null && other !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one)))

/** What the register says of a figure now against what was frozen; undefined where it still says the same. */
export function revisionOf(frozen: FigureFacts, now: FigureFacts | undefined): Revision | undefined {
  const own = frozen.period.code
  if (!now || (now.value === null && frozen.value !== null))
    return { kind: 'withdrawn', period: own, from: frozen.value, to: null }
  if (!isSame(frozen.value, now.value)) return { kind: 'value', period: own, from: frozen.value, to: now.value }
  const wasHeld = COMPARING.has(frozen.form) && frozen.beforePeriod !== null
  if (wasHeld && !isSame(frozen.before, now.before) && now.before !== null)
    return { kind: 'base', period: frozen.beforePeriod ?? own, from: frozen.before, to: now.before }
  return undefined
}

/** One revised figure of a published report, in words. Several places of the report may print it. */
export type RevisedFigure = {
  readonly kind: RevisionKind
  readonly measure: { readonly slug: string; readonly title: string }
  /** The period whose figure was revised. */
  readonly period: { readonly code: string; readonly label: string }
  /** As the report has it. */
  readonly from: string
  /** As the register has it now; empty where it gives none. */
  readonly to: string
  /** From which day the new figure counts as known; null where that cannot be told. */
  readonly revisedOn: string | null
  readonly file: FactFile | null
  /** The places of the report that it changes, in reading order. */
  readonly figures: readonly { readonly figure: string; readonly number: number; readonly text: string }[]
  /** The charts and maps of the report that draw it: "Figure 3". */
  readonly charts: readonly number[]
}

/** The same revision told once, with every place that it changes. */
export function mergeRevised(all: readonly RevisedFigure[]): RevisedFigure[] {
  const keyOf = ({ kind, measure, period, from, to }: RevisedFigure) =>
    [kind === 'base' ? 'value' : kind, measure.slug, period.code, from, to].join('\n')
  return [...Map.groupBy(all, keyOf).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const kind = same.some((each) => each.kind === 'value') ? 'value' : first.kind
    const charts = [...new Set(same.flatMap((each) => each.charts))].sort((a, b) => a - b)
    return [{ ...first, kind, figures: same.flatMap(({ figures }) => figures), charts }]
  })
}
