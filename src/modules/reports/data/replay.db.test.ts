import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Tx } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import type { Publication, Report } from '../domain/report.js'
import { everyNumber, isChangedSince } from './changed.queries.js'
import { publishedReportsOn } from './replay.queries.js'
import { insertPublication, insertReport } from './reports.store.js'
import { insertText } from './section.store.js'

const particulars = {
  ...{ title: 'Crime prevention', addressedTo: 'The Panel', meetingOn: isoDate('2025-06-11') },
  ...{ periodFrom: isoDate('2024-10-01'), periodUntil: isoDate('2025-03-31') },
}

const aReport = (id: string): Report => ({
  ...{ id, slug: id, template: 'theme-monitoring', planId: 'plan', themeId: 'theme', version: 1 },
  ...particulars,
  narratives: new Map(),
})

const aNumber = (number: number, publishedAt: string, title = 'Crime prevention'): Publication => ({
  ...{ id: `a-${number}`, reportId: 'a', number, html: `<p>${number}</p>`, sha256: 'f'.repeat(64) },
  ...{ particulars: { ...particulars, title }, publishedAt, publishedBy: 'someone' },
})

async function twoNumbers(tx: Tx): Promise<void> {
  await insertReport(tx, aReport('a'))
  await insertReport(tx, aReport('draft'))
  await insertPublication(tx, aNumber(1, '2025-05-01T10:00:00.000Z', 'As it was called'))
  // Half past eleven at night in universal time is the next day in summer.
  await insertPublication(tx, aNumber(2, '2025-05-20T23:30:00.000Z'))
}

describeOnEachDatabase('reports on a past day', (open) => {
  it('are the numbers of that day, by what they were called then', async () => {
    const db = await open()
    await db.transaction(twoNumbers)
    const on = async (day: string) =>
      (await publishedReportsOn(db, isoDate(day))).map(({ report, publication }) => [report.title, publication.number])
    assert.deepEqual(await on('2025-04-30'), [])
    assert.deepEqual(await on('2025-05-01'), [['As it was called', 1]])
    assert.deepEqual(await on('2025-05-20'), [['As it was called', 1]])
    assert.deepEqual(await on('2025-05-21'), [['Crime prevention', 2]])
    assert.deepEqual(
      (await everyNumber(db)).map(({ number }) => number),
      [1, 2],
    )
  })

  it('are changed since when words or particulars are', async () => {
    const db = await open()
    await db.transaction(twoNumbers)
    const last = aNumber(2, '2025-05-20T23:30:00.000Z')
    assert.equal(await isChangedSince(db, aReport('a'), last), false)
    assert.equal(await isChangedSince(db, { ...aReport('a'), title: 'Other' }, last), true)
    const write = (number: number, writtenAt: string) =>
      db.transaction((tx) => insertText(tx, 'a', 'purpose', { number, text: 'x', writtenAt, writtenBy: 'someone' }))
    await write(1, '2025-05-02T10:00:00.000Z')
    assert.equal(await isChangedSince(db, aReport('a'), last), false)
    await write(2, '2025-05-21T10:00:00.000Z')
    assert.equal(await isChangedSince(db, aReport('a'), last), true)
  })
})
