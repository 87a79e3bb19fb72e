import { err, ok, type Result } from '#kernel/result.js'
import { countOf, formatDate } from '#kernel/words.js'
import { currentBody } from '#modules/body/index.js'
import { allAccounts } from '#modules/people/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { auditWith } from '#platform/audit/audit.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { historyClock } from '../domain/history-clock.js'
import { steadyIds } from '../domain/steady-ids.js'
import type { ExampleContent } from './content.js'
import { comparisonMoments } from './make-comparisons.js'
import { deliveryMoments } from './make-delivery.js'
import { measureMoments } from './make-measures.js'
import { officeMoments } from './make-office.js'
import { planMoments } from './make-plans.js'
import { policeDataMoments } from './make-police-data.js'
import { reportMoments } from './make-reports.js'
import { type Moment, making } from './making.js'

/** Why the example office was not made: the register serves somebody already. */
export type CreateRefusal = { readonly code: 'has-office' | 'has-accounts' }

/** How the making is told to whoever waits for it. */
export type Told = {
  readonly say: (message: string) => void
  readonly progress: (label: string, done: number, total: number) => void
}

/**
 * Makes the example office in an empty register, day by day through its past, with the same actions that an office
 * uses. All of it is made, or nothing. Ids, times and hashes come out the same every time; only the salts of the
 * passwords differ.
 */
export async function createExample(
  deps: Deps,
  actor: Actor,
  content: ExampleContent,
  told: Told,
): Promise<Result<{ moments: number }, CreateRefusal>> {
  requirePermission(actor, 'example:create')
  return deps.db.transaction(async (tx) => {
    const refusal = await refusalOf(tx, deps)
    if (refusal) return err(refusal)
    const clock = historyClock(content.office.founding.from)
    const { now, today } = clock
    const past: Deps = { ...deps, db: tx, now, today, newId: steadyIds(clock.instant), audit: auditWith(now) }
    const office = making(past, actor, content)
    const moments = inOrder([
      ...officeMoments(office),
      ...planMoments(office),
      ...deliveryMoments(office),
      ...measureMoments(office),
      ...comparisonMoments(office),
      ...policeDataMoments(office),
      ...reportMoments(office),
    ])
    for (const chapter of chaptersOf(moments)) await tell(chapter, clock.goTo, told)
    return ok({ moments: moments.length })
  })
}

async function refusalOf(db: Db, deps: Deps): Promise<CreateRefusal | undefined> {
  if (await currentBody(db, deps.today())) return { code: 'has-office' }
  return (await allAccounts(db)).length > 0 ? { code: 'has-accounts' } : undefined
}

/** By day; on one day in the order given: the office, its plan, what is done, figures, reports. */
function inOrder(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => Number(a.on > b.on) - Number(a.on < b.on))
}

/** Updates that follow one another are told as one. */
function chaptersOf(moments: readonly Moment[]): Moment[][] {
  const chapters: Moment[][] = []
  for (const moment of moments) {
    const last = chapters.at(-1)
    if (last && moment.says === null && last[0]?.says === null) last.push(moment)
    else chapters.push([moment])
  }
  return chapters
}

async function tell(chapter: readonly Moment[], goTo: (day: Moment['on']) => void, told: Told): Promise<void> {
  const [first] = chapter
  if (!first) return
  const what = first.says ?? countOf(chapter.length, 'update')
  for (const [index, moment] of chapter.entries()) {
    goTo(moment.on)
    await moment.run((done, total) => told.progress(what, done, total))
    if (chapter.length > 1) told.progress(what, index + 1, chapter.length)
  }
  const until = chapter.length > 1 ? `, until ${formatDate(chapter.at(-1)?.on ?? first.on)}` : ''
  told.say(`${formatDate(first.on).padStart(17)}  ${what}${until}`)
}
