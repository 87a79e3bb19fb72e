import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { load } from 'cheerio'
import { deliveryFor } from '#modules/delivery/index.js'
import { publishedMeasureBySlug } from '#modules/measures/index.js'
import { planBySlug, planTree } from '#modules/plan/index.js'
import { csrfTokenFor } from '#platform/web/security.js'
import { assertRefused, bodyOf, changingNothing, digestOf, post, tokenOf } from '#test/support/attacks.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { type FormAnswer, type HonestForm, honestForm } from '#test/support/honest-forms.js'
import { checkedDocument, draftFigures, everyPage, type Visit } from '#test/support/site-map.js'

const office = await openExampleOffice()
after(() => office.close())
const pages = await everyPage(office)

/** Where a form can be accepted when the first address that a link leads to cannot: each with something to lose. */
async function betterPlaces(): Promise<Readonly<Record<string, string>>> {
  const newNode = [...pages].find(([{ path }]) => path === '/staff/plans/:planId/nodes/new')?.[1]?.address ?? ''
  const added = await office.send(newNode, { title: 'Something to remove' }, 'office')
  const measure = await publishedMeasureBySlug(office.deps.db, 'burglary')
  return {
    '/staff/plans/nodes/:nodeId/remove': `/staff/plans/nodes/${added.split('#part-')[1]}/remove`,
    // Not those that other forms here take in or delete, nor one that is held for a while only.
    '/staff/measures/import/:draftId/mapping': `${await draftFigures(office)}/mapping`,
    '/staff/figure-check/:textId': await checkedDocument(office),
    '/staff/figure-check/:textId/findings/:findingId': await findingToDecide(),
    '/staff/measures/:measureId/publish': `/staff/measures/${measure?.id}/publish`,
    '/staff/measures/:measureId/figure': `/staff/measures/${measure?.id}/figure`,
  }
}

async function findingToDecide(): Promise<string> {
  const session = (await office.sessionOf('office')) ?? ''
  const { body } = await office.app.inject({ url: await checkedDocument(office), cookies: { session } })
  return load(body)('a[href*="/findings/"]').attr('href') ?? ''
}

const better = await betterPlaces()

/** Forms that stand only after something that these tests do not have; their own tests attack them. */
const ELSEWHERE = [
  '/sign-out',
  '/sign-in/code',
  '/set-up',
  '/invitation/:token',
  '/pass/:token',
  '/staff/account/passkeys',
  '/staff/reports/:reportId/word',
  '/staff/reports/:reportId/word/:paperId',
  '/staff/account/recovery-codes',
]

/** One's own password and sessions are tried by somebody whom no other form needs, and whom nobody stands in for. */
const isOwn = (path: string) => path.startsWith('/staff/account') && path !== '/staff/account/stand-in'

/** Every form with its page. */
const forms = [...pages].flatMap(([route, visit]): Visit[] => {
  const { path, hasForm } = route
  if (!hasForm || ELSEWHERE.includes(path)) return []
  if (!visit) throw new Error(`No link leads to ${path}`)
  const address = better[path] ?? visit.address
  return [{ ...visit, address, ...(isOwn(path) && { role: 'visitor' }) }]
})

/** What a person cannot type. An empty one says that there is nothing yet, and says nothing when it is changed. */
function isForgeable({ name, value, kind }: FormAnswer): boolean {
  return kind === 'chosen' || (kind === 'hidden' && name !== 'version' && value !== '')
}

type Attack = { readonly body?: (form: HonestForm) => string; readonly headers?: Record<string, string> }

/** Requests that no browser sends from our own page. Each would be accepted but for one thing. */
const NOT_OURS: Readonly<Record<string, Attack>> = {
  'no token': { body: (form) => bodyOf(form).replace(/^_csrf=[^&]*/, '') },
  'an empty token': { body: (form) => bodyOf(form, { _csrf: '' }) },
  'another person’s token': { body: (form) => bodyOf(form, { _csrf: csrfTokenFor('another-session') }) },
  'two tokens': { body: (form) => `_csrf=x&${bodyOf(form)}` },
  'a token that is no text': { body: (form) => bodyOf(form, { _csrf: '%zz%ff%00' }) },
  'another website': { headers: { 'sec-fetch-site': 'cross-site' } },
  'another site of the same owner': { headers: { 'sec-fetch-site': 'same-site' } },
  'an old browser on another website': { headers: { 'sec-fetch-site': '', origin: 'https://evil.example' } },
  'a sandboxed frame': { headers: { 'sec-fetch-site': '', origin: 'null' } },
}

/** Forms sent as no form is sent. */
const OTHER_KINDS: Readonly<Record<string, Attack>> = {
  JSON: { body: jsonOf, headers: { 'content-type': 'application/json' } },
  'JSON of lists of numbers': { body: numbersOf, headers: { 'content-type': 'application/json' } },
  'plain text': { headers: { 'content-type': 'text/plain' } },
  XML: {
    body: () => '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    headers: { 'content-type': 'text/xml' },
  },
  'several parts': { body: () => '--b\r\n\r\n--b--', headers: { 'content-type': 'multipart/form-data; boundary=b' } },
  'no kind at all': { headers: { 'content-type': '' } },
}

function jsonOf(form: HonestForm): string {
  return JSON.stringify({
    ...Object.fromEntries(form.answers.map(({ name, value }) => [name, value])),
    _csrf: tokenOf(form),
  })
}

function numbersOf(form: HonestForm): string {
  const numbers = form.answers.map(({ name }) => [name, [1, { a: null }]])
  return JSON.stringify({ ...Object.fromEntries(numbers), _csrf: tokenOf(form) })
}

