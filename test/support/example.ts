import { createExample, type Told } from '#modules/example/actions/create-example.js'
import { readContent } from '#modules/example/cli/read-content.js'
import type { Db } from '#platform/db/db.js'
import { SYSTEM, testDeps } from './deps.js'

/** Says nothing while it works. */
const QUIET: Told = { say: () => {}, progress: () => {} }

/** Makes the example office in a register, with another piece of content where the test gives one. */
export function makeExample(db: Db, change: Partial<ReturnType<typeof readContent>> = {}) {
  return createExample(testDeps(db), SYSTEM, { ...readContent(), ...change }, QUIET)
}
