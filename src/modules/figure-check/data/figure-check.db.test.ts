import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import type { CheckedText } from '../domain/checked-text.js'
import type { Decision } from '../domain/decision.js'
import { decisionsOn, keptDocument, keptDocuments } from './figure-check.queries.js'
import { deleteDocument, insertDecision, insertDocument } from './figure-check.store.js'

function aDecision(id: string, changes: Partial<Decision> = {}): Decision {
  return {
    ...{ id, documentKey: 'file:paper', findingId: 'sum-1', kind: 'sum', quote: '12 + 13 = 26' },
    ...{ decision: 'accepted', reason: '', decidedAt: '2025-05-01T10:00:00.000Z', decidedBy: 'someone' },
    ...changes,
  }
}

function aText(id: string): CheckedText {
  const document = plainDocument('paper.txt', 'There were 12 visits.')
  const checked = { file: 'paper.txt', document, findings: [], claims: 1 }
  return { id, documentKey: 'file:paper', name: 'Paper', sha256: 'f'.repeat(64), isKept: false, checked }
}

describeOnEachDatabase('the figure check’s tables', (open) => {
  it('give the last decision on each finding of a document', async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      await insertDecision(tx, aDecision('a'))
      await insertDecision(
        tx,
        aDecision('b', { decision: 'dismissed', reason: 'Known', decidedAt: '2025-05-02T10:00:00.000Z' }),
      )
      await insertDecision(tx, aDecision('c', { documentKey: 'file:other' }))
    })
    const decisions = await decisionsOn(db, 'file:paper')
    assert.deepEqual(
      [...decisions.values()].map(({ id, decision, reason }) => [id, decision, reason]),
      [['b', 'dismissed', 'Known']],
    )
  })

  it('never lose a decision', async () => {
    const db = await open()
    await db.transaction((tx) => insertDecision(tx, aDecision('a')))
    await assert.rejects(db.transaction((tx) => insertDecision(tx, aDecision('a'))))
    assert.equal((await decisionsOn(db, 'file:paper')).size, 1)
  })

  it('keep a document word for word until it is deleted', async () => {
    const db = await open()
    await db.transaction((tx) =>
      insertDocument(tx, aText('one'), { keptAt: '2025-05-01T10:00:00.000Z', keptBy: 'someone' }),
    )
    assert.deepEqual(await keptDocument(db, 'one'), { ...aText('one'), isKept: true })
    assert.deepEqual(
      (await keptDocuments(db)).map(({ name }) => name),
      ['Paper'],
    )
    await db.transaction((tx) => deleteDocument(tx, 'one'))
    assert.equal(await keptDocument(db, 'one'), undefined)
  })
})
