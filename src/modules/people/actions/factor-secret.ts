import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db, Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { accountsWithFactor, sealedFactorOf } from '../data/factor.queries.js'
import { saveFactor } from '../data/factor.store.js'
import type { Factor } from '../domain/factor.js'

const about = (accountId: string) => `authenticator app of ${accountId}`

/** The authenticator app of an account, its secret open. Secrets of before there was a key stand as they are. */
export async function openFactor({ trust }: Deps, db: Db, accountId: string): Promise<Factor | undefined> {
  const factor = await sealedFactorOf(db, accountId)
  if (!factor) return undefined
  const isPlain = /^[A-Z2-7]+$/.test(factor.secret)
  return { ...factor, secret: isPlain ? factor.secret : trust.secrets.unseal(factor.secret, about(accountId)) }
}

/** Keeps an authenticator app, its secret sealed by the key of today. */
export async function keepFactor({ trust }: Deps, tx: Tx, factor: Factor): Promise<void> {
  if (!factor.secret) throw new Error(`The secret of ${about(factor.accountId)} cannot be sealed: it is not known`)
  await saveFactor(tx, { ...factor, secret: trust.secrets.seal(factor.secret, about(factor.accountId)) })
}

/** Seals every secret anew that another key sealed, or none; says how many, and how many no key here opens. */
export async function sealAnew(deps: Deps, actor: Actor): Promise<{ sealed: number; lost: number }> {
  requirePermission(actor, 'people:manage')
  return deps.db.transaction(async (tx) => {
    const counts = { sealed: 0, lost: 0 }
    for (const accountId of await accountsWithFactor(tx)) {
      const stored = await sealedFactorOf(tx, accountId)
      if (!stored || deps.trust.secrets.isCurrent(stored.secret)) continue
      const factor = await openFactor(deps, tx, accountId)
      if (factor?.secret) await keepFactor(deps, tx, factor)
      counts[factor?.secret ? 'sealed' : 'lost'] += 1
    }
    await deps.audit(tx, actor, { action: 'people.seal-secrets', subject: 'people.secrets', detail: counts })
    return counts
  })
}
