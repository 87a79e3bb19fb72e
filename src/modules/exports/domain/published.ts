import type { ExportedPeriod } from './period-uri.js'

/** How firm an exported figure is. */
export type ExportedStatus = 'final' | 'provisional' | 'estimated' | 'missing' | 'withheld'

/** One figure as it leaves. */
export type ExportedFigure = {
  readonly measure: string
  /** '' is the office's own area. */
  readonly area: string
  readonly period: ExportedPeriod
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly status: ExportedStatus
  readonly isRevised: boolean
  /** The series is not comparable with what came before this period. */
  readonly isBreak: boolean
  readonly note: string
  readonly interval: { readonly lower: number; readonly upper: number } | null
  readonly knownOn: string | null
  readonly recordedAt: string | null
  /** What the measure counts, so that a row can be read alone. */
  readonly unit: string
  readonly unitLabel: string
  /** The file that it came in; null when it was worked out, or never came. */
  readonly source: ExportedSource | null
}

/** A file that figures came in. */
export type ExportedSource = {
  /** The number of its taking in. */
  readonly id: string
  /** Null where the fingerprint would tell a withheld number to whoever tries them all. */
  readonly sha256: string | null
  readonly fileName: string
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  readonly url: string | null
  readonly knownOn: string
}

/** What a measure says of itself as it leaves. */
export type ExportedMeasure = {
  readonly measure: string
  readonly title: string
  readonly definition: string
  readonly unit: string
  readonly unitLabel: string
  readonly polarity: string
  readonly frequency: string
  readonly numerator: string
  readonly denominator: string
  readonly source: string
  readonly sourceUrl: string | null
  readonly owner: string
  readonly geography: string
  readonly caveat: string
  readonly formula: string | null
  readonly publishedAt: string | null
  /** Its newest figure in words, from the same engine as the page. */
  readonly sentence: string
  readonly nextFiguresDue: string | null
  /** From which days figures are not like those before, and why. */
  readonly breaks: readonly { readonly startsOn: string; readonly kind: string; readonly reason: string }[]
  readonly figures: readonly ExportedFigure[]
  /** Every vintage of every figure, the earliest known first. */
  readonly vintages: readonly ExportedFigure[]
  readonly sources: readonly ExportedSource[]
}

/** Everything that the public may have of the measures, as known on a day. */
export type PublishedData = {
  /** Who publishes: the local policing body in full. */
  readonly publisher: string
  /** The day as known on which the figures stand; null for all that is known now. */
  readonly asKnownOn: string | null
  readonly measures: readonly ExportedMeasure[]
}

/** The marks of the Government Statistical Service, and what each says. */
export const MARKS: Readonly<Record<string, string>> = {
  '[b]': 'break: not comparable with earlier periods',
  '[c]': 'not shown, so that nobody can be known from a small number',
  '[e]': 'estimated',
  '[p]': 'provisional: may change',
  '[r]': 'revised: another number was published before',
  '[x]': 'not available; the note says why',
  '[z]': 'not applicable: the measure has no such number',
}

const STATUS_MARKS: Readonly<Record<ExportedStatus, string | null>> = {
  final: null,
  provisional: '[p]',
  estimated: '[e]',
  missing: '[x]',
  withheld: '[c]',
}

/** The marks of one figure: "[p] [r]". */
export function marksOf({ status, isRevised, isBreak }: ExportedFigure): string[] {
  const mark = STATUS_MARKS[status]
  return [...(mark ? [mark] : []), ...(isRevised ? ['[r]'] : []), ...(isBreak ? ['[b]'] : [])]
}

/** The moment at which the newest of these was recorded: what is made from the same records says the same of its age. */
export function newestMoment(measures: readonly ExportedMeasure[]): string | null {
  const moments = measures.flatMap(({ figures, vintages, publishedAt }) => [
    ...[...figures, ...vintages].flatMap(({ recordedAt }) => recordedAt ?? []),
    ...(publishedAt ? [publishedAt] : []),
  ])
  return newestOf(moments)
}

/** The last of moments or days, which compare as text; null when there are none. */
export function newestOf(moments: readonly string[]): string | null {
  return moments.toSorted().at(-1) ?? null
}
