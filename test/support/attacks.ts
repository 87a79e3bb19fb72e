import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { load } from 'cheerio'
import type { LightMyRequestResponse } from 'fastify'
import { auditHead } from '#platform/audit/audit.queries.js'
import { type Db, reading } from '#platform/db/db.js'
import { csrfTokenFor } from '#platform/web/security.js'
import type { ExampleOffice } from './example-office.js'
import type { HonestForm } from './honest-forms.js'

type Headers = Readonly<Record<string, string>>
type Sent = { readonly body: string | Buffer; readonly headers?: Headers; readonly cookies?: Headers }

const FORM = 'application/x-www-form-urlencoded'
/** The cookie of someone who has not signed in. */
const STRANGER = 'a-stranger-at-the-door'

/** The token that goes with a form. */
export function tokenOf({ session }: HonestForm): string {
  return csrfTokenFor(session ?? STRANGER)
}

/** Posts this to the form's address, from its viewer's own browser unless the headers say otherwise. */
export function post(office: ExampleOffice, form: HonestForm, { body, headers, cookies }: Sent) {
  return office.app.inject({
    method: 'POST',
    url: form.address,
    cookies: cookies ?? (form.session ? { session: form.session } : { form: STRANGER }),
    headers: { 'content-type': FORM, 'sec-fetch-site': 'same-origin', ...headers },
    payload: body,
  })
}

/** The answers as they go over the wire, with the token first; `changed` are percent-encoded already. */
export function bodyOf(form: HonestForm, changed: Headers = {}): string {
  const sent = new Map([['_csrf', tokenOf(form)], ...form.answers.map(({ name, value }) => [name, value] as const)])
  const pairs = [...sent].map(([name, value]) => [name, changed[name] ?? encodeURIComponent(value)])
  return pairs.map((pair) => pair.join('=')).join('&')
}

const INNER_WORDS = /\bat .{1,200}\.[jt]sx?:\d+|sqlite|TypeError|RangeError|\[object Object\]|node_modules/i

/** What holds of every answer: never our own mistake, nothing of our insides, and the same security headers. */
export function assertSound({ statusCode, headers, body }: LightMyRequestResponse, what: string): void {
  assert.ok(statusCode < 500, `${what} answers ${statusCode}`)
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, what)
  assert.equal(headers['x-content-type-options'], 'nosniff', what)
  assert.equal(headers['x-frame-options'], 'DENY', what)
  if (String(headers['content-type']).startsWith('text/html')) assert.doesNotMatch(body, INNER_WORDS, what)
}

/** A refusal: sound, with one of these statuses, and in words. */
export function assertRefused(answer: LightMyRequestResponse, statuses: readonly number[], what: string): void {
  assertSound(answer, what)
  assert.ok(statuses.includes(answer.statusCode), `${what} answers ${answer.statusCode}, not ${statuses.join(' or ')}`)
  const $ = load(answer.body)
  const message = $('.govuk-error-summary__list').text() || $('main h1 + p').text()
  assert.match(message, /\w+ \w+/, `${what} is refused without a message`)
}

/** Does it, and sees that the audit trail is no longer than before. */
export async function changingNothing<T>(office: ExampleOffice, what: string, work: () => Promise<T>): Promise<T> {
  const before = await auditHead(office.deps.db)
  const result = await work()
  assert.equal(await auditHead(office.deps.db), before, `${what} changed something`)
  return result
}

/** Grow by mere use: who is signed in, and who mistyped a password. */
const BY_USE = ['people_session', 'people_throttle']

/** One hash over every row of the register but those. */
export async function digestOf(db: Db): Promise<string> {
  const rows = reading<Record<string, Record<string, unknown>>>(db)
  const tables = await rows.selectFrom('sqlite_master').select('name').where('type', '=', 'table').execute()
  const hash = createHash('sha256')
  for (const { name } of tables) {
    if (!BY_USE.includes(String(name)))
      hash.update(JSON.stringify(await rows.selectFrom(String(name)).selectAll().execute()))
  }
  return hash.digest('hex')
}
