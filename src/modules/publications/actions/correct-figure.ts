import { ukDateOf } from '#kernel/dates.js'
import {
  type BuiltReport,
  barToPublication,
  builtReport,
  type CorrectionNotice,
  correctionLine,
  loseSignOff,
  type PublishRefusal,
  publishReport,
} from '#modules/reports/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { insertCorrection } from '../data/publications.store.js'
import type { FigureAsked } from '../domain/correction.js'
import { type AffectedReport, affectedReports } from './affected-reports.js'

/** What is put right, why, and by whose decision. */
export type CorrectionRequest = {
  readonly asked: FigureAsked
  readonly reason: string
  readonly decidedBy: string
  /** Words that the office has changed since the last number go out with the correction. */
  readonly withChangedWords: boolean
  /** Why it must be published in the days before an election, when publication is barred. */
  readonly despiteElection?: string | undefined
}

/** What became of one report that used the figure. */
export type CorrectionOutcome = {
  readonly reportId: string
  readonly slug: string
  readonly title: string
  /** The number that stood. */
  readonly from: number
  /** The number that replaces it; null where none does. */
  readonly to: number | null
  readonly state: 'reissued' | 'right' | 'changed-words' | 'refused' | 'not-built'
  readonly refusal?: PublishRefusal
  readonly problem?: string
  /** What its notice says, a line for each figure. */
  readonly lines: readonly string[]
}

/** Reissues every published report that used a figure which the register has since revised, each with a dated notice. */
export async function correctFigure(
  deps: Deps,
  actor: Actor,
  request: CorrectionRequest,
): Promise<CorrectionOutcome[]> {
  requirePermission(actor, 'publications:correct')
  const outcomes: CorrectionOutcome[] = []
  for (const affected of await affectedReports(deps, request.asked))
    outcomes.push(await reissue(deps, actor, affected, request))
  return outcomes
}

/** What would become of every report: each is built and held against the gate of publication, and nothing is kept. */
export async function tryCorrection(
  deps: Deps,
  actor: Actor,
  request: CorrectionRequest,
): Promise<CorrectionOutcome[]> {
  requirePermission(actor, 'publications:correct')
  const outcomes: CorrectionOutcome[] = []
  for (const affected of await affectedReports(deps, request.asked)) {
    const { planned, built } = await prepared(deps, affected, request)
    const { despiteElection } = request
    const refusal = built && (await barToPublication(deps, affected.report, { built, despiteElection }))
    outcomes.push(refusal ? { ...planned, to: null, state: 'refused', refusal } : planned)
  }
  return outcomes
}

/** What would become of a report, before anything is built: whether it is wrong, and what stands in the way. */
export function plannedOutcome(affected: AffectedReport, withChangedWords: boolean): CorrectionOutcome {
  const { report, newest, isWrong, hasChangedWords } = affected
  const { title } = newest.particulars
  const outcome = { reportId: report.id, slug: report.slug, title, from: newest.number, to: null }
  if (!isWrong) return { ...outcome, state: 'right', lines: [] }
  const lines = noticeFigures(affected).map(correctionLine)
  if (hasChangedWords && !withChangedWords) return { ...outcome, state: 'changed-words', lines }
  return { ...outcome, to: newest.number + 1, state: 'reissued', lines }
}

function noticeFigures({ revised }: AffectedReport): CorrectionNotice['figures'] {
  return revised
    .filter(({ kind }) => kind !== 'words')
    .map(({ measure, period, from, to }) => ({ title: measure.title, period: period.label, from, to }))
}

type Prepared = {
  readonly planned: CorrectionOutcome
  readonly notice?: CorrectionNotice
  readonly built?: BuiltReport
}

/** A report with its notice, built for its next number; only what would become of it where it is not to be reissued. */
async function prepared(deps: Deps, affected: AffectedReport, request: CorrectionRequest): Promise<Prepared> {
  const planned = plannedOutcome(affected, request.withChangedWords)
  if (planned.state !== 'reissued') return { planned }
  const { report, newest } = affected
  const { reason, decidedBy } = request
  const notice: CorrectionNotice = {
    ...{ on: deps.today(), reason: sentence(reason), decidedBy: decidedBy.trim().replace(/\.$/, '') },
    figures: noticeFigures(affected),
    replaces: { number: newest.number, on: ukDateOf(new Date(newest.publishedAt)) },
  }
  const measures = affected.revised.map(({ measure }) => measure.slug)
  const built = await builtReport(deps, report, { notice, measures })
  if (!built.ok) return { planned: { ...planned, to: null, state: 'not-built', problem: built.error } }
  return { planned, notice, built: built.value }
}

async function reissue(
  deps: Deps,
  actor: Actor,
  affected: AffectedReport,
  request: CorrectionRequest,
): Promise<CorrectionOutcome> {
  const { planned, notice, built } = await prepared(deps, affected, request)
  if (!notice || !built) return planned
  const { report } = affected
  const measures = affected.revised.map(({ measure }) => measure.slug)
  const sent = { reportId: report.id, version: report.version, built, despiteElection: request.despiteElection }
  const published = await deps.db.transaction(async (tx) => {
    const result = await publishReport({ ...deps, db: tx }, actor, sent)
    if (!result.ok) return result
    await keep(deps, actor, { tx, request, notice, planned, publicationId: result.value.id })
    await loseSignOff(deps, { tx, actor, reportId: report.id, measures, why: 'A figure in it was corrected' })
    return result
  })
  if (!published.ok) return { ...planned, to: null, state: 'refused', refusal: published.error }
  return { ...planned, to: published.value.number }
}

type Kept = {
  readonly tx: Parameters<typeof insertCorrection>[0]
  readonly request: CorrectionRequest
  readonly notice: CorrectionNotice
  readonly planned: CorrectionOutcome
  readonly publicationId: string
}

async function keep(deps: Deps, actor: Actor, { tx, request, notice, planned, publicationId }: Kept): Promise<void> {
  const { reportId, from, lines } = planned
  const figure = `${request.asked.measure}.${request.asked.period}`
  const { reason, decidedBy, on } = notice
  const number = from + 1
  const facts = { publicationId, reportId, number, replaces: from, figure, reason, decidedBy, lines, on }
  await insertCorrection(tx, facts, deps.now().toISOString())
  await deps.audit(tx, actor, {
    action: 'publications.correct',
    subject: `publications.correction:${publicationId}`,
    detail: { figure, reason, decidedBy, number, replaces: from, lines },
  })
}

/** Words that end as a sentence does. */
function sentence(words: string): string {
  const text = words.trim()
  return /[.!?]$/.test(text) ? text : `${text}.`
}
