import { currentBody, organisationById, organisationsOf } from '#modules/body/index.js'
import type { Deps } from '#platform/deps.js'
import { ACCOUNT_ROLES, type Account, ROLE_WORDS } from '../domain/account.js'

/** The roles that an account may have, as they are offered. */
export const ROLE_CHOICES = ACCOUNT_ROLES.map((value) => ({
  value,
  text: ROLE_WORDS[value].name,
  hint: ROLE_WORDS[value].purpose,
}))

/** The organisations that an account may speak for: today's, and the one that it speaks for already. */
export async function organisationChoices({ db, today }: Deps, account?: Account) {
  const body = await currentBody(db, today())
  const organisations = body ? await organisationsOf(db, body.id, today()) : []
  const own = account?.organisationId ? await organisationById(db, account.organisationId) : undefined
  const all = own && !organisations.some(({ id }) => id === own.id) ? [...organisations, own] : organisations
  return [{ value: '', text: 'None' }, ...all.map(({ id, name }) => ({ value: id, text: name }))]
}
