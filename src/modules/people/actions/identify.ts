import { currentBody } from '#modules/body/index.js'
import { type Actor, type Permission, publicActor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { hasFactor } from '../data/factor.queries.js'
import { sessionByHash } from '../data/session.queries.js'
import { noteSession } from '../data/session.store.js'
import type { Account, AccountRole } from '../domain/account.js'
import { needsFactor } from '../domain/factor.js'
import { isDueNoting, isLive, type Session } from '../domain/session.js'
import { tokenHash } from './begin-session.js'

/** Says whose session a token is, with what that person's role may do today; nothing when it is over. */
export function identifyWith(
  deps: Deps,
  permissionsByRole: ReadonlyMap<AccountRole | 'public', ReadonlySet<Permission>>,
): (token: string) => Promise<Actor | undefined> {
  return async (token) => {
    const known = await sessionByHash(deps.db, tokenHash(token))
    const now = deps.now()
    if (!known?.account.isActive || !isLive(known.session, now)) return undefined
    if (known.session.isHalf) return publicActor(permissionsByRole.get('public') ?? new Set())
    const { session, account } = known
    if (isDueNoting(session, now)) await deps.db.transaction((tx) => noteSession(tx, session.id, now))
    const { id, name, role, organisationId } = account
    const permissions = permissionsByRole.get(role) ?? new Set<Permission>()
    const person: Actor = { kind: 'person', id, name, role, permissions, ...(organisationId && { organisationId }) }
    const first = await whatComesFirst(deps, person, known)
    return first ? onlyUntil(first, person, permissionsByRole.get('public')) : person
  }
}

/** Before anything else: a password of one's own, then a second factor for whoever may publish. */
async function whatComesFirst(
  deps: Deps,
  person: Actor,
  { account, session }: { account: Account; session: Session },
): Promise<string | undefined> {
  if (account.mustChangePassword && session.begunBy === 'password') return '/staff/account/password'
  if (session.begunBy === 'provider-mfa') return undefined
  return (await lacksFactor(deps, person)) ? '/staff/account/second-factor' : undefined
}

/** But in an example office, where nothing is at stake. */
async function lacksFactor(deps: Deps, { id, permissions }: Actor): Promise<boolean> {
  if (!needsFactor(permissions) || (await hasFactor(deps.db, id))) return false
  return (await currentBody(deps.db, deps.today()))?.demonstrationOn === null
}

/** Until then they may do what the public may, and see to their own account. */
function onlyUntil(mustFirst: string, person: Actor, open: ReadonlySet<Permission> = new Set()): Actor {
  return { ...person, permissions: new Set([...open, 'people:own-account']), mustFirst }
}
