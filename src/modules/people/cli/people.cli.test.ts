import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { signIn } from '../actions/sign-in.js'
import { accountByEmail } from '../data/account.queries.js'
import { createPerson, setPersonPassword } from './create.cli.js'
import { listPeople, signOutPerson } from './people.cli.js'

async function setUp() {
  const deps = testDeps(await openTestDb())
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const run = (command: Command, options: Record<string, string>, ...args: string[]) =>
    command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { deps, run, said }
}

const LEAD = { email: 'lead@council.example', name: 'Council lead', role: 'office' }

it('makes an account whose printed password signs in', async () => {
  const { deps, run } = await setUp()
  const { lines, data } = await run(createPerson, LEAD)
  const { firstPassword: password } = data as { firstPassword: string }
  assert.ok(lines.includes(`First password: ${password}`))
  const request = { email: LEAD.email, password, address: '192.0.2.1' }
  assert.ok((await signIn(deps, actorOf('public'), request)).ok)
  assert.equal((await run(signOutPerson, {}, LEAD.email)).lines[0], 'Ended 1 session of lead@council.example')
  assert.match(
    (await run(listPeople, {})).lines[0] ?? '',
    /^lead@council[.]example {2}Council lead: policy, performance,.* administrator$/,
  )
})

it('finds the organisation by its name or short name', async () => {
  const { deps, run } = await setUp()
  const { councilId } = await aBodyWithPartners(deps)
  await run(createPerson, { ...LEAD, role: 'partner', organisation: 'melchester council' })
  assert.equal((await accountByEmail(deps.db, LEAD.email))?.organisationId, councilId)
  await assert.rejects(run(createPerson, { ...LEAD, organisation: 'Nowhere' }), NotFound)
})

it('refuses what an account cannot be, and says why', async () => {
  const { run, said } = await setUp()
  assert.equal((await run(createPerson, { ...LEAD, role: 'force' })).refused, true)
  assert.match(said[0] ?? '', /give --organisation/)
  await assert.rejects(run(createPerson, { ...LEAD, role: 'king' }), UsageError)
  await assert.rejects(run(createPerson, { role: 'office' }), UsageError)
})

it('gives a new password to someone who lost theirs', async () => {
  const { deps, run } = await setUp()
  await run(createPerson, LEAD)
  const { data } = await run(setPersonPassword, {}, 'LEAD@council.example')
  const { firstPassword: password } = data as { firstPassword: string }
  const request = { email: LEAD.email, password, address: '192.0.2.1' }
  assert.ok((await signIn(deps, actorOf('public'), request)).ok)
  await assert.rejects(run(setPersonPassword, {}, 'nobody@council.example'), NotFound)
})
