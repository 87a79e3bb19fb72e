import assert from 'node:assert/strict'
import { it } from 'node:test'
import { UsageError } from '#platform/cli/run.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'
import { accountById } from '../data/account.queries.js'
import { endPersonRole, givePersonRole, invitePerson } from './roles.cli.js'

const EMAIL = 'finance@wessex.example'

async function setUp() {
  const deps = testDeps(await openTestDb())
  const { id } = await anAccount(deps, { email: EMAIL, roles: ['finance'] })
  const roles = async () => (await accountById(deps.db, id))?.roles.map(({ role, until }) => [role, until])
  return { deps, roles }
}

it('gives a role for some days, and ends it', async () => {
  const { deps, roles } = await setUp()
  await ask(givePersonRole, deps, EMAIL, 'chief-finance-officer', '--until', '2025-05-31')
  assert.deepEqual(await roles(), [
    ['finance', null],
    ['chief-finance-officer', '2025-05-31'],
  ])
  await ask(endPersonRole, deps, EMAIL, 'chief-finance-officer')
  assert.deepEqual(await roles(), [['finance', null]])
})

it('says why a role is refused', async () => {
  const { deps } = await setUp()
  assert.match((await ask(givePersonRole, deps, EMAIL, 'auditor')).said[0] ?? '', /do not go with/)
  await assert.rejects(ask(givePersonRole, deps, EMAIL, 'king'), UsageError)
  await assert.rejects(ask(givePersonRole, deps, EMAIL, 'office'), UsageError)
  await assert.rejects(ask(givePersonRole, deps, EMAIL, 'policy', '--until', 'May'), UsageError)
})

it('prints an invitation that works', async () => {
  const { deps } = await setUp()
  const [address = ''] = (await ask(invitePerson, deps, EMAIL)).lines
  const browser = aBrowser(await openSite(deps))
  const path = new URL(address).pathname
  assert.equal((await browser.send(path, { password: 'seven quiet millwheels' })).statusCode, 303)
})
