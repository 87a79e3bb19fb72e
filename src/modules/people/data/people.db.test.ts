import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { Conflict } from '#platform/errors.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { beginSession, tokenHash } from '../actions/begin-session.js'
import { accountByEmail, accountById, accountNames, allAccounts } from './account.queries.js'
import { saveAccount, savePassword } from './account.store.js'
import { hasFactor, passkeysOf } from './factor.queries.js'
import { deletePasskeysOf, insertPasskey, notePasskey } from './factor.store.js'
import { accountLinkedWith, identitiesOf } from './identity.queries.js'
import { insertIdentity } from './identity.store.js'
import { linkByHash } from './link.queries.js'
import { endLinkAt, insertLink } from './link.store.js'
import { sessionByHash, sessionsOf } from './session.queries.js'
import { deleteSessionsOf, deleteSessionsOver, noteSession, setStandingIn } from './session.store.js'
import { standInsOf } from './stand-in.queries.js'
import { endStandInAt, insertStandIn } from './stand-in.store.js'
import { failuresOf } from './throttle.queries.js'
import { deleteOldFailures, saveFailures, takeBackFailure } from './throttle.store.js'

describeOnEachDatabase('people as stored', (open) => {
  it('are listed with those who can sign in first, then by name', async () => {
    const deps = testDeps(await open())
    const gone = await anAccount(deps, { name: 'Aide', email: 'aide@wessex.example' })
    await anAccount(deps, { name: 'Zoning adviser', email: 'z@wessex.example' })
    await anAccount(deps, { name: 'éditeur', email: 'e@wessex.example', roles: ['auditor'] })
    await deps.db.transaction((tx) => saveAccount(tx, { ...gone, isActive: false }))
    const names = (await allAccounts(deps.db)).map(({ name }) => name)
    assert.deepEqual(names, ['éditeur', 'Zoning adviser', 'Aide'])
    assert.equal((await accountNames(deps.db)).get(gone.id), 'Aide')
  })

  it('are found by id and by address, and not by any other', async () => {
    const deps = testDeps(await open())
    const account = await anAccount(deps)
    assert.deepEqual(await accountById(deps.db, account.id), account)
    assert.deepEqual(await accountByEmail(deps.db, 'policy@wessex.example'), account)
    assert.equal(await accountByEmail(deps.db, 'other@wessex.example'), undefined)
  })

  it('are saved only by whoever saw them last', async () => {
    const deps = testDeps(await open())
    const account = await anAccount(deps)
    await deps.db.transaction((tx) => saveAccount(tx, { ...account, name: 'First' }))
    const second = deps.db.transaction((tx) => saveAccount(tx, { ...account, name: 'Second' }))
    await assert.rejects(second, new Conflict(`people.account:${account.id}`))
    await assert.rejects(
      deps.db.transaction((tx) => savePassword(tx, account, { passwordHash: 'x', mustChange: true })),
      Conflict,
    )
    assert.equal((await accountById(deps.db, account.id))?.name, 'First')
  })

  it('have sessions that are noted, ended and swept up', async () => {
    const deps = testDeps(await open())
    const { id: accountId } = await anAccount(deps)
    const begin = () => deps.db.transaction((tx) => beginSession(deps, tx, { accountId, address: '192.0.2.1' }))
    const [one, two] = [await begin(), await begin()]
    const first = await sessionByHash(deps.db, tokenHash(one.token))
    assert.ok(first)
    const seenAt = new Date('2025-04-30T23:00:00Z')
    await deps.db.transaction((tx) => noteSession(tx, first.session.id, seenAt))
    assert.equal((await sessionsOf(deps.db, accountId))[0]?.seenAt, seenAt.toISOString())
    // The other was last used at noon: at midnight it is over.
    await deps.db.transaction((tx) => deleteSessionsOver(tx, new Date('2025-05-01T00:00:00Z')))
    assert.equal(await sessionByHash(deps.db, tokenHash(two.token)), undefined)
    assert.equal(await deps.db.transaction((tx) => deleteSessionsOf(tx, accountId)), 1)
    assert.deepEqual(await sessionsOf(deps.db, accountId), [])
  })

  it('have failures that are counted, taken back and forgotten', async () => {
    const deps = testDeps(await open())
    const now = deps.now()
    const known = async () => (await failuresOf(deps.db, ['k', 'l'])).get('k')
    assert.equal(await known(), undefined)
    await deps.db.transaction((tx) => saveFailures(tx, 'k', { failures: 1, lastFailedAt: now }))
    await deps.db.transaction((tx) => saveFailures(tx, 'k', { failures: 2, lastFailedAt: now }))
    await deps.db.transaction((tx) => takeBackFailure(tx, 'k'))
    assert.deepEqual(await known(), { failures: 1, lastFailedAt: now })
    await deps.db.transaction((tx) => deleteOldFailures(tx, new Date(now.getTime() + 86_400_000)))
    assert.equal(await known(), undefined)
  })
})

