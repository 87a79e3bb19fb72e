import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import type { PlanDocument } from '../domain/plan-reading.js'
import { decisionsOn, planDocumentById, planDocuments } from './plan-reading.queries.js'
import { insertDecisions, insertPlanDocument } from './plan-reading.store.js'

const SPAN = { start: 0, end: 5, line: 1, quote: 'Words' }
const DOCUMENT: PlanDocument = {
  ...{ id: 'd1', fileName: 'plan.txt', sha256: 'x', title: 'Plan', readAt: '2025-06-01T10:00:00.000Z', readBy: 'me' },
  parts: [{ kind: 'theme', text: 'Words', theme: null, span: SPAN, also: [] }],
  money: [{ title: 'Grants', rows: [{ label: 'Hub', values: [{ column: '2024/25', text: '£1' }], span: SPAN }] }],
}

describeOnEachDatabase('plans that were read', (open) => {
  it('are kept with what was found, and the newest decision on each item holds', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertPlanDocument(tx, DOCUMENT)
      const made = { item: 'part-1', at: '2025-06-01T10:00:00.000Z', by: 'me' }
      await insertDecisions(tx, 'd1', [{ ...made, number: 1, isConfirmed: true }])
      await insertDecisions(tx, 'd1', [{ ...made, number: 2, isConfirmed: false }])
      await insertDecisions(tx, 'd1', [])
    })
    assert.deepEqual(await planDocumentById(db, 'd1'), DOCUMENT)
    assert.equal((await planDocuments(db)).length, 1)
    assert.deepEqual((await decisionsOn(db, 'd1')).get('part-1'), { number: 2, isConfirmed: false })
    await assert.rejects(
      db.transaction((tx) => sql`delete from plan_reading_decision`.execute(tx.source)),
      /append-only/,
    )
  })
})
