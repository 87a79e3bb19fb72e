import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById } from '../data/account.queries.js'
import { sessionByHash } from '../data/session.queries.js'
import { setStandingIn } from '../data/session.store.js'
import { standInsOf } from '../data/stand-in.queries.js'
import { endStandInAt, insertStandIn } from '../data/stand-in.store.js'
import type { Account } from '../domain/account.js'
import { isStandingIn, problemWithStandIn, type StandIn, type StandInRefusal } from '../domain/stand-in.js'
import { tokenHash } from './begin-session.js'

type Days = { readonly from: IsoDate; readonly until: IsoDate }

/** Lets somebody act for whoever is away: for oneself, or for a colleague who could not arrange it, fallen ill, say. */
export async function arrangeStandIn(
  deps: Deps,
  actor: Actor,
  { accountId, standInId, from, until }: Days & { readonly accountId: string; readonly standInId: string },
): Promise<Result<StandIn, StandInRefusal>> {
  requirePermission(actor, mayArrange(actor, accountId))
  return deps.db.transaction(async (tx) => {
    const away = found(await accountById(tx, accountId), 'There is no such account')
    const standIn = found(await accountById(tx, standInId), 'There is no such account')
    const problem = problemWithStandIn({ away, standIn }, { from, until, today: deps.today() })
    if (problem) return err(problem)
    const made: StandIn = { id: deps.newId(), accountId, standInId, from, until, endedAt: null }
    await insertStandIn(tx, made, { madeBy: actor.id, madeAt: deps.now().toISOString() })
    await deps.audit(tx, actor, {
      action: 'people.arrange-stand-in',
      subject: `people.account:${accountId}`,
      detail: { standIn: standIn.name, from, until },
    })
    return ok(made)
  })
}

/** Everybody sees to their own absences, and whoever manages people to those of others. */
function mayArrange(actor: Actor, accountId: string) {
  return accountId === actor.id ? 'people:own-account' : 'people:manage'
}

/** Ends an arrangement at once: whoever is away, whoever stands in, or who manages people may. */
export async function endStandIn(deps: Deps, actor: Actor, { id, accountId }: { id: string; accountId: string }) {
  requirePermission(actor, mayArrange(actor, accountId))
  await deps.db.transaction(async (tx) => {
    const known = found((await standInsOf(tx, accountId)).find((each) => each.id === id))
    await endStandInAt(tx, id, deps.now().toISOString())
    const subject = `people.account:${known.accountId}`
    await deps.audit(tx, actor, { action: 'people.end-stand-in', subject })
  })
}

/** From now on this browser acts for whoever is away (by the arrangement's id), or for its own person again. */
export async function actFor(
  deps: Deps,
  actor: Actor,
  { sessionToken, id }: { readonly sessionToken: string; readonly id: string | null },
): Promise<Result<void, { readonly code: 'not-today' }>> {
  requirePermission(actor, 'people:own-account')
  return deps.db.transaction(async (tx) => {
    const { session, account } = found(await sessionByHash(tx, tokenHash(sessionToken)))
    const away = id === null ? undefined : await whomFor({ ...deps, db: tx }, account, id)
    if (id !== null && !away) return err({ code: 'not-today' })
    await setStandingIn(tx, session.id, id)
    const action = away ? 'people.begin-standing-in' : 'people.stop-standing-in'
    const detail = { for: away?.name ?? null }
    await deps.audit(tx, actor, { action, subject: `people.account:${account.id}`, detail })
    return ok(undefined)
  })
}

/** Whom somebody acts for by an arrangement, if it holds today. */
export async function whomFor(deps: Deps, standIn: Account, id: string): Promise<Account | undefined> {
  const known = (await standInsOf(deps.db, standIn.id)).find((each) => each.id === id && each.standInId === standIn.id)
  const away = known && (await accountById(deps.db, known.accountId))
  return known && away && isStandingIn(known, { away, standIn }, deps.today()) ? away : undefined
}
