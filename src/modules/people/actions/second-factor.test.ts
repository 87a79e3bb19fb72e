import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { permissionsByRole } from '#app/application.js'
import { isoDate } from '#kernel/dates.js'
import { ACCOUNT_ROLES, type AccountRole, OFFICE_ROLES } from '#kernel/roles.js'
import type { Deps } from '#platform/deps.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anAccount, as } from '#test/support/people.js'
import { accountById } from '../data/account.queries.js'
import { insertPasskey } from '../data/factor.store.js'
import type { Account } from '../domain/account.js'
import { type Beginning, beginSession } from './begin-session.js'
import { giveRole } from './edit-account.js'
import { identifyWith } from './identify.js'
import { actFor, arrangeStandIn } from './stand-in.js'

const byRole = permissionsByRole()

/** Speaks for the office, or lets somebody speak for it. */
const SPEAKS = /:(publish|sign-off|approve|correct|decide|manage|freeze|withdraw|release)$/
const speaks = (role: AccountRole) => [...(byRole.get(role) ?? [])].filter((name) => SPEAKS.test(name))

async function setUp() {
  const deps = testDeps(await openTestDb())
  const { councilId } = await aBodyWithPartners(deps)
  const identify = identifyWith(deps, byRole)
  const someone = (role: AccountRole) =>
    anAccount(deps, {
      ...{ email: `${role}@wessex.example`, name: `The ${role}`, roles: [role] },
      organisationId: ['force', 'partner'].includes(role) ? councilId : null,
    })
  const begin = async ({ id }: Account, begunBy: Beginning['begunBy'] = 'password') => {
    const begun = { accountId: id, address: '192.0.2.1', ...(begunBy && { begunBy }) }
    return (await deps.db.transaction((tx) => beginSession(deps, tx, begun))).token
  }
  const mustFirst = async (token: string) => (await identify(token))?.mustFirst
  return { deps, someone, begin, identify, mustFirst }
}

function addFactor(deps: Deps, { id }: Account) {
  const key = { id: `key of ${id}`, accountId: id, name: 'Laptop', publicKey: 'pk', counter: 0, transports: [] }
  const stored = { ...key, madeAt: deps.now().toISOString(), usedAt: null }
  return deps.db.transaction((tx) => insertPasskey(tx, stored))
}

const FACTOR = '/staff/account/second-factor'

describe('the second factor of a role', () => {
  for (const role of ACCOUNT_ROLES) {
    const needs = speaks(role).length > 0
    it(`is ${needs ? 'required of' : 'left to'} ${role}, whichever way they come in`, async () => {
      const { deps, someone, begin, identify, mustFirst } = await setUp()
      const account = await someone(role)
      for (const way of ['password', 'provider'] as const) {
        const actor = await identify(await begin(account, way))
        assert.equal(actor?.mustFirst, needs ? FACTOR : undefined, way)
        const left = [...(actor?.permissions ?? [])].filter((name) => SPEAKS.test(name))
        assert.deepEqual(left, [], `${way}: may still ${left}`)
      }
      assert.equal(await mustFirst(await begin(account, 'provider-mfa')), undefined, 'it was shown elsewhere')
      await addFactor(deps, account)
      const actor = await identify(await begin(account))
      assert.equal(actor?.mustFirst, undefined)
      assert.deepEqual(actor?.permissions, byRole.get(role))
    })
  }

  it('is required from the moment at which somebody who is signed in is given such a role', async () => {
    const { deps, someone, begin, mustFirst } = await setUp()
    const engaged = await someone('engagement')
    const token = await begin(engaged)
    assert.equal(await mustFirst(token), undefined)
    const term = { role: 'communications', from: deps.today(), until: null } as const
    assert.ok((await giveRole(deps, SYSTEM, { id: engaged.id, version: engaged.version, ...term })).ok)
    assert.equal(await mustFirst(token), FACTOR)
  })

  it('is required of whoever stands in for such a role, in their own person', async () => {
    const { deps, someone, begin, mustFirst } = await setUp()
    const [chief, aide] = [await someone('chief-executive'), await someone('engagement')]
    await addFactor(deps, chief)
    const days = { from: deps.today(), until: isoDate('2025-05-09') }
    const made = await arrangeStandIn(deps, as(chief, SYSTEM), { ...days, accountId: chief.id, standInId: aide.id })
    assert.ok(made.ok)
    const sessionToken = await begin(aide)
    assert.ok((await actFor(deps, as(aide, SYSTEM), { sessionToken, id: made.value.id })).ok)
    assert.equal(await mustFirst(sessionToken), FACTOR)
    await addFactor(deps, aide)
    assert.equal(await mustFirst(sessionToken), undefined)
    assert.ok(await accountById(deps.db, aide.id))
  })

  it('is required of most roles of the office and of none beyond it', () => {
    const needing = ACCOUNT_ROLES.filter((role) => speaks(role).length > 0)
    assert.ok(needing.includes('administrator') && needing.includes('chief-finance-officer'))
    assert.ok(needing.every((role) => role === 'administrator' || OFFICE_ROLES.some((each) => each === role)))
  })
})
