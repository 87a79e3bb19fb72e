import type { Instant, IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'

/** What a report is where nothing else is said. */
export const DEFAULT_TEMPLATE = 'theme-monitoring'

/** A report on a plan, or on one theme of it, in a period: for the scrutiny panel, a board or the public. */
export type Report = {
  readonly id: string
  readonly slug: string
  /** The kind of report: the name of its template. */
  readonly template: string
  readonly planId: string
  /** The theme that it is about; empty for a report on the whole plan. */
  readonly themeId: string
  readonly title: string
  /** The panel, board or committee that it is written for. */
  readonly addressedTo: string
  readonly meetingOn: IsoDate
  /** The first day that it speaks of. */
  readonly periodFrom: IsoDate
  /** The last day that it speaks of: figures and states are those of this day. */
  readonly periodUntil: IsoDate
  readonly version: number
  /** The office's own words in Markdown, by section key. */
  readonly narratives: ReadonlyMap<string, string>
}

/** What a form says of a report before it is checked. */
export type ReportDraft = Pick<
  Report,
  'planId' | 'themeId' | 'title' | 'addressedTo' | 'meetingOn' | 'periodFrom' | 'periodUntil'
> & {
  /** The theme monitoring report, unless said. */
  readonly template?: string
}

/** What a list says of a report. */
export type Particulars = Pick<Report, 'title' | 'addressedTo' | 'meetingOn' | 'periodFrom' | 'periodUntil'>

/** One published form of a report: the words and figures as they were sent, for good. */
export type Publication = {
  readonly id: string
  readonly reportId: string
  /** 1, 2, 3 … within its report: a later one is a correction. */
  readonly number: number
  /** What it was called, for whom and for which days, when it was published: the report may since be edited again. */
  readonly particulars: Particulars
  readonly html: string
  /** SHA-256, in hexadecimal, of the HTML. */
  readonly sha256: string
  readonly publishedAt: Instant
  readonly publishedBy: string
}

/** One form of a publication as a file, byte for byte as it was sent. */
export type PublicationFile = {
  readonly format: 'html' | 'pdf' | 'docx'
  readonly fileName: string
  readonly bytes: Uint8Array
  /** SHA-256, in hexadecimal, of the bytes. */
  readonly sha256: string
}

/** Why a report cannot be kept as typed. */
export type ReportRefusal =
  | { readonly code: 'period-ends-before-it-begins' }
  | { readonly code: 'meeting-before-period-ends' }
  | { readonly code: 'period-in-the-future' }
  | { readonly code: 'plan-not-published' }
  | { readonly code: 'not-a-theme' }
  | { readonly code: 'unknown-section' }

/** A report speaks of days that are past, before the meeting that it is written for. */
export function checkReport(draft: ReportDraft, today: IsoDate): Result<ReportDraft, ReportRefusal> {
  if (draft.periodUntil < draft.periodFrom) return err({ code: 'period-ends-before-it-begins' })
  if (draft.periodUntil > today) return err({ code: 'period-in-the-future' })
  if (draft.meetingOn < draft.periodUntil) return err({ code: 'meeting-before-period-ends' })
  return ok(draft)
}

/** Who a report is for, as it stands after "the": the office may have typed that word too. */
export const readersOf = ({ addressedTo }: Pick<Report, 'addressedTo'>): string => addressedTo.replace(/^the\s+/i, '')
