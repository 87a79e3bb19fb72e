import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { buildWeb, permissionsByRole } from '#app/application.js'
import type { IsoDate } from '#kernel/dates.js'
import { WHOLE_OFFICE } from '#kernel/roles.js'
import { type Actor, publicActor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { Holder } from '#platform/module.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { openTestDb } from './databases.js'
import { TEST_DAY, testDeps } from './deps.js'

export { SYSTEM } from './deps.js'

/** Someone of this role, with exactly the permissions that the modules give it; `office` is somebody with every role of it. */
export function actorOf(role: Holder, organisationId?: string): Actor {
  const byRole = permissionsByRole()
  const roles = role === 'office' ? WHOLE_OFFICE : [role]
  const permissions = new Set(roles.flatMap((each) => [...(byRole.get(each) ?? [])]))
  if (role === 'public') return publicActor(permissions)
  return {
    kind: 'person',
    id: `test-${role}`,
    name: `Test ${role}`,
    role,
    permissions,
    ...(organisationId && { organisationId }),
  }
}

/** A form as a test writes it. */
export type TestForm = Readonly<Record<string, string | readonly string[]>>

/** The whole application over an empty register in memory, asked without a network. */
export type TestApp = {
  readonly app: FastifyInstance
  readonly deps: Deps
  readonly get: (path: string, as?: Actor) => Promise<LightMyRequestResponse>
  /** Posts a form with the right token, as a browser on the page would. */
  readonly post: (path: string, form: TestForm, as?: Actor) => Promise<LightMyRequestResponse>
  /** Posts a form in parts, with one file, as a browser would. */
  readonly upload: (path: string, form: TestForm, sent: TestUpload) => Promise<LightMyRequestResponse>
  readonly close: () => Promise<void>
}

/** A file that a test sends, and who sends it. */
export type TestUpload = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly as?: Actor
  /** The question that it answers; `file` where nothing is said. */
  readonly question?: string
}

/** Starts the application for a test. Whoever asks is who the test says, with no sign-in needed. */
export async function testApp({ day = TEST_DAY }: { day?: IsoDate } = {}): Promise<TestApp> {
  const db = await openTestDb()
  const deps = testDeps(db, day)
  const people = new Map<string, Actor>()
  const app = await buildWeb(
    deps,
    { isSecure: false, trustsProxy: false, requestsPerMinute: 1e6 },
    undefined,
    async (token) => people.get(token),
  )
  const cookiesFor = (as: Actor | undefined): Record<string, string> => {
    if (!as || as.kind === 'public') return { form: 'test-form' }
    people.set(`test-session-${as.id}`, as)
    return { session: `test-session-${as.id}` }
  }
  return {
    app,
    deps,
    get: (path, as) => app.inject({ method: 'GET', url: path, cookies: cookiesFor(as) }),
    post: async (path, form, as) => {
      const cookies = cookiesFor(as)
      const body = new URLSearchParams({ _csrf: csrfTokenFor(cookies.session ?? cookies.form ?? '') })
      for (const [name, value] of Object.entries(form)) {
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
      return app.inject({ method: 'POST', url: path, cookies, headers, payload: body.toString() })
    },
    upload: async (path, form, { fileName, bytes, as, question = 'file' }) => {
      const cookies = cookiesFor(as)
      const body = new FormData()
      body.set('_csrf', csrfTokenFor(cookies.session ?? cookies.form ?? ''))
      for (const [name, value] of Object.entries(form)) body.set(name, String(value))
      body.set(question, new File([Buffer.from(bytes)], fileName))
      const sent = new Response(body)
      const headers = { 'content-type': sent.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' }
      const payload = Buffer.from(await sent.arrayBuffer())
      return app.inject({ method: 'POST', url: path, cookies, headers, payload })
    },
    close: async () => {
      await app.close()
      await db.close()
    },
  }
}
