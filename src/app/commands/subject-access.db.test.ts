import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MODULES } from '#app/modules.js'
import { isoDate } from '#kernel/dates.js'
import { KEPT_FOR_EVER } from '#modules/operations/domain/keeping.js'
import { beginSession } from '#modules/people/actions/begin-session.js'
import { makeLink } from '#modules/people/actions/make-link.js'
import { codesFor, giveFirstCodes } from '#modules/people/actions/recovery-codes.js'
import { beginFactor } from '#modules/people/actions/set-factor.js'
import { arrangeStandIn } from '#modules/people/actions/stand-in.js'
import { insertPasskey } from '#modules/people/data/factor.store.js'
import { insertIdentity } from '#modules/people/data/identity.store.js'
import { type Table, tablesOf } from '#platform/db/catalogue.js'
import type { Db } from '#platform/db/db.js'
import { rowsNaming } from '#platform/db/subject-rows.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anAccount, as } from '#test/support/people.js'

/** A column in which a person stands: an account, who did something, an address. */
const PERSON = /_by$|^actor_|account|^stand_in_id$|^owner(_id)?$|^e?mail|^address$|person|^came_from$/
/** Not by whom but by what. */
const NO_PERSON = ['replaced_by', 'begun_by']

const holdsPerson = ({ columns }: Table) => columns.some(({ name }) => PERSON.test(name) && !NO_PERSON.includes(name))
const personalTables = async (db: Db) => (await tablesOf(db)).filter(holdsPerson).map(({ name }) => name)

describeOnEachDatabase('what the register holds about people', (open) => {
  it('is kept by a rule of its module, or for ever for a reason, table by table', async () => {
    const rules = MODULES.flatMap(({ retention = [] }) => retention)
    const named = [...KEPT_FOR_EVER, ...rules].flatMap(({ tables }) => tables)
    assert.equal(new Set(named).size, named.length, 'a table is named twice')
    const db = await open()
    const all = (await tablesOf(db)).map(({ name }) => name)
    assert.deepEqual(
      named.filter((name) => !all.includes(name)),
      [],
      'no such table',
    )
    assert.deepEqual(
      (await personalTables(db)).filter((name) => !named.includes(name)),
      [],
      'nobody said how long',
    )
  })

  it('is told to the person from every table of accounts and ways in, without what opens anything', async () => {
    const deps = testDeps(await open())
    const ann = await anAccount(deps, { name: 'Ann Lee', email: 'ann.lee@office.example' })
    const ben = await anAccount(deps, { name: 'Ben Ray', email: 'ben.ray@office.example' })
    const here = { accountId: ann.id, address: '192.0.2.1' }
    const { token } = await deps.db.transaction((tx) => beginSession(deps, tx, here))
    assert.ok((await beginFactor(deps, as(ann, SYSTEM), { sessionToken: token })).ok)
    await makeLink(deps, as(ben, SYSTEM), { accountId: ann.id, kind: 'invitation' })
    const days = { from: deps.today(), until: isoDate('2025-05-09') }
    assert.ok((await arrangeStandIn(deps, as(ben, SYSTEM), { ...days, accountId: ben.id, standInId: ann.id })).ok)
    const codes = await codesFor(ann.id)
    const at = deps.now().toISOString()
    const passkey = { id: 'k1', accountId: ann.id, name: 'Laptop', publicKey: 'PUBLIC', counter: 0, transports: [] }
    await deps.db.transaction(async (tx) => {
      await giveFirstCodes(deps, tx, ann.id, codes)
      await insertPasskey(tx, { ...passkey, madeAt: at, usedAt: null })
      await insertIdentity(tx, { issuer: 'https://in.example', subject: 't/o', accountId: ann.id, linkedAt: at })
    })
    const told = await deps.db.snapshot((still) => rowsNaming(still, [ann.id, ann.email, ann.name]))
    const wanted = (await personalTables(deps.db)).filter((name) => name.startsWith('people_'))
    const names = told.map(({ name }) => name)
    assert.deepEqual(
      wanted.filter((name) => !names.includes(name)),
      [],
      'a table of people was not told, or this test makes no row in it',
    )
    const text = JSON.stringify(told)
    for (const secret of [token, 'argon2id', 'PUBLIC', ...codes.codes]) assert.ok(!text.includes(secret), secret)
  })
})
