import { accountNames } from '#modules/people/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { allReports, reportById } from '../data/reports.queries.js'
import { commentsOf, sectionWork, textsOf } from '../data/section.queries.js'
import { factsFor } from '../document/preview.js'
import { type WritableSection, writableSections } from '../document/writable-sections.js'
import { previousReport } from '../domain/previous.js'
import type { Report } from '../domain/report.js'
import { type SectionComment, type SectionText, type SectionWork, untouched } from '../domain/section-work.js'

/** One section of a report with all that was written, said and decided of it. */
export type LoadedSection = {
  readonly report: Report
  readonly section: WritableSection
  readonly texts: readonly SectionText[]
  readonly work: SectionWork
  readonly comments: readonly SectionComment[]
  /** The last report on the same theme, with its words of this section. */
  readonly before: { readonly report: Report; readonly text: string } | undefined
  readonly nameOf: (accountId: string | null) => string
}

/** Reads a section for its pages; an unknown one is not found. */
export async function loadSection(
  deps: Deps,
  { reportId, section: key }: { readonly reportId: string; readonly section: string },
): Promise<LoadedSection> {
  const { db } = deps
  const report = found(await reportById(db, reportId))
  const facts = await factsFor(deps, report, report.narratives.get(key) ?? '')
  const sections = writableSections({ ...facts, report })
  const previous = previousReport(report, await allReports(db))
  const names = await accountNames(db)
  return {
    report,
    section: found(sections.find((each) => each.key === key)),
    texts: await textsOf(db, reportId, key),
    work: (await sectionWork(db, reportId)).get(key) ?? untouched(key),
    comments: (await commentsOf(db, reportId)).filter(({ section }) => section === key),
    before: previous && { report: previous, text: previous.narratives.get(key) ?? '' },
    nameOf: (id) => (id === null ? 'Nobody yet' : (names.get(id) ?? 'Someone')),
  }
}

/** The address of a section’s pages. */
export const sectionAddress = ({ report, section }: Pick<LoadedSection, 'report' | 'section'>) =>
  `/staff/reports/${report.id}/sections/${section.key}`
