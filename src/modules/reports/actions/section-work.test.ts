import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Conflict, Forbidden } from '#platform/errors.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { commentsOf, sectionWork, textsOf } from '../data/section.queries.js'
import { commentOnSection, setSectionWork, settleComment } from './section-work.js'
import { writeNarrative } from './write-narrative.js'

async function aSection() {
  const { deps } = await testApp()
  const report = await aReport(deps, await anOfficeToReportOn(deps))
  const place = { reportId: report.id, section: 'purpose' }
  const state = async () => (await sectionWork(deps.db, report.id)).get('purpose')?.state
  return { deps, place, state }
}

it('loses its sign-off when its words change', async () => {
  const { deps, place, state } = await aSection()
  await writeNarrative(deps, SYSTEM, { ...place, version: 1, text: 'First words.' })
  assert.ok((await setSectionWork(deps, SYSTEM, { ...place, version: 2, ownerId: null, state: 'signed-off' })).ok)
  assert.equal(await state(), 'signed-off')
  await writeNarrative(deps, SYSTEM, { ...place, version: 2, text: 'Second words.' })
  assert.equal(await state(), 'draft')
})

it('is signed off only as it was read', async () => {
  const { deps, place, state } = await aSection()
  await writeNarrative(deps, SYSTEM, { ...place, version: 1, text: 'First words.' })
  const unread = { ...place, version: 1, ownerId: null, state: 'signed-off' } as const
  await assert.rejects(setSectionWork(deps, SYSTEM, unread), Conflict)
  assert.equal(await state(), undefined)
})

it('can be written by two people at once in two sections, and not in one', async () => {
  const { deps, place } = await aSection()
  await writeNarrative(deps, SYSTEM, { ...place, version: 1, text: 'One.' })
  assert.ok((await writeNarrative(deps, SYSTEM, { ...place, section: 'context', version: 1, text: 'Other.' })).ok)
  await assert.rejects(writeNarrative(deps, SYSTEM, { ...place, version: 1, text: 'Late.' }), Conflict)
  assert.deepEqual(
    (await textsOf(deps.db, place.reportId, 'purpose')).map(({ text }) => text),
    ['One.'],
  )
})

it('is written by someone who has an account', async () => {
  const { deps, place } = await aSection()
  const request = { ...place, version: 1, state: 'draft' } as const
  const refused = await setSectionWork(deps, SYSTEM, { ...request, ownerId: 'nobody' })
  assert.deepEqual(refused, { ok: false, error: { code: 'unknown-owner' } })
  const { id } = await anAccount(deps, { email: 'writer@example.test' })
  assert.ok((await setSectionWork(deps, SYSTEM, { ...request, ownerId: id })).ok)
})

it('keeps comments when they are settled', async () => {
  const { deps, place } = await aSection()
  const made = await commentOnSection(deps, SYSTEM, { ...place, text: 'Which year?' })
  assert.ok(made.ok)
  const settle = { reportId: place.reportId, commentId: made.value.id }
  await settleComment(deps, SYSTEM, settle)
  await settleComment(deps, SYSTEM, settle)
  const [comment] = await commentsOf(deps.db, place.reportId)
  assert.equal(comment?.text, 'Which year?')
  assert.notEqual(comment?.settledAt, null)
})

it('is nobody’s to work on but the office’s', async () => {
  const { deps, place } = await aSection()
  for (const role of ['force', 'partner', 'panel', 'auditor', 'public'] as const) {
    const actor = actorOf(role)
    const signOff = { ...place, version: 1, ownerId: null, state: 'signed-off' } as const
    await assert.rejects(setSectionWork(deps, actor, signOff), Forbidden)
    await assert.rejects(commentOnSection(deps, actor, { ...place, text: 'x' }), Forbidden)
  }
})
