import type { Actor, Permission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { sessionByHash } from '../data/session.queries.js'
import { noteSession } from '../data/session.store.js'
import type { AccountRole } from '../domain/account.js'
import { isDueNoting, isLive } from '../domain/session.js'
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
    const { session, account } = known
    if (isDueNoting(session, now)) await deps.db.transaction((tx) => noteSession(tx, session.id, now))
    const { id, name, role, organisationId } = account
    const permissions = permissionsByRole.get(role) ?? new Set<Permission>()
    return { kind: 'person', id, name, role, permissions, ...(organisationId && { organisationId }) }
  }
}
