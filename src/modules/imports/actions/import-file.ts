import { createHash } from 'node:crypto'
import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { countOf } from '#kernel/words.js'
import {
  type FigureQuestion,
  type FiguresOutcome,
  type FiguresRefusal,
  recordFigures,
  recordFiguresIn,
} from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { keepFile } from '../data/imports.store.js'
import { cellOf } from '../domain/raw-figures.js'
import type { ImportProblem, ImportQuestion } from '../domain/sheet.js'
import { type FileReading, type FileRequest, readFile } from './read-file.js'

/** What taking a file in changed, or would change: each new, changed and unchanged figure, in the file's order. */
export type ImportOutcome = Omit<FiguresOutcome, 'questions'> & {
  readonly questions: readonly ImportQuestion[]
  readonly sha256: string
  readonly sheet: string
  readonly notes: readonly string[]
}

/** Why a file is not taken in. Nothing of it is. */
export type ImportRefusal =
  | { readonly code: 'problems'; readonly problems: readonly ImportProblem[] }
  | { readonly code: 'source-incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'known-later'; readonly knownOn: IsoDate }
  /** Figures that may be slips, which nobody has confirmed. */
  | { readonly code: 'questions'; readonly questions: readonly ImportQuestion[] }

/**
 * Takes in a file of figures, whole or not at all, and keeps the file as it came. Figures that are known already
 * change nothing, so the same file may come twice. With `dryRun` it only says what would change.
 */
export async function importFile(
  deps: Deps,
  actor: Actor,
  request: FileRequest & { readonly dryRun?: boolean },
): Promise<Result<ImportOutcome, ImportRefusal>> {
  requirePermission(actor, 'measures:import')
  const read = await readFile(deps, request)
  if (!read.ok) return err({ code: 'problems', problems: read.error })
  if (!request.dryRun) return deps.db.transaction((tx) => takeInRead(tx, deps, actor, { request, reading: read.value }))
  const outcome = await recordFigures(deps, actor, { ...figuresRequest(request, read.value), dryRun: true })
  return outcomeOf(outcome, request, read.value)
}

/** The same inside a transaction that has more to do, with the file read before. */
export async function takeInRead(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { request, reading }: { readonly request: FileRequest; readonly reading: FileReading },
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const looked = await confirmed(tx, deps, actor, { request, reading })
  if (!looked.ok) return looked
  const taken = { ...figuresRequest(looked.value, reading), accept: looked.value !== request }
  const outcome = outcomeOf(await recordFiguresIn(tx, deps, actor, taken), request, reading)
  if (!outcome.ok || outcome.value.importId === null) return outcome
  const { fileName, bytes } = request
  const keeping = { at: deps.now().toISOString(), by: actor.name }
  await keepFile(tx, { sha256: outcome.value.sha256, fileName, bytes }, keeping)
  return outcome
}

/** The request with its confirmation among its reasons, where something is asked; refused where nobody confirmed it. */
async function confirmed(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { request, reading }: { readonly request: FileRequest; readonly reading: FileReading },
): Promise<Result<FileRequest, ImportRefusal>> {
  const accept = request.accept?.trim() ?? ''
  if (accept === '' && reading.questions.length === 0) return ok(request)
  const trial = { ...figuresRequest(request, reading), dryRun: true }
  const outcome = outcomeOf(await recordFigures({ ...deps, db: tx }, actor, trial), request, reading)
  if (!outcome.ok) return outcome
  const { questions } = outcome.value
  if (questions.length === 0) return ok(request)
  if (accept === '') return err({ code: 'questions', questions })
  const reason = [request.source.reason, `Asked about and confirmed: ${accept}`].filter(Boolean).join('. ')
  return ok({ ...request, source: { ...request.source, reason } })
}

function figuresRequest({ fileName, bytes, source, knownOn }: FileRequest, { figures }: FileReading) {
  const vintage = { kind: 'file', fileName, sha256: fingerprint(bytes), source, ...(knownOn && { knownOn }) } as const
  return { vintage, figures: figures.map(({ read: _read, ...figure }) => figure) }
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function outcomeOf(
  result: Result<FiguresOutcome, FiguresRefusal>,
  request: FileRequest,
  reading: FileReading,
): Result<ImportOutcome, ImportRefusal> {
  const { sheet, notes } = reading
  if (result.ok) {
    const questions = questionsOf(result.value, reading)
    const told = [...notes, ...notesOn(result.value)]
    return ok({ ...result.value, questions, sha256: fingerprint(request.bytes), sheet, notes: told })
  }
  const { error } = result
  if (error.code === 'questions') return err({ code: 'questions', questions: placed(error.questions, reading) })
  if (error.code === 'problems') return err({ code: 'problems', problems: problemsOf(error.problems, reading) })
  if (error.code === 'no-reason') throw new RangeError('A file needs no reason')
  return err(error)
}

/** That a file which comes again does not undo what replaced its figures. */
function notesOn({ changes }: FiguresOutcome): string[] {
  const replaced = changes.filter(({ isReplaced }) => isReplaced).length
  if (replaced === 0) return []
  const these = countOf(replaced, 'of its figures was', 'of its figures were')
  const stay = 'What stands now stays: to go back to an earlier figure, type it with a reason'
  return [`This very file was taken in before. ${these} replaced since. ${stay}`]
}

/** What is asked about the file and its figures, but for measures of which nothing would change. */
function questionsOf({ changes, questions }: FiguresOutcome, reading: FileReading): ImportQuestion[] {
  const changed = new Set(changes.flatMap(({ kind, measure }) => (kind === 'unchanged' ? [] : [measure])))
  return [...reading.questions.filter(({ measure }) => changed.has(measure)), ...placed(questions, reading)]
}

/** What the register asks about figures, at the cells that they were read from. */
function placed(questions: readonly FigureQuestion[], { figures, sheet }: FileReading): ImportQuestion[] {
  return questions.map(({ at, column, question }) => {
    const read = figures[at]?.read
    return { sheet, cell: read ? cellOf(read.place, column) : '', measure: read?.measure ?? '', question }
  })
}

type Problems = (FiguresRefusal & { code: 'problems' })['problems']

/** What the register finds wrong with a figure, at the cell that it was read from. */
function problemsOf(problems: Problems, { figures, sheet }: FileReading): ImportProblem[] {
  return problems.map(({ at, column, problem, fix }) => {
    const place = figures[at]?.read.place
    return { sheet, cell: place ? cellOf(place, column === 'interval' ? 'lower' : column) : '', problem, fix }
  })
}
