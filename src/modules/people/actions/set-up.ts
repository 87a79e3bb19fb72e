import { createHash, randomInt } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { WHOLE_OFFICE } from '#kernel/roles.js'
import { type Actor, requirePermission, systemActor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { allAccounts } from '../data/account.queries.js'
import { setUpCodes } from '../data/link.queries.js'
import { deleteSetUpCodes, insertSetUpCode } from '../data/link.store.js'
import { beginSession } from './begin-session.js'
import { type CreateAccountRefusal, keepAccount, readyAccount } from './create-account.js'

/** What the first person says of themselves, and the code that was printed at start. */
export type SetUpRequest = {
  readonly code: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly address: string
}

/** Why there is no first account. */
export type SetUpRefusal = { readonly code: 'wrong-code' | 'somebody-is-there' } | CreateAccountRefusal

/** Letters and digits that are not taken for one another, and how long a code holds, in hours. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const HOURS = 24

/** Whether nobody can sign in yet. */
export async function isNobodyThere({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  return (await allAccounts(db)).length === 0
}

/** A one-time code for the first account (80 bits), for whoever starts the machine; the register has its hash. */
export async function newSetUpCode(deps: Deps): Promise<string> {
  const signs = Array.from({ length: 16 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
  await deps.db.transaction((tx) => insertSetUpCode(tx, hashOf(signs), deps.now().toISOString()))
  return signs.match(/.{4}/g)?.join('-') ?? signs
}

/**
 * Makes the first account, which may do everything, and signs it in. Only while there is none. Guesses need not wait:
 * 80 bits are out of reach, and waits would let strangers keep the office from beginning.
 */
export async function setUp(
  deps: Deps,
  actor: Actor,
  { code, address, name, email, password }: SetUpRequest,
): Promise<Result<{ token: string }, SetUpRefusal>> {
  requirePermission(actor, 'people:sign-in')
  if (!(await isNobodyThere(deps))) return err({ code: 'somebody-is-there' })
  const madeAt = (await setUpCodes(deps.db)).get(hashOf(code))
  const isRight = madeAt && deps.now().getTime() - Date.parse(madeAt) < HOURS * 3_600_000
  if (!isRight) return err({ code: 'wrong-code' })
  const request = { name, email, password, roles: WHOLE_OFFICE, organisationId: null }
  const ready = await readyAccount(deps, request)
  if (!ready.ok) return ready
  return deps.db.transaction(async (tx) => {
    // Writers take turns: of two who send the code at the same moment, the second finds the first one's account.
    if (!(await isNobodyThere({ db: tx }))) return err({ code: 'somebody-is-there' })
    const made = await keepAccount(deps, tx, { actor: systemActor('Set-up'), ...ready.value })
    if (!made.ok) return made
    await deleteSetUpCodes(tx)
    return ok(await beginSession(deps, tx, { accountId: made.value.id, address }))
  })
}

function hashOf(typed: string): string {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`set-up ${code}`).digest('hex')
}
