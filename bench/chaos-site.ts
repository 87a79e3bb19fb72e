import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MIGRATIONS } from '#migrations/all.js'
import type { Db } from '#platform/db/db.js'
import { migrate } from '#platform/db/migrate.js'
import { openPostgres } from '#platform/db/postgres.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, serve } from '#test/support/command.js'
import { assertNothingLost, makeWork, open, signIn, startWriting, type Work } from '#test/support/writers.js'

/** As many as a small office has people: their writes meet. */
export const AT_ONCE = 4

const root = mkdtempSync(join(tmpdir(), 'frankpledge-chaos-'))

/** Where everything of this run stands. */
export const chaosFolder = (...parts: string[]) => join(root, ...parts)
export const sweepUp = () => rmSync(root, { recursive: true, force: true })

export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** An office under attack: how its register is opened, with which settings its server runs, and how its clock is moved. */
export type Site = {
  readonly name: string
  readonly settings: Record<string, string>
  readonly open: () => Db
  readonly work: Work
  readonly moveClock: (milliseconds: number) => void
  /** The worker has a clock of its own. */
  readonly workerSettings: Record<string, string>
  readonly moveWorkerClock: (milliseconds: number) => void
}

export async function aSite(name: string, url?: string): Promise<Site> {
  const folder = chaosFolder(name)
  mkdirSync(folder, { recursive: true })
  const openIt = () => (url ? openPostgres(url) : openSqlite(join(folder, 'register.sqlite')))
  const db = openIt()
  await migrate(db, MIGRATIONS)
  const work = await makeWork(db, folder)
  await db.close()
  const clock = chaosFolder(`${name}.clock`)
  const moved = `--import=${new URL('./moved-clock.js', import.meta.url).href}`
  const settings = {
    ...{ FRANKPLEDGE_DATA: folder, CLOCK_FILE: clock, NODE_OPTIONS: moved },
    ...(url && { DATABASE_URL: url }),
  }
  return {
    ...{ name, work, open: openIt, settings },
    moveClock: (milliseconds) => writeFileSync(clock, `${milliseconds}`),
    workerSettings: { ...settings, CLOCK_FILE: `${clock}-of-worker` },
    moveWorkerClock: (milliseconds) => writeFileSync(`${clock}-of-worker`, `${milliseconds}`),
  }
}

/** Works on the register itself, as nobody in an office does. */
export async function inRegister<T>({ open: openIt }: Site, task: (db: Db) => Promise<T>): Promise<T> {
  const db = openIt()
  try {
    return await task(db)
  } finally {
    await db.close()
  }
}

export function check(site: Site, acknowledged: readonly string[]): Promise<void> {
  return inRegister(site, (db) => assertNothingLost(db, site.work.planId, acknowledged))
}

export async function verified({ settings }: Site): Promise<string> {
  return (await frankpledge(settings, 'verify')).code === 0 ? 'every hash verifies' : 'VERIFY FAILED'
}

type Trouble = {
  readonly what: string
  readonly rounds: number
  /** What happens, each time; it is given the address of the server and a session. */
  readonly happens: (round: number, at: { url: string; cookie: string }) => Promise<void> | void
}

/** Something happens to a server while people write, several times over; it must still be writing at the end. */
export async function troubled(site: Site, { what, rounds, happens }: Trouble): Promise<void> {
  const server = await serve(site.settings)
  const cookie = await signIn(server.url, site.work)
  const page = server.url + site.work.address
  const writing = startWriting([page], await open(page, cookie), { people: AT_ONCE, label: what })
  for (let round = 0; round < rounds; round += 1) {
    await wait(300)
    await happens(round, { url: server.url, cookie })
  }
  const before = writing.acknowledged.length
  for (let waited = 0; waited < 100 && writing.acknowledged.length === before; waited += 1) await wait(100)
  const wentOn = writing.acknowledged.length > before
  await writing.stop()
  await server.stop()
  await check(site, writing.acknowledged)
  const outcome = `${wentOn ? 'went on by itself' : 'STOPPED'}, ${await verified(site)}`
  report(site, what, writing.acknowledged.length, outcome)
}

export function report({ settings }: Site, what: string, acknowledged: number, outcome: string): void {
  const database = settings.DATABASE_URL ? 'PostgreSQL' : 'SQLite'
  console.log(`| ${what} | ${database} | ${acknowledged} | 0 | ${outcome} |`)
}
