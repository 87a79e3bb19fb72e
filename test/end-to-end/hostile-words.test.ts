import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { load } from 'cheerio'
import { allAccounts } from '#modules/people/index.js'
import type { Holder } from '#platform/module.js'
import { bodyOf, post } from '#test/support/attacks.js'
import { everyWordIn } from '#test/support/bytes-of.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { type HonestForm, honestForm } from '#test/support/honest-forms.js'
import { everyPage, linksOf, type Visit, walk } from '#test/support/site-map.js'

const office = await openExampleOffice()
after(() => office.close())
const pages = await everyPage(office)
const before = new Map((await allAccounts(office.deps.db)).map(({ id, roles, isActive }) => [id, { roles, isActive }]))

/** Breaks out of a cell, an attribute, an element and Markdown, where one of them does not hold. */
const WORDS = `=cmd|'x'!A0 "'><img src=x data-attack onerror=alert(1)></textarea></title><script data-attack>alert(1)</script> [a](javascript:alert(1))`
/** What stays of them in whatever is honest about them. */
const TRACE = 'onerror=alert(1)'

/** What nobody may say of themselves by adding it to a form that does not ask. */
const UNASKED =
  'role=administrator&roles=administrator&permissions=people:manage&isActive=off&is_active=0&accountId=x&account_id=x' +
  '&published_at=2020-01-01&publishedAt=2020-01-01&recorded_by=x&version=1&id=x&from-day=1&organisationId=x'

/** Not what ends a session, an account or a way in, and what leads to them. */
const isOurs = (path: string) => /^\/(sign|set-up|invitation|pass)|^\/staff\/account/.test(path)

const forms = [...pages].flatMap(([{ path, hasForm }, visit]): Visit[] =>
  hasForm && visit && !isOurs(path) ? [visit] : [],
)

/** The answers that take words, all at once or one after the other. */
function wordsIn(form: HonestForm): string[] {
  return form.answers
    .filter(({ kind, name }) => kind === 'typed' && !/-(day|month|year)$/.test(name))
    .map(({ name }) => name)
}

/** What a page draws that only an attack would: an element, or an address that runs. */
function attacksIn(html: string): string[] {
  const page = load(html)
  const drawn = page('[data-attack], [onerror], [href^="javascript:"], [src^="javascript:"], [action^="javascript:"]')
  return drawn.toArray().map((element) => page.html(element).slice(0, 80))
}

/** Cells that a spreadsheet would run. */
function formulasIn(csv: string): string[] {
  return csv.split(/\r?\n/).filter((line) => /(^|,)"?[=@\t\r]|(^|,)"?[+-](?![\d.])/.test(line))
}

const taken: string[] = []
let drawn: string[] = []

describe('words that mean harm, in every box of every form', () => {
  for (const visit of forms) {
    it(`${visit.route.path} shows them as words where it refuses them, or keeps them as words`, async () => {
      const form = await honestForm(office, visit)
      const names = wordsIn(form)
      const send = async (hostile: readonly string[]) => {
        const changed = Object.fromEntries(hostile.map((name) => [name, encodeURIComponent(WORDS)]))
        const answer = await post(office, form, { body: `${bodyOf(form, changed)}&${UNASKED}` })
        assert.ok(answer.statusCode < 500, `${visit.address} answers ${answer.statusCode}`)
        drawn = [...drawn, ...attacksIn(answer.body)]
        return answer.statusCode === 303
      }
      if (await send(names)) return void taken.push(visit.route.path)
      for (const name of names) if (await send([name])) taken.push(`${visit.route.path} ${name}`)
    })
  }

  it('run nowhere: not in a form that came back', () => {
    assert.ok(taken.length > 30, `only ${taken.length} took the words`)
    assert.deepEqual(drawn, [])
  })
})

describe('what is read afterwards', () => {
  const readers: Partial<Record<Holder, string>> = { office: '/staff', public: '/', force: '/staff', auditor: '/staff' }

  for (const [role, from] of Object.entries(readers) as [Holder, string][]) {
    it(`runs nothing that was typed, for ${role}`, async () => {
      const { visits } = await walk(office, role, { from: [from], perRoute: 6 })
      const drawnHere = visits.flatMap(({ address, html }) => attacksIn(html).map((each) => `${address}: ${each}`))
      assert.deepEqual(drawnHere, [])
      const holding = visits.filter(({ html }) => load(html).text().includes(TRACE) || html.includes('onerror=alert'))
      assert.ok(holding.length > 0, `no page of ${role} has the words, so nothing was tried`)
    })
  }

  it('holds no cell that a spreadsheet would run', async () => {
    const { visits } = await walk(office, 'office', { from: ['/staff', '/'], perRoute: 6 })
    const session = (await office.sessionOf('office')) ?? ''
    const files = [...new Set(visits.flatMap(({ address, html }) => linksOf(html, address)))].filter((each) =>
      /[.]csv/.test(each),
    )
    let holding = 0
    for (const url of files) {
      const { rawPayload, statusCode } = await office.app.inject({ url, cookies: { session } })
      if (statusCode !== 200) continue
      const text = await everyWordIn(rawPayload)
      holding += text.includes(TRACE) ? 1 : 0
      assert.deepEqual(formulasIn(text).slice(0, 3), [], url)
    }
    assert.ok(files.length > 5 && holding > 0, `${holding} of ${files.length} files hold the words`)
  })

  it('gave nobody a role, and shut nobody out, by an answer that no form asks for', async () => {
    for (const { id, email, roles, isActive } of await allAccounts(office.deps.db)) {
      const known = before.get(id)
      if (known) assert.deepEqual({ roles, isActive }, known, email)
      else assert.ok(!roles.some(({ role }) => role === 'administrator'), `${email} was made an administrator`)
    }
  })
})
