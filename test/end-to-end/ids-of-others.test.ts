import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { MODULES } from '#app/modules.js'
import { deliveryFor } from '#modules/delivery/index.js'
import { accountByEmail } from '#modules/people/index.js'
import { allPlans } from '#modules/plan/index.js'
import { type Db, reading } from '#platform/db/db.js'
import { holdersOf, type Role } from '#platform/module.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { assertRefused, changingNothing } from '#test/support/attacks.js'
import { openExampleOffice } from '#test/support/example-office.js'

const office = await openExampleOffice()
after(() => office.close())

const grants = new Map(MODULES.flatMap(({ permissions }) => Object.entries(permissions)))
const holds = (role: Role, permission: string) =>
  holdersOf(grants.get(permission as keyof typeof grants & string) ?? []).includes(role)
const routes = MODULES.flatMap((module) => module.routes)

/** Every action of every plan, with those who lead or support it. */
const plans = await allPlans(office.deps.db)
const pictures = await Promise.all(plans.map(({ id }) => deliveryFor(office.deps.db, id, office.deps.today())))
const actions = pictures.flatMap((picture) => picture?.actions ?? []).map(({ action }) => action)

async function ask(role: Role, url: string, form?: Readonly<Record<string, string>>) {
  const session = (await office.sessionOf(role)) ?? ''
  const cookies = { session }
  if (!form) return office.app.inject({ url, cookies })
  const payload = new URLSearchParams({ _csrf: csrfTokenFor(session), ...form }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return office.app.inject({ method: 'POST', url, cookies, headers, payload })
}

type Contributor = { readonly role: 'force' | 'partner'; readonly organisation: string }
type KnownAction = (typeof actions)[number]

const isTheirs = ({ leadId, partnerIds }: KnownAction, { organisation }: Contributor) =>
  leadId === organisation || partnerIds.includes(organisation)

const UPDATE = { text: 'Not ours', 'on-day': '30', 'on-month': '4', 'on-year': '2025', status: '' }

/** Nothing of it is shown, and nothing that is sent there does anything. */
async function assertClosed(route: (typeof routes)[number], action: KnownAction, { role }: Contributor) {
  const address = route.path.replace(':actionId', action.id)
  const answer = await ask(role, address)
  assertRefused(answer, [403], address)
  assert.ok(!answer.body.includes(action.title), `${address} tells the title`)
  if (!route.hasForm) return
  const sent = await changingNothing(office, address, () => ask(role, address, UPDATE))
  assertRefused(sent, [403], address)
}

const organisationOf = async (email: string) => (await accountByEmail(office.deps.db, email))?.organisationId ?? ''
const contributors: readonly Contributor[] = [
  { role: 'force', organisation: await organisationOf('constabulary@example.test') },
  { role: 'partner', organisation: await organisationOf('partner@example.test') },
]

describe('an action of others, by its real id', () => {
  for (const who of contributors) {
    const theirs = actions.filter((action) => isTheirs(action, who))
    const others = actions.filter((action) => !isTheirs(action, who))

    for (const route of routes.filter(
      ({ path, permission }) => path.includes(':actionId') && holds(who.role, permission),
    )) {
      it(`${route.path} opens for ${who.role} what they lead or support, and nothing else`, async () => {
        assert.ok(theirs.length > 0 && others.length > 5)
        for (const { id } of theirs)
          assert.equal((await ask(who.role, route.path.replace(':actionId', id))).statusCode, 200, id)
        for (const action of others) await assertClosed(route, action, who)
      })
    }

    it(`is on no list that ${who.role} reads`, async () => {
      const { body } = await ask(who.role, '/staff/actions')
      assert.deepEqual(
        others.filter(({ id }) => body.includes(id)),
        [],
      )
    })
  }
})

/** The ids that stand in a table for one account. */
async function idsOf(db: Db, table: string, account: string): Promise<string[]> {
  const rows = reading<Record<string, { id: string; account_id: string }>>(db)
  const found = await rows.selectFrom(table).select('id').where('account_id', '=', account).execute()
  return found.map(({ id }) => id)
}

describe('what belongs to somebody’s own account, by its real id', () => {
  const strangers = ['finance', 'force', 'auditor'] as const

  it('is ended, removed and used by nobody else', async () => {
    const { db } = office.deps
    const other = await accountByEmail(db, 'policy-officer@example.test')
    const chief = await accountByEmail(db, 'chief-executive@example.test')
    assert.ok(other && chief)
    for (const role of ['office', ...strangers] as const) await office.sessionOf(role)
    const days = {
      ...{ 'from-day': '30', 'from-month': '4', 'from-year': '2025' },
      ...{ 'until-day': '30', 'until-month': '4', 'until-year': '2025' },
    }
    await office.send('/staff/account/stand-in', { standInId: chief.id, ...days }, 'office')
    const [session] = await idsOf(db, 'people_session', other.id)
    const [arrangement] = await idsOf(db, 'people_stand_in', other.id)
    assert.ok(session && arrangement)
    const attempts: readonly [string, Record<string, string>, number[]][] = [
      ['/staff/account', { session }, [404]],
      ['/staff/account/stand-in', { end: arrangement }, [404]],
      ['/staff/account/stand-in', { act: arrangement }, [422]],
      ['/staff/account/passkeys', { remove: arrangement }, [404]],
    ]
    for (const [address, form, statuses] of attempts) {
      for (const role of strangers) {
        const what = `${address} ${JSON.stringify(form)} by ${role}`
        assertRefused(await changingNothing(office, what, () => ask(role, address, form)), statuses, what)
      }
    }
    assert.deepEqual(await idsOf(db, 'people_stand_in', other.id), [arrangement])
    assert.ok((await idsOf(db, 'people_session', other.id)).includes(session))
  })
})
