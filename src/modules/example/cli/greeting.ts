import { currentBody } from '#modules/body/index.js'
import { allAccounts } from '#modules/people/index.js'
import type { Deps } from '#platform/deps.js'
import { accountLines, EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD, FIRST_STEPS } from '../domain/accounts.js'

/** What `serve` says in an example office: its accounts and what to try. */
export async function greeting(deps: Deps): Promise<readonly string[]> {
  const accounts = await allAccounts(deps.db)
  const body = await currentBody(deps.db, deps.today())
  if (!body?.demonstrationOn) return []
  const there = new Set(accounts.filter(({ isActive }) => isActive).map(({ email }) => email))
  const examples = EXAMPLE_ACCOUNTS.filter(({ email }) => there.has(email))
  if (examples.length === 0) return []
  return [
    '',
    `Example accounts, each with the password ${EXAMPLE_PASSWORD}`,
    ...accountLines(examples),
    '',
    'What to try first',
    ...FIRST_STEPS.map((step, index) => `  ${index + 1}. ${step}`),
  ]
}
