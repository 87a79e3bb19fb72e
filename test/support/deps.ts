import { v7 } from 'uuid'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { systemActor } from '#platform/actor.js'
import { auditWith } from '#platform/audit/audit.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'

/** The day that tests are on, unless they say otherwise. */
export const TEST_DAY = isoDate('2025-04-30')

/** What an action needs, over a register, with a clock that stands at noon of the day given. */
export function testDeps(db: Db, day: IsoDate = TEST_DAY): Deps {
  const now = () => new Date(`${day}T12:00:00Z`)
  return { db, now, today: () => day, newId: () => v7(), audit: auditWith(now) }
}

/** The command line's own actor: may do everything. */
export const SYSTEM = systemActor('Test')
