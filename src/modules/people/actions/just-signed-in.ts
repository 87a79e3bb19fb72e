import type { Deps } from '#platform/deps.js'
import { sessionByHash } from '../data/session.queries.js'
import { isFresh, type Session } from '../domain/session.js'
import { tokenHash } from './begin-session.js'

/** This browser's session, if its person has only just signed in: what must not be done in a browser left open asks. */
export async function freshSession(deps: Deps, sessionToken: string | undefined): Promise<Session | undefined> {
  const session = sessionToken ? (await sessionByHash(deps.db, tokenHash(sessionToken)))?.session : undefined
  return session && !session.isHalf && isFresh(session, deps.now()) ? session : undefined
}
