import { randomBytes } from 'node:crypto'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { err, ok, type Result } from '#kernel/result.js'
import type { Filled } from '#modules/bindings/index.js'
import { noteLakeFiles } from '#modules/operations/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { toCsv } from '#platform/csv.js'
import type { Deps } from '#platform/deps.js'
import { Conflict } from '#platform/errors.js'
import { handedFile } from '#platform/handover/files.js'
import type { HandedFile } from '#platform/handover/manifest.js'
import type { LakeProblem } from '#platform/lake/source-place.js'
import { type ProcessProblem, runLimited, type StartedProcess, startWriting } from '#platform/limited-process.js'
import { lastNumbers } from '../data/files.queries.js'
import { insertImport } from '../data/files.store.js'
import { SET_ASIDE_FILE } from '../domain/files.js'
import type { ImportOrder, ImportWork, Survey } from '../jobs/import-order.js'
import { fillBindings } from './fill-bindings.js'
import { type ImportOutcome, outcomeOf, rowsOfImport } from './import-outcome.js'
import { forcesByName, type ImportPlan, planImport } from './import-plan.js'
import { countAhead } from './placed-counts.js'
import { sweepLake } from './sweep-lake.js'

/** What somebody wants taken in: archives, folders, files; and their release, where they know it. */
export type ImportRequest = { readonly paths: readonly string[]; readonly release?: string }

/** What an import did, and the measures that it filled. */
export type TakenIn = ImportOutcome & { readonly filled: readonly Filled[] }

/** Told while an import runs: how much of it is done. */
export type ImportProgress = (label: string, done: number, total: number) => void

const SURVEYING = new URL('../jobs/survey.child.js', import.meta.url)
const IMPORTING = new URL('../jobs/import.child.js', import.meta.url)
const SURVEY_LIMITS = { megabytes: 400, seconds: 600 }
const IMPORT_LIMITS = { megabytes: 1900, seconds: 6 * 3600 }
/** Of the import's memory, for the engine; the rest is for files on their way to it. */
const ENGINE_MEGABYTES = 900

const NOT_INSTALLED = {
  file: 'Police data',
  problem: 'need the optional package @duckdb/node-api, which is not installed here',
}

/**
 * Takes in files of data.police.uk: all that stand at the paths, or none. A newer release of a month takes the place of
 * the older one and what changed is logged; an older one is kept as history; the same file again changes nothing. Then
 * the measures that crimes are bound to are filled.
 */
export async function importPoliceFiles(
  deps: Deps,
  actor: Actor,
  request: ImportRequest,
  progress: ImportProgress = () => undefined,
): Promise<Result<TakenIn, LakeProblem>> {
  requirePermission(actor, 'police-data:import')
  if (!deps.lake.isThere()) return err(NOT_INSTALLED)
  const paths = request.paths.map((path) => resolve(path))
  progress('Looking', 0, 1)
  // Ready by the time it is known what stands at the paths.
  const importer = startImporter(deps.lake.folder, progress)
  try {
    const survey = await inChild(paths, runLimited<Result<Survey, LakeProblem>>(SURVEYING, { paths }, SURVEY_LIMITS))
    if (!survey.ok) return survey
    progress('Looking', 1, 1)
    const plan = await planImport(deps, survey.value, { paths, release: request.release })
    if (!plan.ok) return plan
    await sweepLake(deps)
    return await takeIn(deps, actor, importer, { paths, survey: survey.value, plan: plan.value })
  } finally {
    importer.stop()
  }
}

function startImporter(folder: string, progress: ImportProgress): StartedProcess {
  const onProgress = (told: unknown) => {
    const { done, total } = told as { done: number; total: number }
    progress('Taking in', done, total)
  }
  return startWriting(IMPORTING, IMPORT_LIMITS, { folder, onProgress })
}

type Planned = { readonly paths: readonly string[]; readonly survey: Survey; readonly plan: ImportPlan }

