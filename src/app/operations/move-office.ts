import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS } from '#migrations/all.js'
import { verifyAudit } from '#platform/audit/audit.queries.js'
import { stepsTaken } from '#platform/db/catalogue.js'
import type { Db, Tx } from '#platform/db/db.js'
import { fillRegister, isUntouched, registerAsSource } from '#platform/db/fill-register.js'
import { migrate } from '#platform/db/migrate.js'
import type { TableHash } from '#platform/db/table-rows.js'
import { Obstacle } from '#platform/errors.js'
import type { OfficeManifest } from '#platform/handover/manifest.js'
import { problemsWithOffice, readOffice } from '#platform/handover/read-office.js'
import { copyLake } from '#platform/lake/copy-lake.js'
import { openAsItIs, type RegisterPlace, stepsMissing, whereIs, withReasons } from '../open-register.js'

/** How far it is, in parts of a whole. */
type OnPart = (done: number, all: number) => void

/** What a register was when it was filled: its tables with their fingerprints, and where its audit trail ends. */
export type Filled = { readonly tables: readonly TableHash[]; readonly entries: number; readonly head: string }

/**
 * Copies every row of a register into an empty one of either engine, compares each table with what was sent and walks
 * the audit trail, all in one transaction of the new one: it is complete or as empty as before. Nothing can be written to
 * the old one meanwhile.
 */
export async function moveRegister(from: Db, place: RegisterPlace, onPart: OnPart): Promise<Filled> {
  return intoEmpty(place, (tx) =>
    from.transaction(async (still) => {
      await migrate(tx, MIGRATIONS)
      const tables = await fillRegister(tx, await registerAsSource(still), onPart)
      return { tables, ...(await wholeChain(tx)) }
    }),
  )
}

/**
 * Fills an empty installation with an exported office. An office that was exported by an earlier version arrives in the
 * schema that it had, is compared there, and then takes the steps that came since.
 */
export async function takeInOffice(
  place: RegisterPlace,
  folder: string,
  { manifest, onPart }: { manifest: OfficeManifest; onPart: OnPart },
): Promise<{ entries: number; policeImports: number }> {
  const unknown = manifest.schema.filter((name) => !MIGRATIONS.some((step) => step.name === name))
  if (unknown.length > 0) throw new Obstacle(`A newer Frankpledge exported this office: install that one (${unknown}).`)
  const [problem] = await problemsWithOffice(folder, manifest)
  if (problem) throw new Obstacle(`This is not what was exported, so nothing was changed: ${problem}.`)
  const entries = await intoEmpty(place, async (tx) => {
    const asExported = MIGRATIONS.filter(({ name }) => manifest.schema.includes(name))
    const taken = await stepsTaken(tx)
    if (taken.length > asExported.length)
      throw new Obstacle(
        'This office was exported by an earlier version: begin with an installation that nobody has started.',
      )
    await migrate(tx, asExported)
    await readOffice(tx, folder, { manifest, onTable: onPart })
    await migrate(tx, MIGRATIONS)
    return (await wholeChain(tx)).entries
  })
  return { entries, policeImports: await copyLake(join(folder, 'lake'), join(place.dataFolder, 'lake')) }
}

/** Opens a place that must hold no office, and keeps what the work does there only when all of it succeeds. */
async function intoEmpty<T>(place: RegisterPlace, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withReasons(place, async () => {
    const isNew = !place.databaseUrl && !existsSync(place.databaseFile)
    const db = openAsItIs(place)
    try {
      return await db.transaction(async (tx) => {
        await refuseFilled(tx, place)
        return work(tx)
      })
    } catch (problem) {
      await db.close()
      // A file that this call made and left empty.
      if (isNew) for (const end of ['', '-wal', '-shm']) rmSync(`${place.databaseFile}${end}`, { force: true })
      throw problem
    } finally {
      await db.close()
    }
  })
}

async function refuseFilled(tx: Tx, place: RegisterPlace): Promise<void> {
  if ((await stepsTaken(tx)).length === 0) return
  await stepsMissing(tx)
  if (!(await isUntouched(tx)))
    throw new Obstacle(`${whereIs(place)} holds an office already, so nothing was changed. Name an empty place.`)
}

async function wholeChain(tx: Tx): Promise<{ entries: number; head: string }> {
  const chain = await verifyAudit(tx)
  if (!chain.intact) throw new Obstacle(`The audit trail is damaged, so nothing was changed: ${chain.problem}.`)
  return { entries: chain.entries, head: chain.head }
}
