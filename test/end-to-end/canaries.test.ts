import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { buildWeb } from '#app/application.js'
import { Metrics } from '#platform/web/metrics.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { bodyOf, post } from '#test/support/attacks.js'
import { everyWordIn } from '#test/support/bytes-of.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { honestForm } from '#test/support/honest-forms.js'
import { linksOf, walk } from '#test/support/site-map.js'

const CANARY = 'quokkafeather'
/** So many files of a kind are opened: those of each district and month are alike. */
const MOST_ALIKE = 8

/** Forms whose words are for the office alone, or for nobody until they are published; and who besides may read them. */
const SECRET: Readonly<Record<string, { readonly forceMayRead: boolean }>> = {
  '/staff/reports/:reportId/sections/:section': { forceMayRead: false },
  '/staff/reports/:reportId/sections/:section/comments': { forceMayRead: false },
  '/staff/reports/new': { forceMayRead: false },
  '/staff/figure-check': { forceMayRead: false },
  '/staff/people/new': { forceMayRead: false },
  '/staff/actions/:actionId/notes/new': { forceMayRead: false },
  '/staff/measures/new': { forceMayRead: true },
  '/staff/actions/new': { forceMayRead: true },
  '/staff/plans/:planId/nodes/new': { forceMayRead: true },
  '/staff/plans/:planId/edit': { forceMayRead: true },
}

const office = await openExampleOffice()
after(() => office.close())
const { visits: pages } = await walk(office, 'office', { from: ['/staff'], perRoute: 2 })

/** Boxes that take any words. */
const WORDS = /^(title|text|name|email|description|vision|note|reason|comment)$/

/** Sends each form with a word of its own in every box that takes words, and says which were taken. */
async function plant(): Promise<Map<string, string>> {
  const planted = new Map<string, string>()
  for (const visit of pages) {
    const { path } = visit.route
    if (!(path in SECRET) || [...planted.values()].includes(path)) continue
    const form = await honestForm(office, visit)
    const canary = `${CANARY}${planted.size}x`
    const isFree = (name: string, kind: string) => kind === 'typed' && WORDS.test(name)
    const free = form.answers.filter(({ name, kind }) => isFree(name, kind))
    const words = free.map(({ name, value }) => {
      const isEmail = name === 'email'
      return [name, encodeURIComponent(isEmail ? `${canary}@example.test` : `${value} ${canary}`)]
    })
    const answer = await post(office, form, { body: bodyOf(form, Object.fromEntries(words)) })
    if (answer.statusCode === 303) planted.set(canary, path)
  }
  return planted
}

const planted = await plant()

/** Every byte that this person can reach by links, page by page and file by file, that holds one of these words. */
async function leaksTo(role: 'public' | 'force', canaries: readonly string[]): Promise<string[]> {
  const { visits } = await walk(office, role, { from: [role === 'public' ? '/' : '/staff'], perRoute: 4 })
  const session = await office.sessionOf(role)
  const read = new Map(visits.map(({ address, html }) => [address, html]))
  const files = [...new Set(visits.flatMap(({ address, html }) => linksOf(html, address)))]
  const kinds = Map.groupBy(
    files.filter((each) => !read.has(each) && !each.startsWith('/assets/')),
    (address) => address.replace(/^(\/\w+).*?(\.\w+)?(\?.*)?$/, '$1 $2'),
  )
  for (const address of [...kinds.values()].flatMap((alike) => alike.slice(0, MOST_ALIKE))) {
    const { rawPayload } = await office.app.inject({ url: address, cookies: session ? { session } : {} })
    read.set(address, await everyWordIn(rawPayload))
  }
  const searched = canaries.map((canary) => `/search?q=${canary}`)
  for (const address of searched) {
    const { body } = await office.app.inject(address)
    // What was looked for stands in its own box.
    read.set(address, body.replace(/value="[^"]*"/g, '').replace(/<title>.*<\/title>|“[^”]*”/g, ''))
  }
  assert.ok(read.size > 40, `only ${read.size} addresses were read`)
  return [...read].flatMap(([address, text]) =>
    canaries.filter((each) => text.includes(each)).map((each) => `${address} holds words of ${planted.get(each)}`),
  )
}

describe('words that are not for everyone', () => {
  it('were planted in drafts, comments, papers and accounts', () => {
    const missing = Object.keys(SECRET).filter((path) => ![...planted.values()].includes(path))
    assert.deepEqual(missing, [])
  })

  it('stand in no page, file, feed or search that the public can reach', async () => {
    assert.deepEqual(await leaksTo('public', [...planted.keys()]), [])
  })

  it('of the office alone stand in nothing that the force can reach', async () => {
    const own = [...planted].filter(([, path]) => SECRET[path]?.forceMayRead === false).map(([canary]) => canary)
    assert.ok(own.length >= 4)
    assert.deepEqual(await leaksTo('force', own), [])
  })

  it('stand in no line of the log, whatever goes wrong with them', async () => {
    const lines: string[] = []
    const limits = { isSecure: false, trustsProxy: false, requestsPerMinute: 1e6 }
    const log = (entry: Readonly<Record<string, unknown>>) => void lines.push(JSON.stringify(entry))
    const watch = { log, logsRequests: true, metrics: new Metrics(), isDraining: () => false }
    const app = await buildWeb(office.deps, limits, watch)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', cookie: `form=${CANARY}` }
    const payload = new URLSearchParams({ _csrf: csrfTokenFor(CANARY), email: CANARY, password: CANARY }).toString()
    await app.inject({ method: 'POST', url: '/sign-in', headers, payload })
    for (const url of [
      `/invitation/${CANARY}`,
      `/pass/${CANARY}`,
      `/search?q=${CANARY}`,
      `/no/${CANARY}`,
      `/%zz${CANARY}`,
    ])
      await app.inject({ url, cookies: { session: CANARY } })
    await app.close()
    assert.deepEqual(
      lines.filter((line) => line.includes(CANARY)),
      [],
    )
  })
})
