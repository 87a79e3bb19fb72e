import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildWeb, depsOver, openRegister } from '#app/application.js'
import { EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import { configFrom } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import type { Role } from '#platform/module.js'
import { csrfTokenFor } from '#platform/web/security.js'

/** The example office, served on a port of its own from a copy that the test may change. */
export type ExampleOffice = {
  readonly app: FastifyInstance
  readonly deps: Deps
  /** Where a browser finds it, without a slash at the end. */
  readonly url: string
  /** The session of the example account of this role; undefined for the public. */
  readonly sessionOf: (role: Role) => Promise<string | undefined>
  readonly close: () => Promise<void>
}

const root = join(import.meta.dirname, '../../..')

/** Makes the example office in a folder, as `script/start` does on its first run. */
function createExampleIn(folder: string): void {
  const env = { ...process.env, FRANKPLEDGE_DATA: folder, DATABASE_URL: '' }
  execFileSync(join(root, 'bin/frankpledge'), ['example', 'create'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Opens a fresh copy of the example office: of the one that EXAMPLE_OFFICE names, or of one made for this test. */
export async function openExampleOffice(): Promise<ExampleOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'example-office-'))
  const made = process.env.EXAMPLE_OFFICE
  if (made) cpSync(made, folder, { recursive: true })
  else createExampleIn(folder)
  const settings = configFrom({ FRANKPLEDGE_DATA: folder, REQUESTS_PER_MINUTE: '1000000' })
  const db = await openRegister(settings)
  const deps = await depsOver(db)
  const app = await buildWeb(deps, settings)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const sessions = new Map<Role, Promise<string>>()
  return {
    app,
    deps,
    url: `http://127.0.0.1:${port}`,
    sessionOf: async (role) => {
      if (role === 'public') return undefined
      const session = sessions.get(role) ?? signIn(app, role)
      sessions.set(role, session)
      return session
    },
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function signIn(app: FastifyInstance, role: Role): Promise<string> {
  const email = EXAMPLE_ACCOUNTS.find((account) => account.role === role)?.email
  if (!email) throw new Error(`The example office has no account for the role ${role}`)
  const form = { email, password: EXAMPLE_PASSWORD, _csrf: csrfTokenFor('sign-in') }
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    cookies: { form: 'sign-in' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(form).toString(),
  })
  const session = answer.cookies.find(({ name }) => name === 'session')?.value
  if (!session) throw new Error(`${email} could not sign in: ${answer.statusCode}`)
  return session
}
