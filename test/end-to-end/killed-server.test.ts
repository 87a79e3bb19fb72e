import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { load } from 'cheerio'
import { MIGRATIONS } from '#migrations/all.js'
import { deliveryFor } from '#modules/delivery/index.js'
import { codeAt, stepOf } from '#modules/people/actions/one-time-code.js'
import { beginFactor, confirmFactor } from '#modules/people/actions/set-factor.js'
import { auditEntries, verifyAudit } from '#platform/audit/audit.queries.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge, type Server, serve } from '#test/support/command.js'
import { anActionIn, anOfficeWithPlan } from '#test/support/delivery-office.js'
import { SYSTEM, TEST_DAY, testDeps } from '#test/support/deps.js'
import { anAccount, as, GOOD_PASSWORD } from '#test/support/people.js'

const ROUNDS = 20
/** As many as a small office has people: their writes meet. */
const AT_ONCE = 4

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-killed-server-'))
const file = join(folder, 'register.sqlite')
after(() => rmSync(folder, { recursive: true, force: true }))

type Work = { readonly planId: string; readonly address: string; readonly email: string; readonly secret: string }

async function makeOffice(): Promise<Work> {
  const db = openSqlite(file)
  await migrate(db, MIGRATIONS)
  const deps = testDeps(db)
  const office = await anOfficeWithPlan(deps)
  const action = await anActionIn(deps, office)
  const account = await anAccount(deps)
  const { secret } = await beginFactor(deps, as(account, SYSTEM))
  await confirmFactor(deps, as(account, SYSTEM), { typed: codeAt(secret, stepOf(deps.now())) })
  await db.close()
  return { planId: office.planId, address: `/staff/actions/${action.id}/updates/new`, email: account.email, secret }
}

/** A browser with one session, which sends forms as they stand on their page. */
type Client = { readonly cookie: string; readonly token: string }

/** Sends a form; answers with the status, or nothing when the server was gone before it answered. */
async function send(url: string, { cookie, token }: Client, form: Record<string, string>) {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const body = new URLSearchParams({ _csrf: token, ...form })
  try {
    return await fetch(url, { method: 'POST', headers, body, redirect: 'manual' })
  } catch {
    return undefined
  }
}

async function open(url: string, cookie = ''): Promise<Client> {
  const answer = await fetch(url, { headers: { cookie } })
  const given = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  const token = load(await answer.text())('main form [name="_csrf"]').attr('value') ?? ''
  return { cookie: [cookie, ...given].filter(Boolean).join('; '), token }
}

async function signIn({ url }: Server, { email, secret }: Work): Promise<string> {
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

/** Everybody writes until the server is killed under them. Answers with what it had acknowledged. */
async function writeAndKill(
  server: Server,
  client: Client,
  { address }: Work,
  milliseconds: number,
): Promise<string[]> {
  const acknowledged: string[] = []
  let isAlive = true
  const write = async (person: number) => {
    for (let n = 0; isAlive; n += 1) {
      const text = `Update ${server.url} ${person} ${n}`
      const form = { text, 'on-day': '30', 'on-month': '4', 'on-year': '2025', status: '' }
      const answer = await send(server.url + address, client, form)
      if (answer) assert.equal(answer.status, 303)
      if (answer) acknowledged.push(text)
    }
  }
  const writing = Array.from({ length: AT_ONCE }, (_, person) => write(person))
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  server.process.kill('SIGKILL')
  await once(server.process, 'exit')
  isAlive = false
  await Promise.all(writing)
  return acknowledged
}

/** What the register holds, as it was left: each update by its words, and how many the audit trail tells of. */
async function whatIsKept(planId: string) {
  const db = openSqlite(file)
  const { actions } = await deliveryFor(db, planId, TEST_DAY)
  const texts = actions.flatMap(({ updates }) => updates.map(({ text }) => text))
  const told = (await auditEntries(db, 1_000_000)).filter(({ action }) => action === 'delivery.record-update')
  const { intact } = await verifyAudit(db)
  await db.close()
  return { texts, told: told.length, intact }
}

it(`keeps every update that it acknowledged when the server is killed, ${ROUNDS} times`, async () => {
  const work = await makeOffice()
  const settings = { FRANKPLEDGE_DATA: folder }
  const acknowledged: string[] = []
  let cookie = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await serve(settings)
    cookie ||= await signIn(server, work)
    const client = await open(server.url + work.address, cookie)
    acknowledged.push(...(await writeAndKill(server, client, work, 30 + ((round * 37) % 150))))
    const { texts, told, intact } = await whatIsKept(work.planId)
    const kept = new Set(texts)
    assert.deepEqual(
      acknowledged.filter((text) => !kept.has(text)),
      [],
      `round ${round}`,
    )
    assert.equal(told, texts.length, `round ${round}: an update without its entry in the audit trail, or the reverse`)
    assert.ok(intact, `round ${round}: the audit trail is broken`)
  }
  assert.ok(acknowledged.length > ROUNDS, `only ${acknowledged.length} updates were acknowledged`)
  assert.equal((await frankpledge(settings, 'audit', 'verify')).code, 0)
})
