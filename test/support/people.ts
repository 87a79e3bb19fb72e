import { WHOLE_OFFICE } from '#kernel/roles.js'
import { type Account, type CreateAccountRequest, createAccount } from '#modules/people/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

/** A password that every rule allows. */
export const GOOD_PASSWORD = 'copper lantern tuesday'

/** Someone with every role of the office who can sign in, but for what the test says. */
export async function anAccount(deps: Deps, change: Partial<CreateAccountRequest> = {}): Promise<Account> {
  const request: CreateAccountRequest = {
    email: 'policy@wessex.example',
    name: 'Policy officer',
    roles: WHOLE_OFFICE,
    organisationId: null,
    password: GOOD_PASSWORD,
    ...change,
  }
  const made = await createAccount(deps, SYSTEM, request)
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}

/** The actor, as the person of this account. */
export function as(account: Account, actor: Actor): Actor {
  return { ...actor, id: account.id, name: account.name }
}
