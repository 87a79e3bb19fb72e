import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { ACCOUNT_ROLES, type AccountRole, OFFICE_ROLES, rolesNamed, WHOLE_OFFICE } from '#kernel/roles.js'
import {
  type Account,
  changeAccount,
  emailOf,
  isReviewDue,
  nextReview,
  problemWithRoles,
  type RoleTerm,
  rolesOn,
  sideOf,
} from './account.js'
import { ROLE_WORDS } from './role-words.js'

const TODAY = isoDate('2025-04-30')
const forGood = (role: AccountRole): RoleTerm => ({ role, from: isoDate('2024-05-02'), until: null })

const OFFICER: Account = {
  id: 'a1',
  email: 'policy@wessex.example',
  name: 'Policy officer',
  roles: WHOLE_OFFICE.map(forGood),
  organisationId: null,
  isActive: true,
  mustChangePassword: false,
  reviewOn: null,
  version: 1,
}

const alone = { others: [OFFICER], today: TODAY }
const withAnother = { others: [OFFICER, { ...OFFICER, id: 'a2' }], today: TODAY }
const day = fc.constantFrom<IsoDate>(isoDate('2024-01-01'), TODAY, isoDate('2026-01-01'))
const term = fc.record({ role: fc.constantFrom(...ACCOUNT_ROLES), from: day, until: fc.option(day) })
const details = fc.record({
  roles: fc.uniqueArray(term, { selector: ({ role }) => role, maxLength: 4 }),
  organisationId: fc.constantFrom(null, 'o1'),
  isActive: fc.boolean(),
})

describe('changing an account', () => {
  it('always leaves somebody who can let others in, on one side, with somebody to speak for', () => {
    fc.assert(
      fc.property(details, fc.boolean(), (wanted, hasAnother) => {
        const result = changeAccount(OFFICER, wanted, hasAnother ? withAnother : alone)
        if (!result.ok) return
        const { roles, isActive, organisationId } = result.value
        const isAdministrator = roles.some(
          ({ role, from, until }) => role === 'administrator' && from <= TODAY && !until,
        )
        assert.ok(hasAnother || (isActive && isAdministrator))
        assert.ok(new Set(roles.map(({ role }) => sideOf(role))).size <= 1)
        const speaks = roles.some(({ role }) => role === 'force' || role === 'partner')
        assert.ok(!speaks || organisationId !== null)
      }),
    )
  })

  it('refuses to lose the last administrator, to a day too', () => {
    const refused = { ok: false, error: { code: 'last-administrator' } }
    assert.deepEqual(changeAccount(OFFICER, { isActive: false }, alone), refused)
    assert.deepEqual(changeAccount(OFFICER, { roles: [forGood('policy')] }, alone), refused)
    const ending = { ...forGood('administrator'), until: isoDate('2025-05-31') }
    assert.deepEqual(changeAccount(OFFICER, { roles: [ending] }, alone), refused)
    assert.ok(changeAccount(OFFICER, { isActive: false }, withAnother).ok)
  })

  it('lets an inactive administrator be changed while another is there', () => {
    const inactive = { ...OFFICER, isActive: false }
    assert.ok(changeAccount(inactive, { roles: [forGood('panel')] }, withAnother).ok)
  })

  it('asks whom force and partner contributors speak for', () => {
    const result = changeAccount(OFFICER, { roles: [forGood('partner')] }, withAnother)
    assert.deepEqual(result, { ok: false, error: { code: 'needs-organisation' } })
  })
})

describe('the roles of an account', () => {
  it('count from their first to their last day', () => {
    const roles = [{ role: 'policy', from: TODAY, until: isoDate('2025-05-31') } as const]
    const on = (text: string) => rolesOn({ roles }, isoDate(text))
    assert.deepEqual([on('2025-04-29'), on('2025-06-01')], [[], []])
    assert.deepEqual([on('2025-04-30'), on('2025-05-31')], [['policy'], ['policy']])
  })

  it('never sit on two sides: who contributes for the force does not work in the office', () => {
    for (const role of ['force', 'partner', 'panel', 'visitor', 'auditor'] as const) {
      const roles = [forGood(role), forGood('policy')]
      assert.equal(problemWithRoles({ roles, organisationId: 'o1' })?.code, 'not-together')
      assert.equal(problemWithRoles({ roles: [forGood(role)], organisationId: 'o1' }), undefined)
    }
    assert.equal(problemWithRoles(OFFICER), undefined)
    const backwards = [{ ...forGood('policy'), until: isoDate('2024-05-01') }]
    assert.equal(problemWithRoles({ roles: backwards, organisationId: null })?.code, 'ends-before')
  })

  it('are looked at within a year, and at once where nobody has looked yet', () => {
    const next = nextReview(TODAY)
    assert.equal(next, '2026-04-30')
    assert.ok(isReviewDue(OFFICER, TODAY))
    assert.equal(isReviewDue({ ...OFFICER, reviewOn: next }, isoDate('2026-04-29')), false)
    assert.ok(isReviewDue({ ...OFFICER, reviewOn: next }, next))
    assert.equal(isReviewDue({ ...OFFICER, isActive: false }, TODAY), false)
  })

  it('are named one by one, or "office" for all of its own', () => {
    assert.deepEqual(rolesNamed('policy, auditor'), ['policy', 'auditor'])
    assert.deepEqual(rolesNamed('office'), [...OFFICE_ROLES, 'administrator'])
    assert.deepEqual([rolesNamed(''), rolesNamed('king'), rolesNamed('policy,')], [undefined, undefined, undefined])
    assert.ok(ACCOUNT_ROLES.every((role) => ROLE_WORDS[role].name !== ''))
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
