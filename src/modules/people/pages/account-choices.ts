import { ACCOUNT_ROLES } from '#kernel/roles.js'
import { currentBody, organisationById, organisationsOf } from '#modules/body/index.js'
import type { Deps } from '#platform/deps.js'
import type { Account, AccountRefusal } from '../domain/account.js'
import { ROLE_WORDS } from '../domain/role-words.js'

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

/** Why an account cannot be so, in words. */
export function explainAccount({ code }: AccountRefusal): string {
  switch (code) {
    case 'needs-organisation':
      return 'Select whom they speak for: force and partner contributors must say'
    case 'needs-role':
      return 'Select at least one role'
    case 'not-together':
      return 'Roles of the office do not go with those of the force, partners, panel, visitors or auditors: nobody sits on both sides'
    case 'ends-before':
      return 'The last day must be the first day or later'
    case 'last-administrator':
      return 'This is the last person who can let others in: give somebody else the role Administrator first'
  }
}
