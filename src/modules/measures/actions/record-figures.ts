import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json.js'
import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { type Db, inChunks, type Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { importsOfFile } from '../data/imports.queries.js'
import { insertImport, insertObservations } from '../data/imports.store.js'
import { measuresById, measuresBySlug } from '../data/measures.queries.js'
import { vintagesFor } from '../data/observations.queries.js'
import { oddityOf } from '../domain/beyond-whole.js'
import { missingFromSource } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import { checkedFigure, type NewFigure, type NewFigureProblem } from '../domain/new-figure.js'
import { type Observation, OWN_AREA } from '../domain/observation.js'
import { changeOf, type FigureChange, type KnownBefore, type PlannedFigure, type Vintage } from '../domain/vintage.js'

/** Figures to take in, and where they come from. With `dryRun` it is only said what would change. */
export type FiguresRequest = {
  readonly vintage: Vintage
  readonly figures: readonly NewFigure[]
  readonly dryRun?: boolean
  /** What is asked about is right; the reason of the source says why. */
  readonly accept?: boolean
}

/** A figure that may be a slip, by its position among those given, from 0. */
export type FigureQuestion = { readonly at: number; readonly column: string; readonly question: string }

/** What was taken in, a change for each figure in its order. Without an id nothing was. */
export type FiguresOutcome = {
  readonly importId: string | null
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly changes: readonly FigureChange[]
  /** What must be confirmed before the figures are taken in, or was. */
  readonly questions: readonly FigureQuestion[]
}

/** What is wrong with one figure of those given; `at` is its position among them, from 0. */
export type FigureAtProblem = NewFigureProblem & { readonly at: number }

/** Why figures are not taken in. None of them is. */
export type FiguresRefusal =
  | { readonly code: 'problems'; readonly problems: readonly FigureAtProblem[] }
  | { readonly code: 'source-incomplete'; readonly missing: readonly string[] }
  /** Typed figures need a reason. */
  | { readonly code: 'no-reason' }
  | { readonly code: 'known-later'; readonly knownOn: IsoDate }
  /** Figures that may be slips, which nobody has confirmed. */
  | { readonly code: 'questions'; readonly questions: readonly FigureQuestion[] }

/**
 * Takes in figures, all of them or none, in one transaction. Each that says something new becomes a vintage beside the
 * earlier ones; the same figures twice change nothing.
 */
export async function recordFigures(
  deps: Deps,
  actor: Actor,
  request: FiguresRequest,
): Promise<Result<FiguresOutcome, FiguresRefusal>> {
  requirePermission(actor, 'measures:import')
  if (!request.dryRun) return deps.db.transaction((tx) => recordFiguresIn(tx, deps, actor, request))
  const plan = await planFigures(deps.db, request, deps.today())
  return plan.ok ? ok(outcomeOf(plan.value, null)) : plan
}

/** The same inside a transaction that has more to do. */
export async function recordFiguresIn(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  request: FiguresRequest,
): Promise<Result<FiguresOutcome, FiguresRefusal>> {
  const plan = await planFigures(tx, request, deps.today())
  if (!plan.ok) return plan
  const changed = plan.value.filter(({ change }) => change.kind !== 'unchanged')
  if (changed.length === 0) return ok(outcomeOf(plan.value, null))
  const questions = questionsOn(plan.value)
  if (questions.length > 0 && !request.accept) return err({ code: 'questions', questions })
  const facts = factsOf(deps, actor, request)
  await insertImport(tx, facts)
  const { id: importId, knownOn, importedAt: recordedAt } = facts
  const shared = { importId, knownOn, recordedAt }
  const observationOf = ({ figure: { measure, area, period, words } }: Planned): Observation => {
    return { ...words, ...shared, id: deps.newId(), measureId: measure.id, area, period }
  }
  for (const some of inChunks(changed)) await insertObservations(tx, some.map(observationOf))
  const outcome = outcomeOf(plan.value, importId)
  const { added, revised, unchanged } = outcome
  const { fileName, sha256, title, reason, kind } = facts
  const detail = {
    kind,
    fileName,
    sha256,
    title,
    reason,
    knownOn,
    added,
    revised,
    unchanged,
    confirmed: questions.length,
  }
  await deps.audit(tx, actor, { action: 'measures.record-figures', subject: `measures.import:${importId}`, detail })
  return ok(outcome)
}

function factsOf(deps: Deps, actor: Actor, { vintage, figures }: FiguresRequest) {
  const { kind, source, knownOn = deps.today() } = vintage
  return {
    ...source,
    ...{ id: deps.newId(), kind, knownOn },
    fileName: vintage.fileName ?? 'Typed',
    sha256: vintage.sha256 ?? fingerprintOf(figures),
    importedAt: deps.now().toISOString(),
    importedBy: actor.name,
  }
}

/** The fingerprint of figures that came without a file: of their canonical JSON. */
function fingerprintOf(figures: readonly NewFigure[]): string {
  const written = figures.map(({ period, ...figure }) => ({ ...figure, period: period.code }))
  return createHash('sha256').update(canonicalJson(written)).digest('hex')
}

type Planned = { readonly figure: PlannedFigure; readonly change: FigureChange }

async function planFigures(
  db: Db,
  { vintage, figures }: FiguresRequest,
  today: IsoDate,
): Promise<Result<Planned[], FiguresRefusal>> {
  const { knownOn = today } = vintage
  const refusal = refusalOf(vintage, knownOn, today)
  if (refusal) return err(refusal)
  const checked = checkFigures(figures, await measuresOf(db, figures), today)
  if (!checked.ok) return err({ code: 'problems', problems: checked.error })
  const takenInBefore =
    vintage.kind === 'file'
      ? (await importsOfFile(db, vintage.sha256)).map((each) => ({ recordedAt: each.importedAt }))
      : []
  return ok(await plannedChanges(db, checked.value, { knownOn, takenInBefore }))
}

function refusalOf(vintage: Vintage, knownOn: IsoDate, today: IsoDate): FiguresRefusal | undefined {
  const missing = missingFromSource(vintage.source)
  if (missing.length > 0) return { code: 'source-incomplete', missing }
  if (vintage.kind === 'typed' && vintage.source.reason.trim() === '') return { code: 'no-reason' }
  return knownOn > today ? { code: 'known-later', knownOn } : undefined
}

type Register = { readonly bySlug: ReadonlyMap<string, Measure>; readonly byId: ReadonlyMap<string, Measure> }

async function measuresOf(db: Db, figures: readonly NewFigure[]): Promise<Register> {
  const slugs = new Set(figures.flatMap(({ measureSlug, measureId }) => (measureId ? [] : (measureSlug ?? []))))
  const ids = new Set(figures.flatMap(({ measureId }) => measureId ?? []))
  const bySlug = (await measuresBySlug(db, [...slugs])).map((measure) => [measure.slug, measure] as const)
  const byId = (await measuresById(db, [...ids])).map((measure) => [measure.id, measure] as const)
  return { bySlug: new Map(bySlug), byId: new Map(byId) }
}

function checkFigures(
  figures: readonly NewFigure[],
  register: Register,
  today: IsoDate,
): Result<PlannedFigure[], FigureAtProblem[]> {
  const problems: FigureAtProblem[] = []
  const first = new Map<string, number>()
  const planned: PlannedFigure[] = []
  figures.forEach((figure, at) => {
    const checked = checkOne(figure, register, today)
    if (!checked.ok) {
      problems.push({ at, ...checked.error })
      return
    }
    const { measure, area, period } = checked.value
    const key = keyOf(measure.id, area, period.code)
    const other = first.get(key)
    if (other === undefined) first.set(key, at)
    else problems.push({ at, ...repeated(other) })
    planned.push(checked.value)
  })
  return problems.length > 0 ? err(problems) : ok(planned)
}

function repeated(first: number): NewFigureProblem {
  const problem = `Figure ${first + 1} has the same measure, area and period`
  return { column: 'period', problem, fix: 'Keep one of the two' }
}

function checkOne(
  figure: NewFigure,
  { bySlug, byId }: Register,
  today: IsoDate,
): Result<PlannedFigure, NewFigureProblem> {
  const { measureId, measureSlug = '', area = OWN_AREA, period } = figure
  const measure = measureId ? byId.get(measureId) : bySlug.get(measureSlug)
  if (!measure) {
    const problem = `There is no measure “${(measureSlug || measureId || '').slice(0, 60)}”`
    return err({ column: 'measure', problem, fix: 'Use the name that ends its address' })
  }
  const words = checkedFigure(measure, figure, today)
  return words.ok ? ok({ measure, area, period, words: words.value }) : words
}

/** What each figure would change, in their order. Of one series after the other, so that only its history is held. */
async function plannedChanges(db: Db, figures: readonly PlannedFigure[], known: KnownBefore): Promise<Planned[]> {
  const planned: Planned[] = []
  const series = Map.groupBy(figures.entries(), ([, { measure, area }]) => JSON.stringify([measure.id, area]))
  for (const own of series.values()) {
    const [, first] = own[0] ?? []
    if (!first) continue
    const periods = own.map(([, { period }]) => period.code)
    const found = await vintagesFor(db, { measureId: first.measure.id, area: first.area, periods })
    const vintages = Map.groupBy(found, ({ period }) => period.code)
    for (const [at, figure] of own)
      planned[at] = { figure, change: changeOf(figure, vintages.get(figure.period.code) ?? [], known) }
  }
  return planned
}

function keyOf(measureId: string, area: string, period: string): string {
  return JSON.stringify([measureId, area, period])
}

/** Percentages that are no part of a whole, where nobody has said whether they may be; what is known is not asked again. */
function questionsOn(planned: readonly Planned[]): FigureQuestion[] {
  return planned.flatMap(({ figure: { measure, words }, change }, at) => {
    if (change.kind === 'unchanged' || measure.beyondWhole !== 'asked') return []
    const odd = oddityOf(measure.unit, words)
    return odd ? [{ at, column: odd.column, question: odd.what }] : []
  })
}

function outcomeOf(planned: readonly Planned[], importId: string | null): FiguresOutcome {
  const changes = planned.map(({ change }) => change)
  const count = (kind: FigureChange['kind']) => changes.filter((change) => change.kind === kind).length
  return {
    importId,
    added: count('new'),
    revised: count('changed'),
    unchanged: count('unchanged'),
    changes,
    questions: questionsOn(planned),
  }
}
