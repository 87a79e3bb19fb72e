import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import type { CorrectionFacts } from '../domain/correction.js'
import { allCorrections, correctionsOf } from './publications.queries.js'
import { insertCorrection } from './publications.store.js'

const aCorrection = (number: number): CorrectionFacts => ({
  ...{ publicationId: `p${number}`, reportId: 'report', number, replaces: number - 1 },
  ...{ figure: 'burglary.2025-03', reason: 'Counted twice', decidedBy: 'The chief finance officer' },
  ...{ lines: ['Burglary, March 2025: given as 230; it is 231.'], on: isoDate('2025-05-20') },
})

describeOnEachDatabase('corrections', (open) => {
  it('are read by the number that each made, and the newest first', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertCorrection(tx, aCorrection(2), '2025-05-20T10:00:00.000Z')
      await insertCorrection(tx, aCorrection(3), '2025-05-21T10:00:00.000Z')
    })
    assert.deepEqual((await correctionsOf(db, 'report')).get(2), aCorrection(2))
    assert.equal((await correctionsOf(db, 'other')).size, 0)
    assert.deepEqual(
      (await allCorrections(db)).map(({ number }) => number),
      [3, 2],
    )
  })

  it('are never taken back or changed', async () => {
    const db = await open()
    await db.transaction((tx) => insertCorrection(tx, aCorrection(2), '2025-05-20T10:00:00.000Z'))
    for (const statement of [
      sql`update publications_correction set reason = 'x'`,
      sql`delete from publications_correction`,
    ])
      await assert.rejects(
        db.transaction((tx) => statement.execute(tx.source)),
        /append-only/,
      )
  })
})
