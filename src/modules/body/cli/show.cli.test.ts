import assert from 'node:assert/strict'
import { it } from 'node:test'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { showBody } from './show.cli.js'

async function show(options: Record<string, string>) {
  const deps = testDeps(await openTestDb())
  await aBodyWithPartners(deps)
  return showBody.run({ deps, actor: SYSTEM, args: [], options, say: () => {}, progress: () => {} })
}

it('prints the body, its force and who can lead', async () => {
  const { lines, data } = await show({})
  assert.equal(lines[0], 'Name          Police and Crime Commissioner for Wessex')
  assert.ok(lines.includes('  council           Melchester Council'))
  assert.equal((data as { force: { name: string } }).force.name, 'Wessex Police')
})

it('finds none before the founding, and refuses what is no date', async () => {
  await assert.rejects(show({ on: '2012-11-21' }), NotFound)
  await assert.rejects(show({ on: 'yesterday' }), UsageError)
})
