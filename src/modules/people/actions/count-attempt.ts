import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { failuresOf } from '../data/throttle.queries.js'
import { deleteFailures, deleteOldFailures, saveFailures, takeBackFailure } from '../data/throttle.store.js'
import { KNOWN_BROWSER_LIMITS, LIMITS, type Limit, networkOf, oneMore, secondsToWait } from '../domain/throttle.js'
import { browserNamed } from './known-browser.js'

/** Who tries to sign in, and from where; `browser` is one in which they have signed in before. */
export type Attempt = { readonly email: string; readonly address: string; readonly browser: string | undefined }

/** Where a request came from: its network address, and the token that its browser was given, if it was. */
export type CameBy = { readonly address: string; readonly browserToken?: string | undefined }

/** An attempt of somebody, from where the request came. */
export function attemptOf(deps: Deps, email: string, { address, browserToken }: CameBy): Attempt {
  return { email, address, browser: browserNamed(deps, email, browserToken) }
}

/** Too many attempts have failed: the next may be made after so many seconds. */
export type MustWait = { readonly code: 'wait'; readonly seconds: number }

/**
 * Counts an attempt as failed before it is looked at, so that many at once count as many, and says how many seconds the
 * next must wait if it has failed; or how long this one must.
 */
export async function countAttempt(tx: Tx, attempt: Attempt, now: Date): Promise<Result<number, MustWait>> {
  const keys = keysOf(attempt)
  const known = await failuresOf(
    tx,
    keys.map(({ key }) => key),
  )
  const seconds = Math.max(...keys.map(({ key, limit }) => secondsToWait(known.get(key), limit, now)))
  if (seconds > 0) return err({ code: 'wait', seconds })
  await deleteOldFailures(tx, now)
  let next = 0
  for (const { key, limit } of keys) {
    const counted = oneMore(known.get(key), now)
    await saveFailures(tx, key, counted)
    next = Math.max(next, secondsToWait(counted, limit, now))
  }
  return ok(next)
}

/** The password was right: the attempt was no failure, and those before it from here are forgiven. */
export async function forgiveAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  for (const { key, limit } of keysOf(attempt)) {
    if (limit.name.startsWith('account-and-')) await deleteFailures(tx, key)
    else await takeBackFailure(tx, key)
  }
}

/** The register keeps no list of what strangers typed: keys are hashes. */
function keysOf({ email, address, browser }: Attempt): { key: string; limit: Limit }[] {
  const network = networkOf(address)
  const texts = {
    'account-and-address': `${email} ${network}`,
    'account-and-browser': `${email} ${browser}`,
    ...{ address: network, account: email },
  }
  return (browser === undefined ? LIMITS : KNOWN_BROWSER_LIMITS).map((limit) => {
    const text = `${limit.name} ${texts[limit.name]}`
    return { key: createHash('sha256').update(text).digest('hex'), limit }
  })
}
