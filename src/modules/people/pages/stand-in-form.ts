import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { dateField, idField } from '#platform/web/fields.js'
import { fieldError, type InputOf, type Outcome, redirectTo } from '#platform/web/page.js'
import { arrangeStandIn, endStandIn } from '../actions/stand-in.js'
import { allAccounts } from '../data/account.queries.js'
import { standInsOf } from '../data/stand-in.queries.js'
import type { Account } from '../domain/account.js'
import { mayEverStandIn } from '../domain/stand-in.js'
import { explainStandIn } from './stand-in-view.js'

/** What is asked of a new arrangement, and which one is to end. */
export const STAND_IN_FORM = {
  standInId: idField({}),
  from: dateField({ name: 'First day' }),
  until: dateField({ name: 'Last day' }),
  end: idField({}),
}

/** The arrangements of somebody, who could act for them, and everybody's names. */
export async function standInsAround({ db, today }: Deps, account: Account) {
  const all = await allAccounts(db)
  return {
    arrangements: await standInsOf(db, account.id),
    today: today(),
    others: all.filter((other) => mayEverStandIn(account, other, today())),
    names: new Map(all.map(({ id, name }) => [id, name])),
  }
}

/** Ends one arrangement of an account, or makes another. */
export async function arranged(
  { deps, actor }: { readonly deps: Deps; readonly actor: Actor },
  { accountId, here }: { readonly accountId: string; readonly here: string },
  { standInId, from, until, end }: InputOf<typeof STAND_IN_FORM>,
): Promise<Outcome<keyof typeof STAND_IN_FORM>> {
  if (end) {
    await endStandIn(deps, actor, { id: end, accountId })
    return redirectTo(here, 'Ended')
  }
  if (!standInId) return fieldError('standInId', 'Select who acts')
  if (!from) return fieldError('from', 'Enter the first day')
  if (!until) return fieldError('until', 'Enter the last day')
  const result = await arrangeStandIn(deps, actor, { accountId, standInId, from, until })
  if (result.ok) return redirectTo(here, 'Arranged')
  const { field, message } = explainStandIn(result.error)
  return fieldError(field, message)
}
