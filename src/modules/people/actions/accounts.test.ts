import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, as, GOOD_PASSWORD } from '#test/support/people.js'
import { accountById, allAccounts, credentialsOf } from '../data/account.queries.js'
import { sessionsOf } from '../data/session.queries.js'
import { beginSession } from './begin-session.js'
import { changePassword } from './change-password.js'
import { type CreateAccountRequest, createAccount } from './create-account.js'
import { editAccount } from './edit-account.js'
import { isRightPassword } from './hash-password.js'
import { newFirstPassword, setPassword } from './set-password.js'

const office = actorOf('office')
const ADDRESS = '192.0.2.1'

function aRequest(change: Partial<CreateAccountRequest> = {}): CreateAccountRequest {
  return {
    email: 'Partner@Council.example',
    name: 'Community safety lead',
    roles: ['policy'],
    organisationId: null,
    password: GOOD_PASSWORD,
    ...change,
  }
}

const setUp = async () => testDeps(await openTestDb())

describe('making an account', () => {
  it('keeps the address in lower case and puts no address and no password on the audit trail', async () => {
    const deps = await setUp()
    const made = await createAccount(deps, office, aRequest())
    assert.ok(made.ok)
    assert.equal(made.value.email, 'partner@council.example')
    const [entry] = await auditEntries(deps.db, 1)
    assert.equal(entry?.action, 'people.create-account')
    assert.doesNotMatch(JSON.stringify(entry), /council|lantern|argon2/)
  })

  it('is refused for a second time under one address', async () => {
    const deps = await setUp()
    await createAccount(deps, office, aRequest())
    const again = await createAccount(deps, office, aRequest({ email: 'partner@council.example' }))
    assert.deepEqual(again, { ok: false, error: { code: 'email-taken' } })
  })

  it('is refused without an address, an organisation to speak for, or a good password', async () => {
    const deps = await setUp()
    const codes = []
    for (const change of [{ email: 'nobody' }, { roles: ['force'] }, { password: 'Password2025!' }] as const) {
      const result = await createAccount(deps, office, aRequest(change))
      codes.push(result.ok ? 'made' : result.error.code)
    }
    assert.deepEqual(codes, ['not-an-email', 'needs-organisation', 'password-too-common'])
    assert.deepEqual(await allAccounts(deps.db), [])
  })

  it('knows no organisation that is not in the register', async () => {
    const deps = await setUp()
    const { councilId } = await aBodyWithPartners(deps)
    await assert.rejects(createAccount(deps, office, aRequest({ organisationId: 'forged' })), NotFound)
    assert.ok((await createAccount(deps, office, aRequest({ roles: ['partner'], organisationId: councilId }))).ok)
  })
})

describe('changing an account', () => {
  it('ends its sessions when it is made inactive, and says what stood before', async () => {
    const deps = await setUp()
    const account = await anAccount(deps)
    await anAccount(deps, { email: 'other@wessex.example' })
    await deps.db.transaction((tx) => beginSession(deps, tx, { accountId: account.id, address: ADDRESS }))
    assert.ok((await editAccount(deps, office, { ...account, isActive: false })).ok)
    assert.deepEqual(await sessionsOf(deps.db, account.id), [])
    const [entry] = await auditEntries(deps.db, 1)
    const { before, after } = JSON.parse(entry?.detail ?? '{}')
    assert.deepEqual([before.isActive, after.isActive], [true, false])
  })

  it('is refused to the last account that can run the office', async () => {
    const deps = await setUp()
    const account = await anAccount(deps)
    const result = await editAccount(deps, office, { ...account, isActive: false })
    assert.deepEqual(result, { ok: false, error: { code: 'last-administrator' } })
    assert.ok((await accountById(deps.db, account.id))?.isActive)
  })

  it('is refused when someone else has saved it since', async () => {
    const deps = await setUp()
    const account = await anAccount(deps)
    assert.ok((await editAccount(deps, office, { ...account, name: 'First' })).ok)
    await assert.rejects(editAccount(deps, office, { ...account, name: 'Second' }), Conflict)
  })

  it('knows no account and no organisation that is not in the register', async () => {
    const deps = await setUp()
    const account = await anAccount(deps)
    await assert.rejects(editAccount(deps, office, { ...account, id: 'forged' }), NotFound)
    await assert.rejects(editAccount(deps, office, { ...account, organisationId: 'forged' }), NotFound)
  })
})

describe('changing one’s password', () => {
  const next = 'seven geese upstairs'

  async function signedIn() {
    const deps = await setUp()
    const account = await anAccount(deps)
    await deps.db.transaction((tx) => beginSession(deps, tx, { accountId: account.id, address: ADDRESS }))
    const opens = async (password: string) => {
      const known = await credentialsOf(deps.db, 'id', account.id)
      return isRightPassword(password, known?.passwordHash ?? '')
    }
    return { deps, account, me: as(account, office), opens }
  }

  it('ends every session and begins a new one here', async () => {
    const { deps, account, me, opens } = await signedIn()
    const before = await sessionsOf(deps.db, account.id)
    assert.ok((await changePassword(deps, me, { current: GOOD_PASSWORD, next, address: ADDRESS })).ok)
    const after = await sessionsOf(deps.db, account.id)
    assert.equal(after.length, 1)
    assert.notEqual(after[0]?.id, before[0]?.id)
    assert.deepEqual([await opens(next), await opens(GOOD_PASSWORD)], [true, false])
  })

  it('needs the one until now, and cannot be guessed at for long', async () => {
    const { deps, me, opens } = await signedIn()
    const attempt = () => changePassword(deps, me, { current: 'wrong password', next, address: ADDRESS })
    for (let time = 0; time < 6; time += 1) assert.deepEqual(await attempt(), { ok: false, error: { code: 'wrong' } })
    assert.deepEqual(await attempt(), { ok: false, error: { code: 'wait', seconds: 15 } })
    assert.ok(await opens(GOOD_PASSWORD))
  })

  it('is refused for a password that is easy to guess', async () => {
    const { deps, me } = await signedIn()
    const request = { current: GOOD_PASSWORD, next: 'policyofficer', address: ADDRESS }
    const result = await changePassword(deps, me, request)
    assert.deepEqual(result, { ok: false, error: { code: 'password-is-own-details' } })
  })
})

describe('setting a password for someone else', () => {
  it('signs them out everywhere', async () => {
    const deps = await setUp()
    const { id } = await anAccount(deps)
    await deps.db.transaction((tx) => beginSession(deps, tx, { accountId: id, address: ADDRESS }))
    assert.ok((await setPassword(deps, office, { id, password: newFirstPassword() })).ok)
    assert.deepEqual(await sessionsOf(deps.db, id), [])
  })

  it('makes first passwords that are good enough, and never the same', async () => {
    const deps = await setUp()
    const { id } = await anAccount(deps)
    const password = newFirstPassword()
    assert.match(password, /^([a-z2-9]{5}-){3}[a-z2-9]{5}$/)
    assert.notEqual(password, newFirstPassword())
    assert.ok((await setPassword(deps, office, { id, password })).ok)
  })
})

it('lets nobody but the office keep accounts', async () => {
  const deps = await setUp()
  const account = await anAccount(deps)
  for (const role of ['force', 'partner', 'panel', 'visitor', 'auditor', 'public'] as const) {
    const actor = actorOf(role)
    await assert.rejects(createAccount(deps, actor, aRequest()), Forbidden)
    await assert.rejects(editAccount(deps, actor, account), Forbidden)
    await assert.rejects(setPassword(deps, actor, { id: account.id, password: GOOD_PASSWORD }), Forbidden)
  }
})
