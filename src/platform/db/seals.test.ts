import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { openTestDb } from '#test/support/databases.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'
import type { Db } from './db.js'
import { sql } from './db.js'
import { databaseProblems } from './integrity.js'
import { brokenSeals, keepSealed } from './seals.js'
import { openSqlite } from './sqlite.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-seals-'))
after(() => rmSync(root, { recursive: true, force: true }))

/** A register in a file of its own, with every table. */
async function aRegister(name: string): Promise<{ file: string; db: Db }> {
  const file = join(root, `${name}.sqlite`)
  return { file, db: await openTestDb(file) }
}

const run = (db: Db, ...statements: string[]) =>
  db.transaction(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx.source)
  })

const keep = (id: string, summary: string) =>
  `insert into operations_run (id, kind, due, attempts, started_at, summary) values ('${id}', 'backup', '${id}', 1, 'now', ${summary})`

describe('the seals of a SQLite register', () => {
  it('hold whatever an office does', async () => {
    const { db } = await aRegister('office')
    await anOfficeWithPlan(testDeps(db))
    assert.deepEqual(await brokenSeals(db), [])
    await db.close()
  })

  it('hold after any rows that come, change and go, in one transaction or many, kept or undone', async () => {
    const { db } = await aRegister('any')
    const id = fc.constantFrom('a', 'b', 'c')
    const value = fc.constantFrom("'text'", "''", 'null', "'é 🙂'", "char(10) || 'x'")
    const step = fc.oneof(
      fc.record({ does: fc.constant('put'), id, value }),
      fc.record({ does: fc.constant('change'), id, value }),
      fc.record({ does: fc.constant('rename'), id, value }),
      fc.record({ does: fc.constant('drop'), id, value }),
    )
    const statementOf = ({ does, id: row, value: to }: { does: string; id: string; value: string }) => {
      if (does === 'put') return `${keep(row, to)} on conflict do update set attempts = attempts + 1, summary = ${to}`
      if (does === 'change') return `update operations_run set summary = ${to}, attempts = 7 where id = '${row}'`
      if (does === 'rename') return `update or replace operations_run set id = 'z' where id = '${row}'`
      return `delete from operations_run where id = '${row}'`
    }
    const transaction = fc.record({ steps: fc.array(step, { maxLength: 5 }), isKept: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 4 }), async (transactions) => {
        for (const { steps, isKept } of transactions) {
          const statements = steps.map(statementOf)
          await run(db, ...statements, ...(isKept ? [] : ['no such statement'])).catch(() => {})
        }
        assert.deepEqual(await brokenSeals(db), [])
      }),
      { numRuns: 40 },
    )
    await db.close()
  })

  it('hold for numbers of every size, and for bytes', async () => {
    const { db } = await aRegister('numbers')
    for (const [at, number] of ['0', '-0.0', '1e308', '5e-324', '-1.5', '3', '0.1'].entries())
      await run(
        db,
        `insert into files_kept (sha256, size, bytes) values ('${at}', ${2 ** 53 - 1 - at}, x'00ff${at}0')`,
        'create table if not exists odd (id integer primary key, value real) strict',
        `insert into odd values (${-at}, ${number})`,
      )
    assert.deepEqual(await brokenSeals(db), [])
    await db.close()
  })

  it('break at one bit of one text, in a table that nothing else guards, and the check of the database says where', async () => {
    const { db, file } = await aRegister('bit')
    await run(db, keep('a', "'This was recorded'"))
    await db.close()
    const bytes = readFileSync(file)
    const at = bytes.indexOf('This was recorded')
    assert.ok(at > 0)
    bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const again = openSqlite(file)
    const { problems } = await databaseProblems(again)
    assert.deepEqual(problems, [
      'a value in the table operations_run is not what was written: damage, or a change by other means',
    ])
    // What is written afterwards does not hide it.
    await run(again, keep('b', "'Later'"))
    assert.deepEqual(await brokenSeals(again), ['operations_run'])
    await again.close()
  })

  it('break at a number that has become larger than any that is written', async () => {
    const { db } = await aRegister('large')
    await run(db, keep('a', "'Counted'"))
    await run(db, "update operations_run set attempts = 4611686018427387905 where id = 'a'")
    assert.deepEqual(await brokenSeals(db), ['operations_run'])
    await db.close()
  })

  it('are put on a register that an earlier version kept, as it stands', async () => {
    const { db } = await aRegister('earlier')
    await run(db, 'drop table register_seal')
    await run(db, keep('a', "'Before'"))
    assert.deepEqual(await brokenSeals(db), [])
    await keepSealed(db)
    await run(db, keep('b', "'After'"))
    assert.deepEqual(await brokenSeals(db), [])
    await db.close()
  })
})
