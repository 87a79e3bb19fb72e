import { publishedReports } from '#modules/reports/index.js'
import { columnsOf, type DataSet } from './data-set.js'

/** The list of published reports. */
export const reportData: DataSet = {
  name: 'reports',
  title: 'Reports',
  about: 'Each published report, for whom and for which period. The text stands at its address.',
  columns: columnsOf({
    report: 'The report, as in its address',
    title: 'Its name',
    for: 'Whom it is written for',
    meeting_on: 'The day of the meeting',
    period_from: 'The first day that it speaks of',
    period_until: 'The last day that it speaks of',
    publication: 'Which publication of this report it is, from 1',
    sha256: 'The fingerprint of its text',
    published_at: 'When it was published, in UTC',
    address: 'Where it can be read on this site',
  }),
  rows: async ({ db }) =>
    (await publishedReports(db)).map(({ report, publication }) => [
      ...[report.slug, report.title, report.addressedTo, report.meetingOn, report.periodFrom, report.periodUntil],
      ...[publication.number, publication.sha256, publication.publishedAt],
      `/reports/${report.slug}`,
    ]),
}
