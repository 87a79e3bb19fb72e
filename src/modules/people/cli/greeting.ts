import type { Deps } from '#platform/deps.js'
import { isNobodyThere, newSetUpCode } from '../actions/set-up.js'

/** What `serve` says while nobody can sign in yet: where to make the first account, with a code that works once. */
export async function greeting(deps: Deps): Promise<readonly string[]> {
  if (!(await isNobodyThere(deps))) return []
  const code = await newSetUpCode(deps)
  return [
    '',
    'Nobody can sign in yet. Make the first account, within a day:',
    `  ${deps.trust.publicUrl}/set-up   with the code ${code}`,
    'or on the command line:',
    '  frankpledge people create --email you@office.example --name "Policy officer" --role office',
  ]
}
