import type { Deps } from '#platform/deps.js'
import { allAccounts } from '../data/account.queries.js'

/** What `serve` says while nobody can sign in yet: how to make the first account. */
export async function greeting({ db }: Deps): Promise<readonly string[]> {
  return (await allAccounts(db)).length > 0 ? [] : HOW_TO_BEGIN
}

const HOW_TO_BEGIN = [
  '',
  'Nobody can sign in yet. Make the first account:',
  '  frankpledge people create --email you@office.example --name "Policy officer" --role office',
]
