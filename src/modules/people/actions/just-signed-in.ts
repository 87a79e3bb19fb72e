import type { Deps } from '#platform/deps.js'
import { sessionByHash } from '../data/session.queries.js'
import { isFresh } from '../domain/session.js'
import { tokenHash } from './begin-session.js'

/** Whether whoever uses this session has only just signed in: what must not be done in a browser left open asks. */
export async function isJustSignedIn(deps: Deps, sessionToken: string | undefined): Promise<boolean> {
  const known = sessionToken ? await sessionByHash(deps.db, tokenHash(sessionToken)) : undefined
  return known !== undefined && !known.session.isHalf && isFresh(known.session, deps.now())
}
