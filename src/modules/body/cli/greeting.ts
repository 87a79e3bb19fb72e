import type { Deps } from '#platform/deps.js'
import { hasBody } from '../data/body.queries.js'

/** What `serve` says while the register serves nobody yet: how to found the body. */
export async function greeting({ db }: Deps): Promise<readonly string[]> {
  return (await hasBody(db)) ? [] : HOW_TO_FOUND
}

const HOW_TO_FOUND = [
  '',
  'No local policing body has been founded yet. Describe yours in a file of the form of',
  'docs/operations/office.example.json, and found it:',
  '  frankpledge body found office.json',
  'Or make the example office, to try everything on: frankpledge example create',
]
