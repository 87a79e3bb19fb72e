import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

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

/** How long a measure's name in a plan or a framework may be, in characters. */
const LABEL_LIMIT = 200

/** Control characters, halves of characters, and what stands for a character that was lost. */
const UNREADABLE = /\p{Cc}|\p{Cs}|[\ufffd\ufffe\uffff]/u

/** The name as it is kept, from what a form or a command gives: composed, on one line, without spaces at its ends. */
export function keptLabel(text: string): Result<string, LabelProblem> {
  const label = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (label.length > LABEL_LIMIT) return err('label-too-long')
  return UNREADABLE.test(label) ? err('label-unreadable') : ok(label)
}

/** Why a name cannot be kept. */
export type LabelProblem = 'label-too-long' | 'label-unreadable'

/** The same in words. */
export const LABEL_PROBLEMS: Readonly<Record<LabelProblem, string>> = {
  'label-too-long': `The name must be ${LABEL_LIMIT} characters or fewer`,
  'label-unreadable': 'The name has characters that cannot be read: type it again',
}

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