describeOnEachDatabase('ways in as stored', (open) => {
  it('are passkeys by account, each with how often it was used', async () => {
    const deps = testDeps(await open())
    const { id } = await anAccount(deps)
    const passkey = { id: 'k1', accountId: id, name: 'Laptop', publicKey: 'pk', counter: 0, transports: ['usb', 'nfc'] }
    const stored = { ...passkey, madeAt: '2025-04-30T12:00:00.000Z', usedAt: null }
    await deps.db.transaction((tx) => insertPasskey(tx, stored))
    assert.deepEqual(await passkeysOf(deps.db, id), [stored])
    assert.equal(await hasFactor(deps.db, id), true)
    const used = { counter: 7, usedAt: '2025-05-01T12:00:00.000Z' }
    await deps.db.transaction((tx) => notePasskey(tx, 'k1', used))
    assert.deepEqual(await passkeysOf(deps.db, id), [{ ...stored, ...used }])
    await deps.db.transaction((tx) => deletePasskeysOf(tx, id))
    assert.equal(await hasFactor(deps.db, id), false)
  })

  it('are one account for each person at a sign-in service', async () => {
    const deps = testDeps(await open())
    const account = await anAccount(deps)
    const who = { issuer: 'https://service.example', subject: 'tenant/person' }
    const linked = { ...who, accountId: account.id, linkedAt: '2025-04-30T12:00:00.000Z' }
    await deps.db.transaction((tx) => insertIdentity(tx, linked))
    assert.deepEqual(await accountLinkedWith(deps.db, who), account)
    assert.equal(await accountLinkedWith(deps.db, { ...who, subject: 'tenant/other' }), undefined)
    await assert.rejects(deps.db.transaction((tx) => insertIdentity(tx, linked)))
    assert.deepEqual(await identitiesOf(deps.db, account.id), [linked])
  })

  it('are links that end once, and stand-ins that end in every session', async () => {
    const deps = testDeps(await open())
    const away = await anAccount(deps)
    const aide = await anAccount(deps, { email: 'aide@wessex.example' })
    const at = '2025-04-30T12:00:00.000Z'
    const link = { id: 'l1', accountId: away.id, kind: 'pass', madeBy: aide.id, madeAt: at, expiresAt: at } as const
    await deps.db.transaction((tx) => insertLink(tx, { ...link, endedAt: null }, { tokenHash: 'h', sealed: 's' }))
    await deps.db.transaction((tx) => endLinkAt(tx, 'l1', at))
    await deps.db.transaction((tx) => endLinkAt(tx, 'l1', '2025-05-01T12:00:00.000Z'))
    assert.deepEqual(await linkByHash(deps.db, 'h'), { ...link, endedAt: at })
    const days = { from: isoDate('2025-04-30'), until: isoDate('2025-05-02') }
    const standIn = { id: 's1', accountId: away.id, standInId: aide.id, ...days, endedAt: null }
    const { token } = await deps.db.transaction((tx) =>
      beginSession(deps, tx, { accountId: aide.id, address: '192.0.2.1' }),
    )
    await deps.db.transaction(async (tx) => {
      await insertStandIn(tx, standIn, { madeBy: away.id, madeAt: at })
      const known = await sessionByHash(tx, tokenHash(token))
      await setStandingIn(tx, known?.session.id ?? '', 's1')
    })
    assert.deepEqual(await standInsOf(deps.db, away.id), [standIn])
    assert.equal((await sessionByHash(deps.db, tokenHash(token)))?.session.standingInId, 's1')
    await deps.db.transaction((tx) => endStandInAt(tx, 's1', at))
    assert.equal((await sessionByHash(deps.db, tokenHash(token)))?.session.standingInId, null)
  })
})
