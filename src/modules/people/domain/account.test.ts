import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ACCOUNT_ROLES, type Account, changeAccount, emailOf } from './account.js'

const OFFICE: Account = {
  id: 'a1',
  email: 'policy@wessex.example',
  name: 'Policy officer',
  role: 'office',
  organisationId: null,
  isActive: true,
  mustChangePassword: false,
  version: 1,
}

const details = fc.record({
  name: fc.constant('Policy officer'),
  role: fc.constantFrom(...ACCOUNT_ROLES),
  organisationId: fc.constantFrom(null, 'o1'),
  isActive: fc.boolean(),
})

describe('changing an account', () => {
  it('always leaves someone who can run the office, and someone to speak for', () => {
    fc.assert(
      fc.property(details, fc.integer({ min: 1, max: 3 }), (wanted, count) => {
        const result = changeAccount(OFFICE, wanted, count)
        if (!result.ok) return
        const left = count - 1 + (result.value.role === 'office' && result.value.isActive ? 1 : 0)
        assert.ok(left >= 1)
        assert.ok(!['force', 'partner'].includes(result.value.role) || result.value.organisationId !== null)
      }),
    )
  })

  it('refuses to make the last office account inactive, or anything but office', () => {
    const refused = { ok: false, error: { code: 'last-office-account' } }
    assert.deepEqual(changeAccount(OFFICE, { ...OFFICE, isActive: false }, 1), refused)
    assert.deepEqual(changeAccount(OFFICE, { ...OFFICE, role: 'auditor' }, 1), refused)
    assert.ok(changeAccount(OFFICE, { ...OFFICE, isActive: false }, 2).ok)
  })

  it('lets an inactive office account be changed when one active account is left', () => {
    const inactive = { ...OFFICE, isActive: false }
    assert.ok(changeAccount(inactive, { ...inactive, role: 'panel' }, 1).ok)
  })

  it('asks whom force and partner contributors speak for', () => {
    const result = changeAccount(OFFICE, { ...OFFICE, role: 'partner' }, 2)
    assert.deepEqual(result, { ok: false, error: { code: 'needs-organisation' } })
  })
})

describe('an e-mail address', () => {
  it('is one however it is typed', () => {
    assert.equal(emailOf('  Policy@Wessex.Example '), 'policy@wessex.example')
  })

  it('is none without its parts', () => {
    for (const typed of ['', 'policy', '@wessex.example', 'policy@', 'policy@wessex', 'a b@c.d', 'a@b..c', 'a@b@c.d']) {
      assert.equal(emailOf(typed), undefined, typed)
    }
    assert.equal(emailOf(`${'a'.repeat(260)}@b.example`), undefined)
  })
})
