import assert from 'node:assert/strict'
import { load } from 'cheerio'
import { deliveryFor } from '#modules/delivery/index.js'
import { beginSession } from '#modules/people/actions/begin-session.js'
import { openFactor } from '#modules/people/actions/factor-secret.js'
import { codeAt, stepOf } from '#modules/people/actions/one-time-code.js'
import { beginFactor, confirmFactor } from '#modules/people/actions/set-factor.js'
import { auditEntries, verifyAudit } from '#platform/audit/audit.queries.js'
import { trustFrom } from '#platform/auth/open-trust.js'
import { configFrom } from '#platform/config.js'
import type { Db } from '#platform/db/db.js'
import { anActionIn, anOfficeWithPlan } from './delivery-office.js'
import { SYSTEM, TEST_DAY, testDeps } from './deps.js'
import { anAccount, as, GOOD_PASSWORD } from './people.js'

/** An office in which somebody can sign in and write: where updates are sent to, and what signing in takes. */
export type Work = {
  readonly planId: string
  readonly address: string
  readonly email: string
  readonly secret: string
}

/** Makes such an office in a register whose server has this data folder. */
export async function makeWork(db: Db, folder: string): Promise<Work> {
  const deps = { ...testDeps(db), trust: trustFrom(configFrom({ FRANKPLEDGE_DATA: folder })) }
  const office = await anOfficeWithPlan(deps)
  const action = await anActionIn(deps, office)
  const account = await anAccount(deps)
  const here = { accountId: account.id, address: '192.0.2.1' }
  const { token: sessionToken } = await deps.db.transaction((tx) => beginSession(deps, tx, here))
  await beginFactor(deps, as(account, SYSTEM), { sessionToken })
  const secret = (await openFactor(deps, deps.db, account.id))?.secret ?? ''
  await confirmFactor(deps, as(account, SYSTEM), { sessionToken, typed: codeAt(secret, stepOf(deps.now())) })
  return { planId: office.planId, address: `/staff/actions/${action.id}/updates/new`, email: account.email, secret }
}

/** A browser with one session, which sends forms as they stand on their page. */
export type Client = { readonly cookie: string; readonly token: string }

/** Sends a form; answers with the status, or nothing when the server was gone before it answered. */
export async function send(url: string, { cookie, token }: Client, form: Record<string, string>) {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ _csrf: token, ...form })
  try {
    return await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })
  } catch {
    return undefined
  }
}

/** Opens a page as a browser with this cookie, ready to send its form. */
export async function open(url: string, cookie = ''): Promise<Client> {
  const answer = await fetch(url, { headers: { cookie } })
  const given = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  const token = load(await answer.text())('main form [name="_csrf"]').attr('value') ?? ''
  return { cookie: [cookie, ...given].filter(Boolean).join('; '), token }
}

/** Signs in with password and code; answers with the session's cookie. */
export async function signIn(url: string, { email, secret }: Work): Promise<string> {
  const answer = await send(`${url}/sign-in`, await open(`${url}/sign-in`), { email, password: GOOD_PASSWORD })
  const half = sessionOf(answer)
  const code = codeAt(secret, stepOf(new Date()))
  return sessionOf(await send(`${url}/sign-in/code`, await open(`${url}/sign-in/code`, half), { code }))
}

function sessionOf(answer: Response | undefined): string {
  const session = answer?.headers.getSetCookie().find((cookie) => cookie.startsWith('session='))
  assert.ok(session, `cannot sign in: ${answer?.status}`)
  return session.split(';')[0] ?? ''
}

/** Records one update; says whether it was acknowledged. Any answer but that, a plain refusal or the way to sign in is a fault. */
async function writeUpdate(url: string, client: Client, text: string): Promise<boolean> {
  const form = { text, 'on-day': '30', 'on-month': '4', 'on-year': '2025', status: '' }
  const answer = await send(url, client, form)
  if (answer) assert.ok(answer.status === 303 || answer.status === 500, `answered ${answer.status}`)
  return answer?.status === 303 && !answer.headers.get('location')?.startsWith('/sign-in')
}

/** Several people write without pause until told to stop. Answers with what was acknowledged to them. */
export function startWriting(
  urls: readonly string[],
  client: Client,
  { people, label }: { people: number; label: string },
): { readonly acknowledged: readonly string[]; readonly stop: () => Promise<void> } {
  const acknowledged: string[] = []
  let isOver = false
  const write = async (person: number) => {
    for (let n = 0; !isOver; n += 1) {
      const text = `Update ${label} ${person} ${n}`
      const url = urls[(person + n) % urls.length] ?? ''
      if (await writeUpdate(url, client, text)) acknowledged.push(text)
      // Who was sent away does not hammer at the door.
      else await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const writing = Promise.all(Array.from({ length: people }, (_, person) => write(person)))
  const stop = async () => {
    isOver = true
    await writing
  }
  return { acknowledged, stop }
}

/** What the register holds: each update by its words, how many the audit trail tells of, and whether that is whole. */
async function whatIsKept(db: Db, planId: string) {
  const { actions } = await deliveryFor(db, planId, TEST_DAY)
  const texts = actions.flatMap(({ updates }) => updates.map(({ text }) => text))
  const told = (await auditEntries(db, 1_000_000)).filter(({ action }) => action === 'delivery.record-update')
  const { intact } = await verifyAudit(db)
  return { texts, told: told.length, intact }
}

/** Every acknowledged update is kept, each with its entry in a whole audit trail. */
export async function assertNothingLost(db: Db, planId: string, acknowledged: readonly string[]): Promise<void> {
  const { texts, told, intact } = await whatIsKept(db, planId)
  const kept = new Set(texts)
  assert.deepEqual(
    acknowledged.filter((text) => !kept.has(text)),
    [],
  )
  assert.equal(new Set(texts).size, texts.length, 'an update was kept twice')
  assert.equal(told, texts.length, 'an update without its entry in the audit trail, or the reverse')
  assert.ok(intact, 'the audit trail is broken')
}
