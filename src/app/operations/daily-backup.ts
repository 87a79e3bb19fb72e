import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type IsoDate, isIsoDate, ukDateOf } from '#kernel/dates.js'
import { countOf } from '#kernel/words.js'
import { backupsToForget, beginRun, endRun, lastBackup, noteOlderLakeFiles } from '#modules/operations/module.js'
import { foldersOfImports } from '#modules/police-data/module.js'
import { systemActor } from '#platform/actor.js'
import type { Config } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import { reasonInWords } from '#platform/machine-reasons.js'
import { noneWhereMissing } from '#platform/missing-folder.js'
import { backUp, partsOfBackup } from './back-up.js'
import { rehearse } from './rehearse.js'

const ACTOR = systemActor('Scheduled backup')

/** What the day's backup came to. */
export type DailyBackup = { readonly file: string; readonly problems: readonly string[]; readonly forgotten: number }

/**
 * Takes the backup of the day, tries it out, and forgets the backups that are no longer needed. One process does it:
 * nothing is answered where it was done, or another is at it, or what failed `byItself` has to wait.
 */
export async function dailyBackup(deps: Deps, config: Config, byItself: boolean): Promise<DailyBackup | undefined> {
  const day = ukDateOf(deps.now())
  const due = { kind: 'backup', due: day, byItself } as const
  if (!(await beginRun(deps, ACTOR, due))) return undefined
  const file = fileOf(config, day)
  try {
    await noteOlderLakeFiles(deps, ACTOR, await foldersOfImports(deps.db))
    await mkdir(config.backupFolder, { recursive: true, mode: 0o700 })
    // What an attempt that was cut short has left.
    for (const part of partsOfBackup(file)) await rm(part, { recursive: true, force: true })
    const { manifest } = await backUp(config, file, await newestBefore(config, day))
    const others = [...manifest.lake, ...manifest.files]
    const bytes = manifest.register.bytes + others.reduce((sum, each) => sum + each.bytes, 0)
    const summary = `${countOf(manifest.audit.entries, 'audit entry', 'audit entries')} and ${countOf(manifest.lake.length, 'file')} of police data`
    await endRun(deps, ACTOR, due, { outcome: 'well', summary, detail: { file, bytes } })
  } catch (problem) {
    const summary = reasonInWords(problem)
    await endRun(deps, ACTOR, due, { outcome: 'failed', summary })
    return { file, problems: [summary], forgotten: 0 }
  }
  const problems = await tryOut(deps, config, file)
  return { file, problems, forgotten: problems.length === 0 ? await forgetOld(config) : 0 }
}

/** Tries a backup out and keeps what came of it; says what is wrong. */
export async function tryOut(deps: Deps, config: Config, file: string): Promise<readonly string[]> {
  const due = { kind: 'rehearsal', due: `${file} ${deps.now().toISOString()}` } as const
  await beginRun(deps, ACTOR, due)
  const { problems } = await rehearse(config, file).catch((problem: unknown) => ({
    problems: [reasonInWords(problem)],
  }))
  const summary = problems[0] ?? 'It was restored to a place of its own, and everything in it was as it should be'
  await endRun(deps, ACTOR, due, { outcome: problems.length === 0 ? 'well' : 'failed', summary, detail: { file } })
  return problems
}

/** The backup to try out when none is named: the last that went well. */
export async function newestBackup(deps: Deps): Promise<string | undefined> {
  const file = (await lastBackup(deps.db))?.detail.file
  return file !== undefined && existsSync(file) ? file : undefined
}

function fileOf({ backupFolder, databaseUrl }: Config, day: IsoDate): string {
  return join(backupFolder, `daily-${day}.${databaseUrl ? 'pgdump' : 'sqlite'}`)
}

/** The days that have a backup of ours; files of other names in the folder are never touched. */
async function daysKept(config: Config): Promise<IsoDate[]> {
  const names = await readdir(config.backupFolder).catch(noneWhereMissing)
  const days = names.flatMap((name) => /^daily-(.{10})\.(sqlite|pgdump)$/.exec(name)?.[1] ?? [])
  return [...new Set(days.filter(isIsoDate))].sort()
}

async function newestBefore(config: Config, day: IsoDate): Promise<string | undefined> {
  const newest = (await daysKept(config)).filter((each) => each < day).at(-1)
  return newest && fileOf(config, newest)
}

async function forgetOld(config: Config): Promise<number> {
  const forgotten = backupsToForget(await daysKept(config))
  for (const day of forgotten) {
    for (const part of partsOfBackup(fileOf(config, day))) await rm(part, { recursive: true, force: true })
  }
  return forgotten.length
}