/** What no register should keep, percent-encoded. */
const BAD_TEXTS: Readonly<Record<string, string>> = {
  NUL: 'a%00b',
  'a control character': '%1B%5B31mred',
  'a control character beyond ASCII': 'a%C2%85b',
  'bytes that are no text': 'a%FF%FEb',
  'half a character': 'a%ED%A0%80b',
  'a character cut short': 'a%E2%82',
  'a broken escape': 'a%E0%A4%A',
  'more characters than any answer may have': 'x'.repeat(240_000),
}

/** Names that mean something to the language, and forms within forms. */
const ODD_NAMES =
  '__proto__=x&__proto__[isAdmin]=1&constructor=x&toString=x&hasOwnProperty=x&title[]=x&title[a][b]=x&=x&&&='

const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g

/** Ids that stand for nothing. */
const MADE_UP = ['01890000-0000-7000-8000-000000000000', '%27%20or%201%3D1%20--', '..%2F..%2Fetc%2Fpasswd', 'toString']

/** Ids that are real, and belong elsewhere: another plan’s level and part, another action’s milestone. */
async function idsFromElsewhere(): Promise<string[]> {
  const plan = await planBySlug(office.deps.db, 'police-and-crime-plan-2017-to-2020')
  const tree = await planTree(office.deps.db, plan?.id ?? '')
  const delivery = await deliveryFor(office.deps.db, plan?.id ?? '', office.deps.today())
  const milestones = delivery.actions.flatMap(({ action }) => action.milestones)
  return [tree?.levels.at(-1)?.id, tree?.nodes.at(-1)?.id, milestones.at(-1)?.id].filter((id) => id !== undefined)
}

const theirs = await idsFromElsewhere()

const VERSIONS = ['0', '999999999', '-1', '1.5', '1e3', '', 'x', '%00', '99999999999999999999']

describe('every form, sent by somebody who means harm', () => {
  it('is there', () => {
    assert.ok(forms.length > 20, `${forms.length} forms`)
    assert.equal(theirs.length, 3)
  })

  for (const visit of forms) {
    describe(visit.route.path, () => {
      const attack = async (attacks: Readonly<Record<string, Attack>>, statuses: readonly number[]) => {
        const form = await honestForm(office, visit)
        for (const [name, { body = bodyOf, headers = {} }] of Object.entries(attacks)) {
          const what = `${visit.address} with ${name}`
          const answer = await changingNothing(office, what, () => post(office, form, { body: body(form), headers }))
          assertRefused(answer, statuses, what)
        }
      }

      it('does nothing that did not come from its own page', () => attack(NOT_OURS, [403]))
      it('does nothing that is no form', () => attack(OTHER_KINDS, [400, 415]))
      it('does nothing that is too large', () =>
        attack({ 'a huge body': { body: (form) => `${bodyOf(form)}&more=${'x'.repeat(300_000)}` } }, [413]))

      it('refuses texts that no register should keep, in any answer', async () => {
        const form = await honestForm(office, visit)
        const before = await digestOf(office.deps.db)
        for (const { name } of form.answers.filter(({ kind }) => kind !== 'chosen')) {
          const texts = Object.entries(BAD_TEXTS).map(([what, text]) => [
            `${what} in ${name}`,
            { body: () => bodyOf(form, { [name]: text }) },
          ])
          await attack(Object.fromEntries(texts), [404, 409, 422])
        }
        assert.equal(await digestOf(office.deps.db), before)
      })

      it('takes no answers under odd names, and the first of an answer sent twice', async () => {
        const form = await honestForm(office, visit)
        if (form.answers.length === 0) return
        const token = `_csrf=${tokenOf(form)}`
        const bad = form.answers.find(({ kind }) => kind !== 'chosen')?.name
        await attack(
          {
            'odd names only': { body: () => `${token}&${ODD_NAMES}` },
            'twenty thousand answers': { body: () => `${token}&${'a=1&'.repeat(20_000)}` },
            ...(bad && { [`${bad} twice`]: { body: () => `${bad}=a%00&${bodyOf(form)}` } }),
          },
          [404, 409, 422],
        )
      })

      it('refuses ids and choices that it never offered', async () => {
        const form = await honestForm(office, visit)
        const forged = [...MADE_UP, ...theirs.filter((id) => !form.html.includes(id))]
        for (const { name } of form.answers.filter(isForgeable)) {
          const attacks = forged.map((id) => [`${id} for ${name}`, { body: () => bodyOf(form, { [name]: id }) }])
          await attack(Object.fromEntries(attacks), [403, 404, 409, 422])
        }
      })

      it('does nothing at an address whose ids were changed', async () => {
        const form = await honestForm(office, visit)
        const changes = (form.address.match(ID) ?? []).flatMap((id, place) =>
          [...MADE_UP, ...(place > 0 ? theirs : [])].map((forged) => form.address.replace(id, forged)),
        )
        for (const address of changes) {
          const moved = { ...form, address }
          const answer = await changingNothing(office, address, () => post(office, moved, { body: bodyOf(form) }))
          assertRefused(answer, [400, 403, 404, 409, 422], address)
        }
      })

      it('refuses a version that is not the one that stands', async () => {
        const form = await honestForm(office, visit)
        if (!form.answers.some(({ name }) => name === 'version')) return
        const attacks = VERSIONS.map((version) => [`version ${version}`, { body: () => bodyOf(form, { version }) }])
        await attack(Object.fromEntries(attacks), [409, 422])
      })
    })
  }
})

describe('the same forms', () => {
  for (const visit of forms) {
    it(`${visit.route.path} is accepted when it is sent honestly`, async () => {
      const form = await honestForm(office, visit)
      const answer = await post(office, form, { body: bodyOf(form) })
      assert.equal(answer.statusCode, 303, answer.body.match(/govuk-error-summary__list.*?<\/ul>/s)?.[0])
    })
  }
})
