import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { type Db, sql, type Tx } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import type { Report } from '../domain/report.js'
import { allReports, publishedReportBySlug, publishedReports, reportById, takenSlugs } from './reports.queries.js'
import { insertPublication, insertReport, saveReport } from './reports.store.js'
import { textsOf } from './section.queries.js'
import { insertText } from './section.store.js'

function aStoredReport(id: string, changes: Partial<Report> = {}): Report {
  return {
    id,
    slug: `report-${id}`,
    template: 'theme-monitoring',
    planId: 'plan',
    themeId: 'theme',
    title: 'Crime prevention',
    addressedTo: 'The Panel',
    meetingOn: isoDate('2025-06-11'),
    periodFrom: isoDate('2024-10-01'),
    periodUntil: isoDate('2025-03-31'),
    version: 1,
    narratives: new Map(),
    ...changes,
  }
}

const aText = (number: number, text: string) => ({
  ...{ number, text },
  ...{ writtenAt: '2025-05-01T10:00:00.000Z', writtenBy: 'someone' },
})

function publish(tx: Tx, reportId: string, number: number, html: string): Promise<void> {
  const { title, addressedTo, meetingOn, periodFrom, periodUntil } = aStoredReport(reportId)
  return insertPublication(tx, {
    ...{ id: `${reportId}-${number}`, reportId, number, html, sha256: 'f'.repeat(64) },
    particulars: { title, addressedTo, meetingOn, periodFrom, periodUntil },
    ...{ publishedAt: '2025-05-01T10:00:00.000Z', publishedBy: 'someone' },
  })
}

async function stored(db: Db, ...reports: Report[]) {
  await db.transaction(async (tx) => {
    for (const report of reports) await insertReport(tx, report)
  })
}

describeOnEachDatabase('reports', (open) => {
  it('are read as they were written, the newest meeting first', async () => {
    const db = await open()
    const later = aStoredReport('b', { meetingOn: isoDate('2025-09-01') })
    await stored(db, aStoredReport('a'), later)
    assert.deepEqual(await allReports(db), [later, aStoredReport('a')])
    assert.deepEqual(await takenSlugs(db), new Set(['report-a', 'report-b']))
    assert.equal(await reportById(db, 'c'), undefined)
  })

  it('keep the words of each section, and none when they are taken away', async () => {
    const db = await open()
    await stored(db, aStoredReport('a'))
    await db.transaction(async (tx) => {
      await insertText(tx, 'a', 'purpose', aText(1, 'Why’s é'))
      await insertText(tx, 'a', 'context', aText(1, 'First'))
      await insertText(tx, 'a', 'context', aText(2, 'Second'))
      await insertText(tx, 'a', 'purpose', aText(2, ''))
    })
    assert.deepEqual((await reportById(db, 'a'))?.narratives, new Map([['context', 'Second']]))
    assert.deepEqual(await textsOf(db, 'a', 'context'), [aText(1, 'First'), aText(2, 'Second')])
  })

  it('never lose a text that was written', async () => {
    const db = await open()
    await stored(db, aStoredReport('a'))
    await db.transaction((tx) => insertText(tx, 'a', 'purpose', aText(1, 'Once')))
    for (const statement of [sql`update reports_text set text = 'x'`, sql`delete from reports_text`])
      await assert.rejects(
        db.transaction((tx) => statement.execute(tx.source)),
        /append-only/,
      )
  })

  it('are saved only by someone who saw the newest version', async () => {
    const db = await open()
    await stored(db, aStoredReport('a'))
    await db.transaction((tx) => saveReport(tx, aStoredReport('a', { title: 'Changed' })))
    await assert.rejects(
      db.transaction((tx) => saveReport(tx, aStoredReport('a', { title: 'Stale' }))),
      Conflict,
    )
    const report = await reportById(db, 'a')
    assert.equal(report?.title, 'Changed')
    assert.equal(report?.version, 2)
  })

  it('are public in their newest publication only, and drafts not at all', async () => {
    const db = await open()
    await stored(db, aStoredReport('a'), aStoredReport('draft'))
    await db.transaction(async (tx) => {
      await publish(tx, 'a', 1, '<p>One</p>')
      await publish(tx, 'a', 2, '<p>Two</p>')
    })
    assert.deepEqual(
      (await publishedReports(db)).map(({ report, publication }) => [report.id, publication.html]),
      [['a', '<p>Two</p>']],
    )
    assert.equal(await publishedReportBySlug(db, 'report-draft'), undefined)
    assert.equal((await publishedReportBySlug(db, 'report-a'))?.publication.number, 2)
  })

  it('are never changed once published', async () => {
    const db = await open()
    await stored(db, aStoredReport('a'))
    await db.transaction((tx) => publish(tx, 'a', 1, '<p>One</p>'))
    const change = sql`update reports_publication set html = 'x'`
    await assert.rejects(
      db.transaction((tx) => change.execute(tx.source)),
      /append-only/,
    )
  })
})
