import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import { describeOnEachDatabase, openTestDb } from '#test/support/databases.js'
import { anActionIn, anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount } from '#test/support/people.js'
import { stepsTaken, tablesOf } from './catalogue.js'
import type { Db } from './db.js'
import { fillRegister, isUntouched, registerAsSource } from './fill-register.js'
import { keepBytes } from './kept-files.js'
import { hashOfTable } from './table-rows.js'

const FILE = { sha256: 'a', file_name: 'a.csv', bytes: new Uint8Array([0, 1, 255]), kept_at: 'now', kept_by: 'x' }

/** An office with a plan, an action, an account and a file: rows that refer to others of their own table among them. */
async function anOffice(db: Db): Promise<void> {
  const deps = testDeps(db)
  const office = await anOfficeWithPlan(deps)
  await anActionIn(deps, office)
  await anAccount(deps)
  await db.transaction(async (tx) => {
    await keepBytes(tx, FILE.sha256, FILE.bytes)
    await sql`insert into imports_file (sha256, file_name, kept_at, kept_by)
      values (${FILE.sha256}, ${FILE.file_name}, ${FILE.kept_at}, ${FILE.kept_by})`.execute(tx.source)
  })
}

const hashesOf = (db: Db) =>
  db.snapshot(async (still) => {
    const hashes: Record<string, string> = {}
    for (const table of await tablesOf(still)) hashes[table.name] = (await hashOfTable(still, table)).sha256
    return hashes
  })

describeOnEachDatabase('a register filled from another', (open) => {
  it('has the same tables with the same columns on both engines', async () => {
    const [there, here] = [await openTestDb(), await open()]
    assert.deepEqual(
      (await tablesOf(here)).map(({ name, columns, key }) => [name, columns, key]),
      (await tablesOf(there)).map(({ name, columns, key }) => [name, columns, key]),
    )
    assert.deepEqual(await stepsTaken(here), await stepsTaken(there))
    await there.close()
  })

  it('holds the same in every table, there and back, with its audit trail intact', async () => {
    const [first, middle, last] = [await openTestDb(), await open(), await openTestDb()]
    await anOffice(first)
    for (const [from, to] of [
      [first, middle],
      [middle, last],
    ] as const) {
      assert.ok(await isUntouched(to))
      await from.snapshot(async (still) => {
        const source = await registerAsSource(still)
        await to.transaction((tx) => fillRegister(tx, source))
      })
      assert.ok(!(await isUntouched(to)))
      assert.deepEqual(await hashesOf(to), await hashesOf(from))
      assert.ok((await verifyAudit(to)).intact)
    }
    await first.close()
    await last.close()
  })

  it('is left as it was when a table does not arrive as it was sent', async () => {
    const [from, to] = [await openTestDb(), await open()]
    await anOffice(from)
    const source = await registerAsSource(from)
    const give: typeof source.give = async (table, take) => ({
      ...(await source.give(table, take)),
      ...(table.name === 'plan_node' && { sha256: 'another' }),
    })
    await assert.rejects(
      to.transaction((tx) => fillRegister(tx, { ...source, give })),
      /plan_node did not arrive as it was sent/,
    )
    assert.ok(await isUntouched(to))
    await from.close()
  })

  it('is refused a row that refers to nothing', async () => {
    const [from, to] = [await openTestDb(), await open()]
    await anOffice(from)
    const source = await registerAsSource(from)
    const give: typeof source.give = (table, take) =>
      source.give(table, async (rows) => (table.name === 'plan_plan' ? undefined : take(rows)))
    await assert.rejects(to.transaction((tx) => fillRegister(tx, { ...source, give })))
    assert.ok(await isUntouched(to))
    await from.close()
  })

  it('still refuses what refers to nothing afterwards', async () => {
    const [from, to] = [await openTestDb(), await open()]
    await anOffice(from)
    const source = await registerAsSource(from)
    await to.transaction((tx) => fillRegister(tx, source))
    await assert.rejects(
      to.transaction(async (tx) => {
        await sql`update plan_node set parent_id = 'nobody'`.execute(tx.source)
        // The fault must show at the statement, not at the end.
        await sql`update plan_node set parent_id = null`.execute(tx.source)
      }),
    )
    await from.close()
  })
})
