import { countOf } from '#kernel/words.js'

/** How long the office keeps one kind of record. */
export type Keeping = {
  readonly kind: string
  readonly what: string
  readonly days: number
  /** The most that the office may decide. */
  readonly most: number
  /** From when the days count, and why they suffice. */
  readonly why: string
  /** The office's own decision, where it made one. */
  readonly decision: { readonly reason: string; readonly by: string; readonly at: string } | undefined
  /** How many records are past their time. */
  readonly past: number
}

/** The fewest and most days that may be decided. */
export const DAYS = { least: 1, most: 3650 } as const

/** Whether there is anything to decide: what the program itself removes within a day has but one time. */
export function isDecidable({ most }: Pick<Keeping, 'most'>): boolean {
  return most > DAYS.least
}

/** The moment before which records are past their time. */
export function pastBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 86_400_000).toISOString()
}

/** "30 days", "2 years". */
export function daysInWords(days: number): string {
  return days >= 365 && days % 365 === 0 ? countOf(days / 365, 'year') : countOf(days, 'day')
}

/** A kind of record that is kept for ever, and why: the office must be able to account for it. */
type KeptForEver = {
  readonly what: string
  readonly why: string
  /** Its tables in which a person stands: who did it, who wrote it, who it is about. */
  readonly tables: readonly string[]
}

/** What is kept for ever. A table in which a person stands is named here or by a rule of its module: a test sees to it. */
export const KEPT_FOR_EVER: readonly KeptForEver[] = [
  {
    what: 'The audit trail',
    why: 'It is a chain: without one entry nothing after it could be proved.',
    tables: ['audit_entry'],
  },
  {
    what: 'Plans and papers, published or in the making, with who wrote, signed off and published them',
    why: 'They are the public record and how it came about, with their fingerprints.',
    tables: [
      ...['plan_version', 'plan_reading_decision', 'plan_reading_document', 'returned_papers_paper'],
      ...['reports_comment', 'reports_publication', 'reports_report', 'reports_section', 'reports_template'],
      ...['reports_text'],
      ...['documents_image', 'documents_style', 'publications_correction', 'pre_election_period'],
    ],
  },
  {
    what: 'Actions, updates and the office’s own notes, with who recorded and published them',
    why: 'They are what the office accounts for.',
    tables: ['delivery_note', 'delivery_update'],
  },
  {
    what: 'Figures with their versions, and the files they came from, with who recorded and decided them',
    why: 'Every figure shown leads back to its source.',
    tables: [
      ...['measures_break', 'measures_commentary', 'measures_definition', 'measures_import', 'measures_measure'],
      ...['measures_phase', 'measures_publication', 'measures_target', 'disclosure_part', 'disclosure_rule'],
      ...['imports_file', 'imports_mapping', 'national_tables_file'],
      ...['bindings_binding', 'police_data_import', 'figure_check_decision'],
    ],
  },
  {
    what: 'Accounts, closed ones too, with their roles and ways in, and who stood in for whom',
    why: 'The audit trail names who acted. A closed account cannot sign in, and its secrets open nothing.',
    tables: [
      ...['people_account', 'people_role', 'people_stand_in', 'people_identity', 'people_passkey'],
      ...['people_factor', 'people_recovery_code', 'people_shown_codes'],
    ],
  },
  {
    what: 'Decisions on how long records are kept',
    why: 'They show that records were removed by rule.',
    tables: ['operations_retention'],
  },
  { what: 'Police open data', why: 'They are published, and name nobody.', tables: [] },
]
