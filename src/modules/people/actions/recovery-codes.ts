import { type Actor, requirePermission } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { hasFactor, sealedCodesOf, unusedRecoveryHashes } from '../data/factor.queries.js'
import { deleteRecoveryCodes, deleteShownCodes, saveRecoveryHashes, saveShownCodes } from '../data/factor.store.js'
import { newRecoveryCodes, recoveryHash } from './one-time-code.js'

const about = (accountId: string) => `recovery codes of ${accountId}`

/** Gives ten recovery codes with the first second factor; none when some are left. */
export async function giveFirstCodes(deps: Deps, tx: Tx, accountId: string): Promise<void> {
  if ((await unusedRecoveryHashes(tx, accountId)).length === 0) await giveCodes(deps, tx, accountId)
}

/** Ten new recovery codes in place of all before. */
export async function renewRecoveryCodes(deps: Deps, actor: Actor): Promise<void> {
  requirePermission(actor, 'people:own-account')
  await deps.db.transaction(async (tx) => {
    if (!(await hasFactor(tx, actor.id))) return
    await giveCodes(deps, tx, actor.id)
    await deps.audit(tx, actor, { action: 'people.renew-recovery-codes', subject: `people.account:${actor.id}` })
  })
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

async function giveCodes(deps: Deps, tx: Tx, accountId: string): Promise<void> {
  const codes = newRecoveryCodes()
  await deleteRecoveryCodes(tx, accountId)
  const hashes = codes.map((code) => recoveryHash(accountId, code))
  await saveRecoveryHashes(tx, accountId, hashes)
  await saveShownCodes(tx, accountId, deps.trust.secrets.seal(codes.join(' '), about(accountId)))
}