async function takeIn(
  deps: Deps,
  actor: Actor,
  importer: StartedProcess,
  planned: Planned,
): Promise<Result<TakenIn, LakeProblem>> {
  const { paths, plan } = planned
  const name = randomBytes(4).toString('hex')
  const workFolder = join(deps.lake.folder, `.incoming-${name}`)
  await mkdir(workFolder, { recursive: true })
  try {
    const numbers = await lastNumbers(deps.db)
    const order: ImportOrder = {
      ...{ lakeFolder: deps.lake.folder, workFolder, files: plan.files, known: plan.known },
      ...{ forcesByName: forcesByName(), firstSource: numbers.files + 1, megabytes: ENGINE_MEGABYTES },
    }
    const work = await inChild(paths, importer.ask<Result<ImportWork, LakeProblem>>(order))
    if (!work.ok) return work
    const told = { ...planned, work: work.value }
    if (work.value.files.length === 0) return ok({ ...(await outcomeOf(deps, { ...told, number: null })), filled: [] })
    const number = numbers.imports + 1
    const folder = `imports/${String(number).padStart(6, '0')}-${name}`
    await keep(deps, actor, { ...told, number, workFolder, folder })
    const outcome = await outcomeOf(deps, { ...told, number })
    await countAhead(deps, outcome.forces, outcome.months)
    return ok({ ...outcome, filled: await fillBindings(deps, actor) })
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
}

/** An answer of a child process, or why it gave none, as a problem of the files. */
async function inChild<T>(
  paths: readonly string[],
  asked: Promise<Result<Result<T, LakeProblem>, ProcessProblem>>,
): Promise<Result<T, LakeProblem>> {
  const answer = await asked
  if (answer.ok) return answer.value
  const problems: Readonly<Record<ProcessProblem['code'], string>> = {
    'too-big': 'need more memory than an import may take',
    'too-slow': 'take longer than an import may take',
    failed: `could not be taken in: ${'message' in answer.error ? answer.error.message : ''}`,
  }
  return err({ file: paths.join(', '), problem: problems[answer.error.code] })
}

type Keeping = Planned & {
  readonly work: ImportWork
  readonly number: number
  readonly workFolder: string
  readonly folder: string
}

/** Gives the new files their place, then enters them in the register; if that fails, they are as if never there. */
async function keep(deps: Deps, actor: Actor, keeping: Keeping): Promise<void> {
  const { number, workFolder, folder, work } = keeping
  const place = join(deps.lake.folder, folder)
  const report = await writeReport(workFolder, work)
  const written = [...work.written, ...report].map((file) => ({ ...file, path: `${folder}/${file.path}` }))
  await mkdir(dirname(place), { recursive: true })
  await movedTo(workFolder, place)
  try {
    await deps.db.transaction(async (tx) => {
      const last = await lastNumbers(tx)
      if (last.imports + 1 !== number) throw new Conflict('the police data')
      const told = { number, folder, at: deps.now().toISOString(), by: actor.name }
      await insertImport(tx, rowsOfImport(keeping, told))
      await noteLakeFiles(tx, written, told.at)
      const { release } = keeping.plan.release
      const detail = { release, files: work.files.length, setAside: work.setAside.length }
      await deps.audit(tx, actor, { action: 'police-data.import', subject: `police-data/${number}`, detail })
    })
  } catch (problem) {
    await rm(place, { recursive: true, force: true })
    throw problem
  }
}

/** In one step; copied where the lake's `imports` are another disk, as a mounted bucket is. Nothing counts before the register says so. */
async function movedTo(workFolder: string, place: string): Promise<void> {
  try {
    await rename(workFolder, place)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EXDEV') throw problem
    await cp(workFolder, place, { recursive: true })
  }
}

/** The report of the rows that were set aside, where there are any. */
async function writeReport(folder: string, { setAside }: ImportWork): Promise<HandedFile[]> {
  if (setAside.length === 0) return []
  const rows = setAside.map(({ file, line, reason, content }) => [file, line, reason, content])
  const path = join(folder, SET_ASIDE_FILE)
  await writeFile(path, toCsv(['File', 'Line', 'Reason', 'Content'], rows))
  return [await handedFile(path, SET_ASIDE_FILE)]
}
