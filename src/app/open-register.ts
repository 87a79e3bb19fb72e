import { join } from 'node:path'
import { countOf } from '#kernel/words.js'
import { MIGRATIONS } from '#migrations/all.js'
import type { Config } from '#platform/config.js'
import { backUpPostgres, backUpSqlite } from '#platform/db/backup.js'
import { stepsTaken } from '#platform/db/catalogue.js'
import { damageIn, damageInWords } from '#platform/db/damage.js'
import type { Db } from '#platform/db/db.js'
import { isUntouched } from '#platform/db/fill-register.js'
import { migrate } from '#platform/db/migrate.js'
import { withFiles } from '#platform/db/open.js'
import { openPostgres } from '#platform/db/postgres.js'
import type { SchemaMigration } from '#platform/db/schema.js'
import { keepSealed } from '#platform/db/seals.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { Obstacle } from '#platform/errors.js'
import { openStore } from '#platform/files/open-store.js'
import { reasonInWords } from '#platform/machine-reasons.js'

/** Where a register is, and where its backups go. */
export type RegisterPlace = Pick<Config, 'databaseUrl' | 'databaseFile' | 'dataFolder' | 'backupFolder' | 'filesPlace'>

/** Opens the register that the settings name, and brings its schema up to date. */
export async function openRegister(place: RegisterPlace, steps: readonly SchemaMigration[] = MIGRATIONS): Promise<Db> {
  return withReasons(place, async () => {
    const db = openAsItIs(place)
    try {
      await bringUpToDate(db, place, steps)
    } catch (problem) {
      await db.close()
      throw problem
    }
    return db
  })
}

/** Opens the register as it stands, whatever its schema. */
export function openAsItIs({ databaseUrl, databaseFile, filesPlace }: RegisterPlace): Db {
  const files = openStore(filesPlace)
  const db = databaseUrl ? openPostgres(databaseUrl) : openSqlite(databaseFile)
  return files ? withFiles(db, files) : db
}

/** The steps of the schema's history that this program knows and the register has not taken. */
export async function stepsMissing(db: Db, steps: readonly SchemaMigration[] = MIGRATIONS): Promise<string[]> {
  const taken = await stepsTaken(db)
  const unknown = taken.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Obstacle(
      `A newer Frankpledge has upgraded this register (${unknown.join(', ')}): install that version or a newer one.`,
    )
  }
  return steps.map(({ name }) => name).filter((name) => !taken.includes(name))
}

/** An office's register is backed up before its schema changes; where a step fails, all of them are undone. */
async function bringUpToDate(db: Db, place: RegisterPlace, steps: readonly SchemaMigration[]): Promise<void> {
  const missing = await stepsMissing(db, steps)
  if (missing.length === 0) return keepSealed(db)
  const isNew = missing.length === steps.length || (await isUntouched(db))
  if (isNew) {
    await migrate(db, steps)
    return
  }
  const kept = await keepBefore(place).catch((problem: unknown) => {
    throw new Obstacle(
      `The upgrade (${countOf(missing.length, 'step')} of the schema) has not begun, because no backup could be made before it: ` +
        `${reasonInWords(problem)}. The register is as it was.`,
    )
  })
  try {
    await migrate(db, steps)
  } catch (problem) {
    throw new Obstacle(
      `The upgrade (${countOf(missing.length, 'step')} of the schema) failed and was undone: the register is as it was, ` +
        `and a backup from before is in ${kept}. Start the earlier version again. The reason: ${reasonInWords(problem)}`,
    )
  }
}

async function keepBefore({ databaseUrl, databaseFile, backupFolder }: RegisterPlace): Promise<string> {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '')
  const file = join(backupFolder, `before-upgrade-${stamp}.${databaseUrl ? 'pgdump' : 'sqlite'}`)
  if (databaseUrl) await backUpPostgres(databaseUrl, file)
  else await backUpSqlite(databaseFile, file)
  return file
}

/** Runs the work; what the machine or PostgreSQL refuses is told in a sentence that says where. */
export async function withReasons<T>(place: RegisterPlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (problem) {
    const damage = damageIn(problem)
    if (damage !== undefined) throw new Obstacle(damageInWords(whereIs(place), damage))
    throw cannotBeReached(problem) ? new Obstacle(`${whereIs(place)} cannot be opened: ${problem.message}`) : problem
  }
}

/** The system's own refusals (EACCES, ECONNREFUSED) and PostgreSQL's: no entry, no such database, not ready. */
function cannotBeReached(problem: unknown): problem is Error {
  const code = problem instanceof Error && 'code' in problem ? String(problem.code) : ''
  const isNoDatabase = problem instanceof Error && /unable to open database/.test(problem.message)
  return isNoDatabase || /^(E[A-Z]+|28\w{3}|3D\w{3}|08\w{3}|57P03)$/.test(code)
}

/** The register in words, for messages. */
export function whereIs({ databaseUrl, dataFolder }: RegisterPlace): string {
  return databaseUrl ? 'The PostgreSQL that DATABASE_URL names' : `The register in ${dataFolder}`
}
