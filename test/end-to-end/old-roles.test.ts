import assert from 'node:assert/strict'
import { it } from 'node:test'
import { WHOLE_OFFICE } from '#kernel/roles.js'
import { MIGRATIONS } from '#migrations/all.js'
import { allAccounts } from '#modules/people/index.js'
import { writing } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'

it('keeps what everyone could do when one role became several', async () => {
  const db = openSqlite(':memory:')
  const at = MIGRATIONS.findIndex(({ name }) => name === '0030-people-roles')
  await migrate(db, MIGRATIONS.slice(0, at))
  const before = ['office', 'force', 'partner', 'panel', 'visitor', 'auditor']
  await db.transaction(async (tx) => {
    for (const role of before) {
      const account = { id: role, email: `${role}@wessex.example`, name: role, role, password_hash: 'x' }
      const row = { ...account, is_active: 1, created_at: '2024-05-02T09:00:00.000Z', version: 1 }
      await writing<{ people_account: typeof row }>(tx).insertInto('people_account').values(row).execute()
    }
  })
  await migrate(db, MIGRATIONS)
  const after = new Map((await allAccounts(db)).map(({ id, roles }) => [id, roles]))
  assert.deepEqual(
    after.get('office')?.map(({ role }) => role),
    WHOLE_OFFICE,
  )
  for (const role of before.slice(1)) assert.deepEqual(after.get(role), [{ role, from: '2024-05-02', until: null }])
  await db.close()
})
