import { type Actor, requirePermission } from '#platform/actor.js'
import { DECOY_HASH, hashedLike, newSalt, slowHash } from '#platform/auth/slow-hash.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { hasFactor, sealedCodesOf, unusedRecoveryHashes } from '../data/factor.queries.js'
import { deleteRecoveryCodes, deleteShownCodes, saveRecoveryHashes, saveShownCodes } from '../data/factor.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import { freshSession } from './just-signed-in.js'
import { newRecoveryCodes, recoveryText } from './one-time-code.js'

const about = (accountId: string) => `recovery codes of ${accountId}`

/** Ten codes and what the register keeps of them, made before a transaction because hashing takes a while. */
type NewCodes = { readonly codes: readonly string[]; readonly hashes: readonly string[] }

/** New recovery codes for an account: argon2id, all under one salt, so that one typed code is hashed once. */
export async function codesFor(accountId: string): Promise<NewCodes> {
  const codes = newRecoveryCodes()
  const salt = newSalt()
  const hashes = await Promise.all(codes.map((code) => slowHash(recoveryText(accountId, code) ?? '', salt)))
  return { codes, hashes }
}

/** Gives ten recovery codes with the first second factor; none when some are left. */
export async function giveFirstCodes(deps: Deps, tx: Tx, accountId: string, codes: NewCodes): Promise<void> {
  if ((await unusedRecoveryHashes(tx, accountId)).length === 0) await giveCodes(deps, tx, accountId, codes)
}

/** Ten new recovery codes in place of all before; only just after signing in, since they are as good as the factor. */
export async function renewRecoveryCodes(
  deps: Deps,
  actor: Actor,
  { sessionToken }: { readonly sessionToken: string },
): Promise<'renewed' | 'not-fresh'> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return 'not-fresh'
  const codes = await codesFor(actor.id)
  await deps.db.transaction(async (tx) => {
    if (!(await hasFactor(tx, actor.id))) return
    await giveCodes(deps, tx, actor.id, codes)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deps.audit(tx, actor, { action: 'people.renew-recovery-codes', subject: `people.account:${actor.id}` })
  })
  return 'renewed'
}

/** The hash of the unused code that was typed. What looks like a code costs the same whether there is one or not. */
export async function typedCodeHash({ db }: Deps, accountId: string, typed: string): Promise<string | undefined> {
  const text = recoveryText(accountId, typed)
  if (text === undefined) return undefined
  const known = await unusedRecoveryHashes(db, accountId)
  const hash = await hashedLike(text, known[0] ?? DECOY_HASH)
  return known.find((each) => each === hash)
}

/** One's own recovery codes, for as long as they are to be written down. */
export async function codesToWriteDown(deps: Deps, actor: Actor): Promise<readonly string[]> {
  requirePermission(actor, 'people:own-account')
  const sealed = await sealedCodesOf(deps.db, actor.id)
  const text = sealed && deps.trust.secrets.unseal(sealed, about(actor.id))
  return text ? text.split(' ') : []
}

/** They are written down: from now on the register has their hashes only. */
export async function noteWrittenDown(deps: Deps, actor: Actor): Promise<void> {
  requirePermission(actor, 'people:own-account')
  await deps.db.transaction(async (tx) => {
    await deleteShownCodes(tx, actor.id)
    await deps.audit(tx, actor, { action: 'people.note-recovery-codes', subject: `people.account:${actor.id}` })
  })
}

async function giveCodes(deps: Deps, tx: Tx, accountId: string, { codes, hashes }: NewCodes): Promise<void> {
  await deleteRecoveryCodes(tx, accountId)
  await saveRecoveryHashes(tx, accountId, hashes)
  await saveShownCodes(tx, accountId, deps.trust.secrets.seal(codes.join(' '), about(accountId)))
}
