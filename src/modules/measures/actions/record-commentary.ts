import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { insertCommentary } from '../data/commentary.store.js'
import { figureFor } from '../data/facts.queries.js'
import { measureById } from '../data/measures.queries.js'
import { subjectOf } from '../data/measures.store.js'
import type { Commentary } from '../domain/commentary.js'
import type { Measure } from '../domain/measure.js'
import { isOneOfFigures, type Period } from '../domain/period.js'
import { typedPeriodOf } from '../domain/period-in-words.js'
import { refusalInWords } from '../domain/period-refusal.js'
import { forPeriod, periodLabel } from '../domain/period-words.js'

/** What is said of a measure's figures for a period: what happened, and what is done about it. */
export type CommentaryRequest = {
  readonly measureId: string
  readonly period: string
  readonly narrative: string
  readonly response: string
}

/** Why a commentary is not kept. */
export type CommentaryRefusal =
  | { readonly code: 'nothing-said' }
  | { readonly code: 'not-a-period' }
  /** The period has not ended, or there is no figure to speak of; `why` says which, in a sentence. */
  | { readonly code: 'not-ended' | 'no-figure'; readonly why: string }

/**
 * Keeps a commentary on a period that has ended and has a figure, or a reason why it has none. A later one for the same period stands beside it, and the newest is
 * shown.
 */
export async function recordCommentary(
  deps: Deps,
  actor: Actor,
  { measureId, period, narrative, response }: CommentaryRequest,
): Promise<Result<Commentary, CommentaryRefusal>> {
  requirePermission(actor, 'measures:edit')
  if (narrative.trim() === '') return err({ code: 'nothing-said' })
  return deps.db.transaction(async (tx) => {
    const measure = found(await measureById(tx, measureId), 'There is no such measure')
    const read = typedPeriodOf(period, measure.frequency)
    const spoken = read.ok ? read.value.period : undefined
    if (!spoken || !isOneOfFigures(spoken)) return err({ code: 'not-a-period' })
    const refusal = await refusalOf(tx, measure, spoken, deps.today())
    if (refusal) return err(refusal)
    const commentary: Commentary = {
      ...{ id: deps.newId(), measureId, period: spoken },
      ...{ narrative: narrative.trim(), response: response.trim() },
      ...{ recordedAt: deps.now().toISOString(), recordedBy: actor.name, knownOn: deps.today() },
    }
    await insertCommentary(tx, commentary)
    const detail = { slug: measure.slug, period: spoken.code }
    await deps.audit(tx, actor, { action: 'measures.record-commentary', subject: subjectOf(measureId), detail })
    return ok(commentary)
  })
}

async function refusalOf(
  db: Db,
  measure: Measure,
  period: Period,
  today: IsoDate,
): Promise<CommentaryRefusal | undefined> {
  if (period.until > today) return { code: 'not-ended', why: `${capital(periodLabel(period))} has not ended.` }
  const figure = await figureFor(db, measure, { period })
  if (!figure.ok) return { code: 'no-figure', why: refusalInWords(figure.error, period) }
  const isHeld = figure.value.value !== null || figure.value.from.some(({ recordedAt }) => recordedAt !== null)
  return isHeld ? undefined : { code: 'no-figure', why: `There is no figure for ${forPeriod(period)}.` }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
