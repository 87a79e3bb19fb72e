import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import { openExampleOffice } from '#test/support/example-office.js'
import { everyPage, walk } from '#test/support/site-map.js'

const office = await openExampleOffice()
const pages = await everyPage(office)
const site = await walk(office, 'public', { from: ['/'], perRoute: Number.POSITIVE_INFINITY })
const desk = await walk(office, 'office', { from: ['/staff'], perRoute: 5 })
after(() => office.close())

describe('the markup of every page', () => {
  // GOV.UK's own markup says role="group" on fieldsets and role="button" on links, for older screen readers. A page
  // that explains why something cannot be done yet keeps its form, without questions: see the test of buttons below.
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-redundant-role': 'off', 'prefer-native-element': 'off', 'wcag/h32': 'off' },
  })
  for (const [{ path }, visit] of pages) {
    it(`${path} is valid HTML`, async () => {
      assert.ok(visit, 'no link leads to it')
      const { results } = await validator.validateString(visit.html)
      const faults = results.flatMap(({ messages }) => messages)
      assert.deepEqual(
        faults.map(({ ruleId, message, selector }) => `${ruleId}: ${message}: ${selector}`),
        [],
      )
    })
  }
})

describe('every form', () => {
  for (const [{ path }, visit] of pages) {
    it(`${path} has a button wherever it asks something`, () => {
      const page = load(visit?.html ?? '')
      const asking = page('form').filter(
        (_, form) => page(form).find('input:not([type="hidden"]), select, textarea').length > 0,
      )
      const stuck = asking.filter((_, form) => page(form).find('button:not([type="button"])').length === 0)
      assert.equal(stuck.length, 0)
    })
  }
})

describe('the links of the site', () => {
  it('lead somewhere, for the public', () => {
    assert.ok(site.visits.length > 20)
    assert.deepEqual(site.broken, [])
  })

  it('lead somewhere, for the office', () => {
    assert.ok(desk.visits.length > 20)
    assert.deepEqual(desk.broken, [])
  })

  it('lead to a place that the page has', () => {
    const ids = new Map(site.visits.map(({ address, html }) => [address, idsOf(html)]))
    const lost = site.visits.flatMap(({ address, html }) =>
      fragmentsOf(html, address)
        .filter(({ target, fragment }) => ids.has(target) && !ids.get(target)?.has(fragment))
        .map(({ target, fragment }) => `${address} leads to ${target}#${fragment}`),
    )
    assert.deepEqual(lost, [])
  })
})

function idsOf(html: string): Set<string> {
  const page = load(html)
  return new Set(
    page('[id]')
      .map((_, element) => page(element).attr('id') ?? '')
      .get(),
  )
}

function fragmentsOf(html: string, address: string): { target: string; fragment: string }[] {
  const page = load(html)
  return page('a[href*="#"]')
    .map((_, element) => page(element).attr('href') ?? '')
    .get()
    .map((href) => new URL(href, `http://office.test${address}`))
    .filter(({ hash }) => hash.length > 1)
    .map((url) => ({ target: url.pathname + url.search, fragment: decodeURIComponent(url.hash.slice(1)) }))
}
