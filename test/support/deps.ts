import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { systemActor } from '#platform/actor.js'
import { auditWith } from '#platform/audit/audit.js'
import { secretsIn } from '#platform/auth/secrets.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { openLake } from '#platform/lake/open-lake.js'

/** The day that tests are on, unless they say otherwise. */
export const TEST_DAY = isoDate('2025-04-30')

/** What an action needs, over a register, with a clock that stands at noon of the day given. */
export function testDeps(db: Db, day: IsoDate = TEST_DAY): Deps {
  const now = () => new Date(`${day}T12:00:00Z`)
  const folder = testFolder()
  const secrets = secretsIn({ file: join(folder, 'secret.key'), mayMake: true })
  const trust = { publicUrl: 'http://localhost:3000', secrets, isBreached: async () => false }
  return { db, lake: openLake(folder), trust, now, today: () => day, newId: () => v7(), audit: auditWith(now) }
}

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** Where a lake of its own may come to stand; it goes when the tests are over. */
function testFolder(): string {
  const folder = join(tmpdir(), `frankpledge-lake-${randomUUID()}`)
  folders.push(folder)
  return folder
}

/** The command line's own actor: may do everything. */
export const SYSTEM = systemActor('Test')
