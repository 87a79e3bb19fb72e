import { stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { accountsToReview, accountsWithoutFactor } from '#modules/people/index.js'
import { auditHead, verifyAudit } from '#platform/audit/audit.queries.js'
import { stepsTaken } from '#platform/db/catalogue.js'
import { noticesDamage } from '#platform/db/integrity.js'
import { filesIn } from '#platform/db/kept-files.js'
import type { Deps } from '#platform/deps.js'
import { lakeFilesSeen } from '../data/lake-file.queries.js'
import { lastBackup, lastRun } from '../data/run.queries.js'
import { hasDied } from '../domain/run.js'
import { type Affair, affairsOf, type Facts } from '../domain/state-of-affairs.js'

/** As many as are walked within a second. */
const MOST_ENTRIES = 20_000

/** How the installation is, now. */
export async function readAffairs(deps: Deps): Promise<Affair[]> {
  const { db, lake, now, today } = deps
  const steps = await stepsTaken(db)
  const backup = await lastBackup(db)
  return affairsOf({
    now: now(),
    backup,
    ...(await otherBackups(deps)),
    rehearsal: await lastRun(db, 'rehearsal'),
    disk: await roomFor(dirname(lake.folder)),
    backupDisk: await otherRoom(dirname(lake.folder), backup?.detail.file),
    noticesDamage: await noticesDamage(db),
    trail: await trailOf(deps),
    schema: { steps: steps.length, last: steps.at(-1) ?? '' },
    withoutFactor: await accountsWithoutFactor(db),
    toReview: await accountsToReview(db, today()),
    files: await filesOf(deps),
    lake: { files: (await lakeFilesSeen(db)).length, isReadable: lake.isThere() },
  })
}

async function trailOf({ db }: Deps): Promise<Facts['trail']> {
  const entries = await auditHead(db)
  if (entries > MOST_ENTRIES) return { entries, wasWalked: false }
  const report = await verifyAudit(db)
  return { entries, wasWalked: true, ...(!report.intact && { problem: report.problem }) }
}

async function filesOf({ db }: Deps): Promise<Facts['files']> {
  const [here, there] = [await filesIn(db, 'register'), await filesIn(db, 'store')]
  const problem = await db.files?.problem()
  const store = db.files && { name: db.files.name, ...(problem !== undefined && { problem }) }
  return { inRegister: here.length, inStore: there.length, ...(store && { store }) }
}

/** The backup that is under way, and the last that went wrong: it failed, or its process never ended it. */
async function otherBackups({ db, now }: Deps): Promise<Pick<Facts, 'failedBackup' | 'underWay'>> {
  const last = await lastRun(db, 'backup')
  const open = last?.outcome === null ? last : undefined
  const died = open && hasDied(open, now()) ? open : undefined
  return { failedBackup: died ?? (await lastRun(db, 'backup', 'failed')), underWay: died ? undefined : open }
}

/** The room where a backup stands, where that is another disk. */
async function otherRoom(folder: string, file: string | undefined): Promise<Facts['disk']> {
  if (file === undefined) return undefined
  const [here, there] = await Promise.all([folder, dirname(file)].map((each) => stat(each).catch(() => undefined)))
  return here && there && here.dev !== there.dev ? roomFor(dirname(file)) : undefined
}

async function roomFor(folder: string): Promise<Facts['disk']> {
  const found = await statfs(folder).catch(() => undefined)
  return found && { free: found.bavail * found.bsize, size: found.blocks * found.bsize }
}
