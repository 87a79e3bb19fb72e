import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { MIGRATIONS } from '#migrations/all.js'
import { auditEntries, verifyAudit } from '#platform/audit/audit.queries.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'

const ROUNDS = 20
const folder = mkdtempSync(join(tmpdir(), 'frankpledge-kill-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Lets the writer run for a moment, kills it without warning, and says what it had acknowledged. */
async function writeAndKill(writer: ChildProcess, milliseconds: number): Promise<string[]> {
  const acknowledged: string[] = []
  writer.on('message', (subject) => acknowledged.push(String(subject)))
  await once(writer, 'message')
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  writer.kill('SIGKILL')
  await once(writer, 'exit')
  return acknowledged
}

it(`loses nothing that was acknowledged when the process is killed, ${ROUNDS} times`, async () => {
  const file = join(folder, 'register.sqlite')
  const first = openSqlite(file)
  await migrate(first, MIGRATIONS)
  await first.close()
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const script = fileURLToPath(new URL('./killed-writer.js', import.meta.url))
    const writer = fork(script, [file, String(round)], { stdio: 'inherit' })
    acknowledged.push(...(await writeAndKill(writer, 20 + ((round * 37) % 120))))
    const db = openSqlite(file)
    const kept = new Set((await auditEntries(db, 1_000_000)).map((entry) => entry.subject))
    const lost = acknowledged.filter((subject) => !kept.has(subject))
    const chain = await verifyAudit(db)
    await db.close()
    assert.deepEqual(lost, [], `round ${round}`)
    assert.ok(chain.intact, `round ${round}: the audit chain is broken`)
  }
  assert.ok(acknowledged.length > ROUNDS, 'the writers had no time to write')
})
