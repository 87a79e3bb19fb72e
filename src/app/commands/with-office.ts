import type { Config } from '#platform/config.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { depsOver } from '../application.js'
import { openRegister } from '../open-register.js'

/** Runs work over the office that the settings name, and lets everything go afterwards. */
export async function withOffice<T>(
  config: Config,
  work: (deps: Deps) => Promise<T>,
  open: (config: Config) => Promise<Db> | Db = openRegister,
): Promise<T> {
  const db = await open(config)
  try {
    const deps = await depsOver(db, config)
    try {
      return await work(deps)
    } finally {
      await deps.lake.close()
    }
  } finally {
    await db.close()
  }
}
