import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { writing } from '#platform/db/db.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { listAuditTrail, verifyAuditTrail } from './audit.cli.js'

type Head = { audit_head: { id: number; seq: number; hash: string } }

async function setUp() {
  const deps = testDeps(await openTestDb())
  for (const subject of ['plan.plan:a', 'plan.plan:b', 'plan.plan:c']) {
    await deps.db.transaction((tx) => deps.audit(tx, SYSTEM, { action: 'plan.edit-plan', subject }))
  }
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const run = (command: Command, options: Record<string, string> = {}) =>
    command.run({ deps, actor: SYSTEM, args: [], options, say, progress: () => {} })
  return { deps, run, said }
}

it('says that an untouched trail is intact, and how long it is', async () => {
  const { run } = await setUp()
  const answer = await run(verifyAuditTrail)
  assert.equal(answer.refused, undefined)
  assert.equal(answer.lines[0], 'The audit trail is intact: 3 entries.')
})

it('refuses a trail that does not end where it should', async () => {
  const { deps, run, said } = await setUp()
  await deps.db.transaction((tx) => writing<Head>(tx).updateTable('audit_head').set({ seq: 4 }).execute())
  const answer = await run(verifyAuditTrail)
  assert.equal(answer.refused, true)
  assert.match(said[0] ?? '', /NOT intact.*should end at entry 4/)
})

it('lists what was done, newest first, and pages', async () => {
  const { run } = await setUp()
  const subjects = (lines: readonly string[]) => lines.map((line) => line.slice(-1)).join('')
  assert.equal(subjects((await run(listAuditTrail)).lines), 'cba')
  assert.equal(subjects((await run(listAuditTrail, { limit: '1', before: '3' })).lines), 'b')
  await assert.rejects(run(listAuditTrail, { limit: 'all' }), UsageError)
})

it('is narrowed by who, by words and by days, as on its page', async () => {
  const { deps, run } = await setUp()
  const account = await anAccount(deps)
  const count = async (options: Record<string, string>) => (await run(listAuditTrail, options)).lines.length
  assert.equal(await count({ words: 'Edit plan' }), 3)
  assert.equal(await count({ words: 'plan:b' }), 1)
  assert.equal(await count({ who: account.email }), 0)
  assert.equal(await count({ until: '29/4/2025' }), 0)
  assert.equal(await count({ from: '30/4/2025', until: '2025-04-30' }), 4)
  await assert.rejects(run(listAuditTrail, { from: 'soon' }), UsageError)
  await assert.rejects(run(listAuditTrail, { who: 'nobody@wessex.example' }), NotFound)
})
