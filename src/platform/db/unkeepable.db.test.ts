import assert from 'node:assert/strict'
import { it } from 'node:test'
import { describeOnEachDatabase, openTestDb } from '#test/support/databases.js'
import { sql, type Tx } from './db.js'
import { fillRegister, registerAsSource } from './fill-register.js'
import { UnkeepableText } from './unkeepable.js'

const keep = (tx: Tx, summary: string) =>
  sql`insert into operations_run (id, kind, due, attempts, started_at, summary)
    values ('o', 'backup', 'day', 1, 'now', ${summary})`.execute(tx.source)

describeOnEachDatabase('a text that not every database can keep', (open) => {
  for (const [what, text] of [
    ['NUL', 'Wes\0sex'],
    ['half of a character', 'Wessex \ud83d'],
  ] as const) {
    it(`is refused with ${what} in it, and nothing of its transaction is kept`, async () => {
      const db = await open()
      const both = db.transaction(async (tx) => {
        await sql`update audit_head set seq = seq`.execute(tx.source)
        await keep(tx, text)
      })
      await assert.rejects(both, UnkeepableText)
      await assert.rejects(sql`select 1 as one from audit_head where hash = ${text}`.execute(db.source), UnkeepableText)
      const { rows } = await sql`select id from operations_run`.execute(db.source)
      assert.equal(rows.length, 0)
    })
  }

  it('is kept as it is, sign for sign, when every character is whole', async () => {
    const db = await open()
    const text = `Wes\tsex\n\u0001 ${'🙂'.repeat(10_000)} \u202e\ufeff`
    await db.transaction((tx) => keep(tx, text))
    const { rows } = await sql<{ summary: string }>`select summary from operations_run`.execute(db.source)
    assert.equal(rows[0]?.summary, text)
  })

  it('stops a move of an office that took it in long ago, and says where it stands', async () => {
    const [from, to] = [await openTestDb(), await open()]
    await from.transaction((tx) => keep(tx, 'Old'))
    await from.transaction((tx) => sql`update operations_run set summary = 'Old' || char(0)`.execute(tx.source))
    const moving = from.snapshot(async (still) => {
      const source = await registerAsSource(still)
      await to.transaction((tx) => fillRegister(tx, source))
    })
    await assert.rejects(moving, /In the table operations_run, the summary of o has a character that cannot be kept/)
    await from.close()
  })
})
