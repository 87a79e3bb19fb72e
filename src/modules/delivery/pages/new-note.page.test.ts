import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { recordUpdate } from '#modules/delivery/index.js'
import { actorOf } from '#test/support/app.js'
import { deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'
import { notesOf } from '../data/note.queries.js'

const NOTE = 'Ask the Chief Constable in private why training slipped'

describe('a note of the office', () => {
  it('stands beside the action for the office and the auditor, and for nobody of the force that leads it', async () => {
    const { deps, office, officer, sergeant, page, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const sent = await send(`/staff/actions/${id}/notes/new`, { kind: 'holding-to-account', text: NOTE }, officer)
    assert.equal(sent.status, 303)
    for (const reader of [officer, actorOf('auditor')]) {
      const text = wordsOf((await page(`/staff/actions/${id}`, reader)).$('main').text())
      assert.match(text, /Holding to account ?Ask the Chief Constable/)
    }
    await recordUpdate(deps, sergeant, { actionId: id, ...aDraft() })
    const theirs = await page(`/staff/actions/${id}`, sergeant)
    assert.equal(theirs.status, 200)
    assert.doesNotMatch(theirs.$.html(), /own notes|Chief Constable in private/)
    await close()
  })

  it('is written by the office only: the force and auditors have no such page', async () => {
    const { deps, office, sergeant, page, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const path = `/staff/actions/${id}/notes/new`
    for (const other of [sergeant, actorOf('auditor')]) {
      assert.equal((await page(path, other)).status, 403)
      assert.equal((await send(path, { kind: 'other', text: NOTE }, other)).status, 403)
    }
    assert.deepEqual(await notesOf(deps.db, id), [])
    await close()
  })

  it('says what it is for, and something', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const { status, $ } = await send(`/staff/actions/${id}/notes/new`, { kind: 'gossip', text: ' ' }, officer)
    assert.equal(status, 422)
    assert.match(wordsOf($('main').text()), /Select what the note is for.*Enter the note/)
    await close()
  })
})
