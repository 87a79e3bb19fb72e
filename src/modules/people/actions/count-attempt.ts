import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import type { Tx } from '#platform/db/db.js'
import { failuresOf } from '../data/throttle.queries.js'
import { deleteFailures, deleteOldFailures, saveFailures, takeBackFailure } from '../data/throttle.store.js'
import { LIMITS, type Limit, networkOf, oneMore, secondsToWait } from '../domain/throttle.js'

/** Who tries to sign in, and from where. */
export type Attempt = { readonly email: string; readonly address: string }

/** Too many attempts have failed: the next may be made after so many seconds. */
export type MustWait = { readonly code: 'wait'; readonly seconds: number }

/** Counts an attempt as failed before it is looked at, so that many at once count as many; or says how long to wait. */
export async function countAttempt(tx: Tx, attempt: Attempt, now: Date): Promise<Result<void, MustWait>> {
  const keys = keysOf(attempt)
  const known = await failuresOf(
    tx,
    keys.map(({ key }) => key),
  )
  const seconds = Math.max(...keys.map(({ key, limit }) => secondsToWait(known.get(key), limit, now)))
  if (seconds > 0) return err({ code: 'wait', seconds })
  await deleteOldFailures(tx, now)
  for (const { key } of keys) await saveFailures(tx, key, oneMore(known.get(key), now))
  return ok(undefined)
}

/** The password was right: the attempt was no failure, and those before it from here are forgiven. */
export async function forgiveAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  for (const { key, limit } of keysOf(attempt)) {
    if (limit.name === 'account-and-address') await deleteFailures(tx, key)
    else await takeBackFailure(tx, key)
  }
}

/** The register keeps no list of what strangers typed: keys are hashes. */
function keysOf({ email, address }: Attempt): { key: string; limit: Limit }[] {
  const network = networkOf(address)
  const texts = { 'account-and-address': `${email} ${network}`, address: network, account: email }
  return LIMITS.map((limit) => {
    const text = `${limit.name} ${texts[limit.name]}`
    return { key: createHash('sha256').update(text).digest('hex'), limit }
  })
}
