import { spawn } from 'node:child_process'
import { ukDateOf } from '#kernel/dates.js'
import { isBackupDue } from '#modules/operations/module.js'
import type { Config } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'

const LOOK_EVERY_MS = 60_000

/**
 * Looks every minute whether the backup of the day is due and, if so, has it taken by a process of its own, so that pages
 * go on as before. Several servers on one register look; the backup itself sees to it that only one is taken.
 */
export function scheduleBackups(
  deps: Deps,
  { backupAt }: Config,
  log: (entry: Readonly<Record<string, unknown>>) => void,
): () => void {
  if (backupAt === undefined) return () => {}
  let isUnderWay = false
  const look = async () => {
    const now = deps.now()
    if (isUnderWay || ukTimeOf(now) < backupAt || !(await isBackupDue(deps.db, ukDateOf(now), now))) return
    isUnderWay = true
    log({ level: 'info', event: 'backup', state: 'begun' })
    const ended = await takeBackup()
    isUnderWay = false
    log({ level: ended === 0 ? 'info' : 'error', event: 'backup', state: ended === 0 ? 'done' : 'failed', code: ended })
  }
  const lookSafely = () => {
    look().catch((problem: unknown) => {
      isUnderWay = false
      log({
        level: 'error',
        event: 'backup',
        state: 'failed',
        error: problem instanceof Error ? problem.name : 'unknown',
      })
    })
  }
  const timer = setInterval(lookSafely, LOOK_EVERY_MS)
  timer.unref()
  lookSafely()
  return () => clearInterval(timer)
}

/** `frankpledge backup --daily --if-due` with the settings of this process; answers with its exit code. */
function takeBackup(): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', 'backup', '--daily', '--if-due'], {
    stdio: 'ignore',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? -1))
  })
}

/** The time of day by the clock of the United Kingdom, as 'HH:MM'. */
function ukTimeOf(moment: Date): string {
  return UK_TIME.format(moment)
}

const UK_TIME = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})
