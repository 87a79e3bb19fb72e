import type { IsoDate } from '#kernel/dates.js'

/** Who asks for these measures: the national crime and policing measures, a performance framework, or another set. */
export type FrameworkKind = 'national-measures' | 'performance-framework' | 'other'

/** Every kind of framework, in the order that people choose from. */
export const FRAMEWORK_KINDS: readonly FrameworkKind[] = ['national-measures', 'performance-framework', 'other']

/** A set of measures that somebody asks for by their own names. Plans are sets too, by the parts that measures inform. */
export type Framework = {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kind: FrameworkKind
  /** Where it is laid down. */
  readonly source: string
  readonly sourceUrl: string | null
  readonly startsOn: IsoDate | null
  readonly endsOn: IsoDate | null
  readonly version: number
}

/** A measure in a framework, and what it is called there; empty where it has no other name. */
export type FrameworkEntry = { readonly frameworkId: string; readonly measureId: string; readonly label: string }

/** What a measure is called in a plan or a framework: one series, under each of its labels. */
export type MeasureLabel = { readonly where: string; readonly label: string }

/** The measures of a framework with one put in or renamed, at a place counted from 1; with no label it is taken out. */
export function withEntry(
  entries: readonly FrameworkEntry[],
  { label, ...entry }: Omit<FrameworkEntry, 'label'> & { readonly label: string | null },
  place?: number,
): FrameworkEntry[] {
  const others = entries.filter(({ measureId }) => measureId !== entry.measureId)
  if (label === null) return others
  const stood = entries.findIndex(({ measureId }) => measureId === entry.measureId)
  const at = place === undefined ? stood : Math.min(Math.max(place, 1), others.length + 1) - 1
  return others.toSpliced(at === -1 ? others.length : at, 0, { ...entry, label })
}
