import { err, ok, type Result } from '#kernel/result.js'
import { currentBody } from '#modules/body/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import { newPasskeyOptions, readNewPasskey } from '#platform/auth/passkeys.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { accountById } from '../data/account.queries.js'
import { hasFactor, passkeysOf } from '../data/factor.queries.js'
import { deletePasskey, deleteRecoveryCodes, insertPasskey } from '../data/factor.store.js'
import { deleteSessionsOf } from '../data/session.store.js'
import { MOST_PASSKEYS, type Passkey } from '../domain/factor.js'
import { freshSession } from './just-signed-in.js'
import { codesFor, giveFirstCodes } from './recovery-codes.js'

/** Why a passkey was not added or removed. */
export type PasskeyRefusal = { readonly code: 'not-fresh' | 'not-made' | 'too-many' | 'known-already' }

type Request = { readonly sessionToken: string; readonly name: string; readonly answer: string }

/** What the browser's script needs to make a passkey for one's own account. */
export async function optionsForNewPasskey(deps: Deps, actor: Actor, { sessionToken }: { sessionToken: string }) {
  requirePermission(actor, 'people:own-account')
  const account = found(await accountById(deps.db, actor.id))
  const office = (await currentBody(deps.db, deps.today()))?.shortName ?? 'Office'
  const known = await passkeysOf(deps.db, actor.id)
  const owner = { accountId: account.id, email: account.email, name: account.name, office, known }
  return newPasskeyOptions({ publicUrl: deps.trust.publicUrl, sessionToken }, owner)
}

/** Adds a passkey to one's own account, with what the browser answered; other browsers must sign in again with it. */
export async function addPasskey(
  deps: Deps,
  actor: Actor,
  { sessionToken, name, answer }: Request,
): Promise<Result<Passkey, PasskeyRefusal>> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return err({ code: 'not-fresh' })
  const made = await readNewPasskey({ publicUrl: deps.trust.publicUrl, sessionToken }, answer)
  if (!made) return err({ code: 'not-made' })
  const codes = await codesFor(actor.id)
  return deps.db.transaction(async (tx) => {
    const known = await passkeysOf(tx, actor.id)
    if (known.some(({ id }) => id === made.id)) return err({ code: 'known-already' })
    if (known.length >= MOST_PASSKEYS) return err({ code: 'too-many' })
    const passkey = { ...made, accountId: actor.id, name, madeAt: deps.now().toISOString(), usedAt: null }
    await insertPasskey(tx, passkey)
    await giveFirstCodes(deps, tx, actor.id, codes)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deps.audit(tx, actor, {
      action: 'people.add-passkey',
      subject: `people.account:${actor.id}`,
      detail: { passkey: name },
    })
    return ok(passkey)
  })
}

/** Takes one of one's own passkeys away; with the last second factor its recovery codes go. */
export async function removePasskey(
  deps: Deps,
  actor: Actor,
  { sessionToken, id }: { readonly sessionToken: string; readonly id: string },
): Promise<Result<Passkey, PasskeyRefusal>> {
  requirePermission(actor, 'people:own-account')
  const session = await freshSession(deps, sessionToken)
  if (!session) return err({ code: 'not-fresh' })
  return deps.db.transaction(async (tx) => {
    const passkey = found((await passkeysOf(tx, actor.id)).find((each) => each.id === id))
    await deletePasskey(tx, id)
    if (!(await hasFactor(tx, actor.id))) await deleteRecoveryCodes(tx, actor.id)
    await deleteSessionsOf(tx, actor.id, session.id)
    await deps.audit(tx, actor, {
      action: 'people.remove-passkey',
      subject: `people.account:${actor.id}`,
      detail: { passkey: passkey.name },
    })
    return ok(passkey)
  })
}
