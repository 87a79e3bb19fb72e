import assert from 'node:assert/strict'
import { it } from 'node:test'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { rowsNaming } from './subject-rows.js'

describeOnEachDatabase('everything about one person', (open) => {
  it('is found in every table by id, address and name, with no secret among it', async () => {
    const deps = testDeps(await open())
    const ann = await anAccount(deps, { email: 'ann.lee@office.example', name: 'Ann Lee' })
    const ben = await anAccount(deps, { email: 'ben.ray@office.example', name: 'Ben Ray' })
    const tables = await deps.db.snapshot((still) => rowsNaming(still, [ann.id, 'ANN.LEE@office.example', ann.name]))
    const names = tables.map(({ name }) => name)
    assert.ok(names.includes('people_account') && names.includes('audit_entry'), names.join())
    const [account] = tables.find(({ name }) => name === 'people_account')?.rows ?? []
    assert.equal(account?.email, 'ann.lee@office.example')
    assert.equal(account?.password_hash, '[left out: a secret]')
    const text = JSON.stringify(tables)
    assert.ok(!text.includes('scrypt') && !text.includes('argon2') && !text.includes('$'), 'a password hash was told')
    assert.ok(!text.includes(ben.id))
  })
})
