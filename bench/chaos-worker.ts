import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { frankpledge } from '#test/support/command.js'
import { inRegister, type Site } from './chaos-site.js'

const DAY_MS = 86_400_000
const cli = fileURLToPath(new URL('../command/cli.js', import.meta.url))

/** The process that takes the backup of the day, on a day of its own in each round. */
export function startWorker(site: Site, round: number): ChildProcess {
  site.moveWorkerClock(round * DAY_MS)
  const env = { ...process.env, DATABASE_URL: '', ...site.workerSettings }
  return spawn(process.execPath, [cli, 'backup', '--daily'], { env, stdio: 'ignore' })
}

/** How long a worker takes that nobody disturbs, in milliseconds. */
export async function undisturbed(site: Site): Promise<number> {
  const began = performance.now()
  await once(startWorker(site, 0), 'exit')
  return performance.now() - began
}

/** Ends it at once, if it has not ended by itself. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGKILL')
  await ended
}

/**
 * Each job is done once in effect: what was killed is nobody's until its lease of two hours is over, is then taken up by
 * one of those that ask at once, and every backup that the register knows of is there and whole.
 */
export async function jobsAreDoneOnce(site: Site, rounds: number): Promise<string> {
  const now = (await inRegister(site, runsOf)).filter(({ kind }) => kind === 'backup')
  const cut = now.filter(({ outcome }) => outcome === null).length
  site.moveWorkerClock((rounds + 1) * DAY_MS)
  await takenByOne(site)
  const killed = startWorker(site, rounds + 2)
  await begun(site, now.length + 2)
  await killWorker(killed)
  assert.equal((await asked(site, 3)).length, 0, 'a job was taken over while its worker might still be at it')
  site.moveWorkerClock((rounds + 2) * DAY_MS + 3 * 3_600_000)
  await takenByOne(site)
  const after = (await inRegister(site, runsOf)).filter(({ kind, outcome }) => kind === 'backup' && outcome === 'well')
  // Older ones may have been forgotten, as they should be.
  for (const { due } of after.slice(-5)) {
    const file = join(site.settings.FRANKPLEDGE_DATA ?? '', 'backups', fileOf(site, due))
    assert.equal((await frankpledge(site.settings, 'verify', file)).code, 0, `${file} is not whole`)
  }
  const left = readdirSync(site.settings.FRANKPLEDGE_DATA ?? '').filter((name) => name.startsWith('rehearsal-'))
  assert.deepEqual(left, [], 'what killed workers left was not taken away')
  return `${cut} backups cut short, ${after.length} taken, each once`
}

type RunRow = { kind: string; due: string; outcome: string | null }

async function runsOf(db: Parameters<Parameters<typeof inRegister>[1]>[0]): Promise<RunRow[]> {
  return (await sql<RunRow>`select kind, due, outcome from operations_run order by due`.execute(db.source)).rows
}

const fileOf = ({ settings }: Site, due: string) => `daily-${due}.${settings.DATABASE_URL ? 'pgdump' : 'sqlite'}`

/** Several processes ask for the job of the day at once; answers with the files of those that got it. */
async function asked({ workerSettings }: Site, processes: number): Promise<string[]> {
  const answers = await Promise.all(
    Array.from({ length: processes }, () => frankpledge(workerSettings, 'backup', '--daily', '--json')),
  )
  return answers.flatMap(({ code, stdout }) => {
    const told: { taken: boolean; file?: string } = JSON.parse(stdout)
    assert.equal(code, 0, stdout)
    return told.taken ? [told.file ?? ''] : []
  })
}

async function takenByOne(site: Site): Promise<void> {
  assert.equal((await asked(site, 3)).length, 1, 'the job of one day was taken by several, or by none')
}

/** Waits until the register says that so many backups were begun. */
async function begun(site: Site, count: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const runs = (await inRegister(site, runsOf)).filter(({ kind }) => kind === 'backup')
    if (runs.length >= count) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  assert.fail('the worker did not begin')
}
