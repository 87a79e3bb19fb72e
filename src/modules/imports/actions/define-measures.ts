import { err, ok, type Result } from '#kernel/result.js'
import {
  allMeasures,
  editMeasure,
  type Measure,
  type MeasureDraft,
  refusedField,
  registerMeasure,
  whatIsMissing,
} from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { DefinitionField } from '../domain/definition-fields.js'
import { type DefinitionRow, readDefinitions } from '../domain/read-definitions.js'
import type { ImportProblem } from '../domain/sheet.js'
import { sheetsOf } from './read-file.js'

/** A file of definitions, one measure a row. With `dryRun` it is only said what would change. */
export type DefineRequest = {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** The sheet that holds them; '' where only one does. */
  readonly sheet: string
  /** Why; needed where a measure that has figures changes. */
  readonly reason: string
  readonly dryRun: boolean
}

/** What became of one measure of the file. */
export type DefinedMeasure = {
  readonly measure: string
  readonly title: string
  readonly kind: 'new' | 'changed' | 'unchanged'
  /** The answers that are new or changed. */
  readonly fields: readonly DefinitionField[]
  /** What it lacks before the public may read it, besides figures. */
  readonly missing: readonly string[]
}

/** Carries out of the transaction what is not to be kept: a trial, or a file with problems. */
class Undone extends Error {
  readonly answer: Result<DefinedMeasure[], ImportProblem[]>
  constructor(answer: Undone['answer']) {
    super('undone')
    this.answer = answer
  }
}

/**
 * Enters and changes measures as the rows of a file define them: all, or none. An empty cell says nothing, so what the
 * register has stays; the same file again changes nothing.
 */
export async function defineMeasures(
  deps: Deps,
  actor: Actor,
  request: DefineRequest,
): Promise<Result<DefinedMeasure[], ImportProblem[]>> {
  requirePermission(actor, 'measures:edit')
  const sheets = await sheetsOf(request)
  const read = sheets.ok ? readDefinitions(sheets.value, request.sheet) : sheets
  if (!read.ok) return read
  const { sheet, rows } = read.value
  try {
    return await deps.db.transaction(async (tx) => {
      const answer = await saveAll({ ...deps, db: tx }, actor, { rows, sheet, reason: request.reason })
      if (request.dryRun || !answer.ok) throw new Undone(answer)
      return answer
    })
  } catch (problem) {
    if (problem instanceof Undone) return problem.answer
    throw problem
  }
}

type Saving = { readonly rows: readonly DefinitionRow[]; readonly sheet: string; readonly reason: string }

/** Formulas may name measures of later rows: those that are refused are tried again once others are there. */
async function saveAll(
  deps: Deps,
  actor: Actor,
  { rows, sheet, reason }: Saving,
): Promise<Result<DefinedMeasure[], ImportProblem[]>> {
  const saved = new Map<DefinitionRow, DefinedMeasure>()
  const problems: ImportProblem[] = []
  let waiting = rows
  while (waiting.length > 0) {
    const registered = await allMeasures(deps.db)
    const refused: [DefinitionRow, ImportProblem][] = []
    for (const row of waiting) {
      const result = await saveOne(deps, actor, { row, reason, before: beforeOf(row, registered) })
      if (result.ok) saved.set(row, result.value)
      else refused.push([row, { sheet, ...result.error }])
    }
    const again = refused.filter(([{ says }]) => says.formula !== undefined)
    const isStuck = again.length === waiting.length
    problems.push(...refused.filter((each) => isStuck || !again.includes(each)).map(([, problem]) => problem))
    waiting = isStuck ? [] : again.map(([row]) => row)
  }
  return problems.length > 0 ? err(problems) : ok(rows.flatMap((row) => saved.get(row) ?? []))
}

/** The measure that a row speaks of: by its code; without one, by a title that only one measure has. */
function beforeOf({ code, hasCode, says }: DefinitionRow, measures: readonly Measure[]): Measure | undefined {
  const byCode = measures.find(({ slug }) => slug === code)
  if (byCode || hasCode) return byCode
  const named = measures.filter(({ title }) => title === says.title)
  return named.length === 1 ? named[0] : undefined
}

type One = { readonly row: DefinitionRow; readonly reason: string; readonly before: Measure | undefined }
type CellProblem = Omit<ImportProblem, 'sheet'>

async function saveOne(deps: Deps, actor: Actor, one: One): Promise<Result<DefinedMeasure, CellProblem>> {
  const { row, before } = one
  const fields = (Object.keys(row.says) as DefinitionField[]).filter((field) => row.says[field] !== before?.[field])
  if (before && fields.length === 0) return ok(defined(before, 'unchanged', fields))
  const saved = before ? await change(deps, actor, { ...one, before }) : await enter(deps, actor, row)
  return saved.ok ? ok(defined(saved.value, before ? 'changed' : 'new', fields)) : saved
}

function defined(measure: Measure, kind: DefinedMeasure['kind'], fields: readonly DefinitionField[]): DefinedMeasure {
  return { measure: measure.slug, title: measure.title, kind, fields, missing: whatIsMissing(measure, 1) }
}

const NEEDED = ['title', 'unit', 'frequency', 'polarity'] as const

async function enter(deps: Deps, actor: Actor, row: DefinitionRow): Promise<Result<Measure, CellProblem>> {
  const { title, unit, frequency, polarity, ...rest } = row.says
  if (title === undefined || unit === undefined || frequency === undefined || polarity === undefined) {
    const lacking = NEEDED.filter((field) => row.says[field] === undefined)
    const problem = `There is no measure “${row.code}” yet, and a new one needs ${lacking.join(', ')}`
    return err({ cell: row.cellOf(lacking[0] ?? 'title'), problem, fix: 'Fill the cell, or check the code' })
  }
  const draft: MeasureDraft = { ...NOTHING_SAID, ...rest, title, unit, frequency, polarity }
  const result = await registerMeasure(deps, actor, { ...draft, slug: row.code })
  return result.ok ? result : err(problemOf(row, refusedField(result.error)))
}

const NOTHING_SAID = {
  ...{ definition: '', unitLabel: '', numerator: '', denominator: '', source: '', sourceUrl: null },
  ...{ owner: '', geography: '', caveat: '', isHeadline: false },
}

async function change(
  deps: Deps,
  actor: Actor,
  { row, reason, before }: One & { readonly before: Measure },
): Promise<Result<Measure, CellProblem>> {
  const { title, definition, unit, unitLabel, polarity, frequency, numerator, denominator } = before
  const { source, sourceUrl, owner, geography, caveat, isHeadline } = before
  const words = { title, definition, unit, unitLabel, polarity, frequency, numerator, denominator }
  const description = { ...words, source, sourceUrl, owner, geography, caveat, isHeadline, ...row.says }
  const result = await editMeasure(deps, actor, { measureId: before.id, version: before.version, description, reason })
  return result.ok ? result : err(problemOf(row, refusedField(result.error)))
}

function problemOf({ cellOf, code }: DefinitionRow, { field, words }: ReturnType<typeof refusedField>): CellProblem {
  if (field === 'reason') {
    const problem = `“${code}” has figures, so that a change of its definition needs a reason`
    return { cell: cellOf('title'), problem, fix: 'Say why the definitions change' }
  }
  return { cell: cellOf(field), problem: words, fix: 'Change the cell, or leave it empty' }
}
