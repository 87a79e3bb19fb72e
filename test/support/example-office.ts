import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { buildWeb, depsOver } from '#app/application.js'
import { openRegister } from '#app/open-register.js'
import { EXAMPLE_ACCOUNTS, EXAMPLE_PASSWORD, type ExampleAccount } from '#modules/example/domain/accounts.js'
import { configFrom } from '#platform/config.js'
import type { Deps } from '#platform/deps.js'
import type { Holder } from '#platform/module.js'
import { csrfTokenFor } from '#platform/web/security.js'

/** The example office, served on a port of its own from a copy that the test may change. */
export type ExampleOffice = {
  readonly app: FastifyInstance
  readonly deps: Deps
  /** Where a browser finds it, without a slash at the end. */
  readonly url: string
  /** The session of the example account of this role; undefined for the public. */
  readonly sessionOf: (role: Holder) => Promise<string | undefined>
  /** Sends a form as this role, with the right token; answers with where it leads. */
  readonly send: (path: string, form: Readonly<Record<string, string>>, role: Holder) => Promise<string>
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
  const deps = await depsOver(db, settings)
  const app = await buildWeb(deps, settings)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const sessionOf = sessionsOver(app)
  return {
    app,
    deps,
    url: `http://127.0.0.1:${port}`,
    sessionOf,
    send: async (path, form, role) => {
      const session = (await sessionOf(role)) ?? ''
      const { statusCode, headers } = await post(app, path, form, { session })
      if (statusCode !== 303) throw new Error(`${path} answers ${statusCode}, not 303`)
      return String(headers.location)
    },
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in once for each role, when first asked. */
function sessionsOver(app: FastifyInstance): ExampleOffice['sessionOf'] {
  const sessions = new Map<Holder, Promise<string>>()
  return async (role) => {
    if (role === 'public') return undefined
    const session = sessions.get(role) ?? signIn(app, role)
    sessions.set(role, session)
    return session
  }
}

async function signIn(app: FastifyInstance, role: Holder): Promise<string> {
  const isOfRole = ({ roles }: ExampleAccount) => (role === 'office' ? roles.length > 1 : roles.join() === role)
  const email = EXAMPLE_ACCOUNTS.find(isOfRole)?.email
  if (!email) throw new Error(`The example office has no account for the role ${role}`)
  const answer = await post(app, '/sign-in', { email, password: EXAMPLE_PASSWORD }, { form: 'sign-in' })
  const session = answer.cookies.find(({ name }) => name === 'session')?.value
  if (!session) throw new Error(`${email} could not sign in: ${answer.statusCode}`)
  return session
}

type Cookies = { session: string } | { form: string }

function post(app: FastifyInstance, url: string, form: Readonly<Record<string, string>>, cookies: Cookies) {
  const _csrf = csrfTokenFor(Object.values(cookies)[0] ?? '')
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
  return app.inject({
    method: 'POST',
    url,
    cookies,
    headers,
    payload: new URLSearchParams({ ...form, _csrf }).toString(),
  })
}
