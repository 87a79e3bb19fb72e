import type { AccountRole } from '#kernel/roles.js'
import { currentBody } from '#modules/body/index.js'
import { type Actor, type Permission, publicActor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { accountByEmail } from '../data/account.queries.js'
import { hasFactor } from '../data/factor.queries.js'
import { sessionByHash } from '../data/session.queries.js'
import { noteSession } from '../data/session.store.js'
import { type Account, emailOf, rolesOn } from '../domain/account.js'
import { needsFactor } from '../domain/factor.js'
import { PASS_ROLES } from '../domain/link.js'
import { isDueNoting, isLive, type Session } from '../domain/session.js'
import { tokenHash } from './begin-session.js'
import { whomFor } from './stand-in.js'

type ByRole = ReadonlyMap<AccountRole | 'public', ReadonlySet<Permission>>
type Known = { readonly session: Session; readonly account: Account }

/** Says whose session a token is, with what that person's roles may do today; nothing when it is over. */
export function identifyWith(deps: Deps, byRole: ByRole): (token: string) => Promise<Actor | undefined> {
  return async (token) => {
    const known = await sessionByHash(deps.db, tokenHash(token))
    const now = deps.now()
    if (!known?.account.isActive || !isLive(known.session, now)) return undefined
    const { session } = known
    if (session.isHalf) return publicActor(byRole.get('public') ?? new Set())
    if (isDueNoting(session, now)) await deps.db.transaction((tx) => noteSession(tx, session.id, now))
    const person = await personOf(deps, known, byRole)
    const first = await whatComesFirst(deps, person, known)
    return first ? onlyUntil(first, person, byRole.get('public')) : person
  }
}

/** Somebody who can sign in, by their e-mail address, with what their roles may today: for the command line. */
export async function actorByEmail(deps: Deps, byRole: ByRole, typed: string): Promise<Actor | undefined> {
  const account = await accountByEmail(deps.db, emailOf(typed) ?? '')
  return account?.isActive ? actorOf(account, { roles: rolesOn(account, deps.today()), byRole }) : undefined
}

/** The person, or whoever they act for just now: then the trail names both. */
async function personOf(deps: Deps, { session, account }: Known, byRole: ByRole): Promise<Actor> {
  const away = session.standingInId ? await whomFor(deps, account, session.standingInId) : undefined
  const today = rolesOn(away ?? account, deps.today())
  const roles = session.begunBy === 'link' ? today.filter((role) => PASS_ROLES.includes(role)) : today
  const person = actorOf(account, { roles, byRole })
  const permissions = new Set(person.permissions)
  // Whoever has nothing but a link must not make more of it: a password, a passkey.
  if (session.begunBy === 'link') permissions.delete('people:own-account')
  return { ...person, name: away ? `${account.name} for ${away.name}` : account.name, permissions }
}

function actorOf(account: Account, { roles, byRole }: { roles: readonly AccountRole[]; byRole: ByRole }): Actor {
  return {
    kind: 'person',
    id: account.id,
    name: account.name,
    role: roles.join(' '),
    permissions: new Set(roles.flatMap((role) => [...(byRole.get(role) ?? [])])),
    ...(account.organisationId && { organisationId: account.organisationId }),
  }
}

/** Before anything else: a password of one's own, then a second factor for whoever may publish. */
async function whatComesFirst(deps: Deps, person: Actor, { account, session }: Known): Promise<string | undefined> {
  if (session.begunBy === 'link') return undefined
  if (account.mustChangePassword && session.begunBy === 'password') return '/staff/account/password'
  if (person.permissions.size === 0) return '/staff/account'
  return session.begunBy !== 'provider-mfa' && (await lacksFactor(deps, person))
    ? '/staff/account/second-factor'
    : undefined
}

/** But in an example office, where nothing is at stake. Before a body is founded, and between two, it is needed too. */
async function lacksFactor(deps: Deps, { id, permissions }: Actor): Promise<boolean> {
  if (!needsFactor(permissions) || (await hasFactor(deps.db, id))) return false
  return !(await currentBody(deps.db, deps.today()))?.demonstrationOn
}

/** Until then they may do what the public may, and see to their own account. */
function onlyUntil(mustFirst: string, person: Actor, open: ReadonlySet<Permission> = new Set()): Actor {
  return { ...person, permissions: new Set([...open, 'people:own-account']), mustFirst }
}
