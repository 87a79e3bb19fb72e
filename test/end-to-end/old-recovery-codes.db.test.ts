import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MIGRATIONS } from '#migrations/all.js'
import { recoveryText } from '#modules/people/actions/one-time-code.js'
import { typedCodeHash } from '#modules/people/actions/recovery-codes.js'
import { unusedRecoveryHashes } from '#modules/people/data/factor.queries.js'
import { writing } from '#platform/db/db.js'
import { schemaOver } from '#platform/db/schema.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'

const CODES = ['ABCDE-23456', 'FGHJK-78923', 'LMNPQ-45678']

describeOnEachDatabase('recovery codes of before they were hashed slowly', (open) => {
  it('open as before, and stand under no fast hash', async () => {
    const deps = testDeps(await open())
    const { id } = await anAccount(deps)
    await deps.db.transaction(async (tx) => {
      const codes = writing<{ people_recovery_code: { account_id: string; code_hash: string; used_at: null } }>(tx)
      for (const code of CODES) {
        const row = { account_id: id, code_hash: recoveryText(id, code) ?? '', used_at: null }
        await codes.insertInto('people_recovery_code').values(row).execute()
      }
    })
    const step = MIGRATIONS.find(({ name }) => name === '0033-people-recovery-codes')
    await deps.db.transaction(async (tx) => step?.up(schemaOver(tx.engine, tx.source)))
    const hashes = await unusedRecoveryHashes(deps.db, id)
    assert.equal(hashes.length, CODES.length)
    for (const hash of hashes) assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    for (const code of CODES) assert.ok(hashes.includes((await typedCodeHash(deps, id, code.toLowerCase())) ?? ''))
    assert.equal(await typedCodeHash(deps, id, 'ABCDE-23457'), undefined)
  })
})
