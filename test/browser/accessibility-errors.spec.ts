import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFaults, launchBrowser, sidewaysScroll, visitorOf } from '#test/support/browser.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { everyPage } from '#test/support/site-map.js'

const office = await openExampleOffice()
const browser = await launchBrowser()
const pages = await everyPage(office)
after(async () => {
  await browser.close()
  await office.close()
})

const ownForm = 'main form[method="post"]'

/** Leaves every question of the page's form unanswered; false when it asks none. */
function leaveBlank(page: Page): Promise<boolean> {
  return page.evaluate((selector) => {
    const form = [...document.querySelectorAll<HTMLFormElement>(selector)].find(
      ({ action }) => new URL(action, location.href).pathname === location.pathname,
    )
    if (!form) return false
    const kept = ':not([type="hidden"], [type="radio"], [type="checkbox"])'
    for (const box of form.querySelectorAll<HTMLInputElement>('input:checked')) box.checked = false
    for (const text of form.querySelectorAll<HTMLInputElement>(`input${kept}, textarea`)) text.value = ''
    for (const list of form.querySelectorAll('select')) list.selectedIndex = -1
    form.setAttribute('data-blank', '')
    return form.querySelector('input:not([type="hidden"]), textarea, select') !== null
  }, ownForm)
}

/** Forms that may be sent unanswered, and an answer to one of their questions that is wrong. */
const wrongAnswers: Record<string, [name: string, value: string]> = {
  '/staff/actions/:actionId/milestones': ['title1', 'A milestone without a day'],
  '/staff/comparisons/:groupId/members/:memberId/last-day': ['until-day', '31'],
  '/staff/measures/:measureId/nodes/:nodeId/label': ['label', 'x'.repeat(201)],
  '/staff/measures/:measureId/nodes': ['nodes', 'no-such-place'],
  '/staff/plans/read/:documentId': ['confirmed', 'no-such-item'],
  '/staff/plans/nodes/:nodeId/move': ['place', 'zz'],
  '/staff/reports/:reportId/sections/:section': ['text', 'x'.repeat(20_001)],
}

/** Answers one question so, whatever the form offers. */
async function answer(page: Page, [name, value]: [string, string]): Promise<void> {
  await page.evaluate(
    ([question, words]) => {
      const field = document.querySelector(`form[data-blank] [name="${question}"]:not([type="hidden"])`)
      if (field instanceof HTMLSelectElement) field.add(new Option(words, words, true, true))
      else if (field instanceof HTMLTextAreaElement) field.value = words
      else if (field instanceof HTMLInputElement) {
        field.value = words
        field.checked = true
      }
    },
    [name, value] as const,
  )
}

/** Where each link of the error summary leads: undefined when nothing has that id. */
function summaryTargets(page: Page): Promise<(string | undefined)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')].map(
      (link) => document.getElementById(link.hash.slice(1))?.tagName,
    ),
  )
}

describe('every form, sent without the answers that it needs', { concurrency: 2 }, () => {
  for (const [{ path, hasForm }, visit] of pages) {
    if (!hasForm || !visit) continue
    it(`${path} says what is wrong, and passes axe wide and narrow`, async (t) => {
      const context = await visitorOf(browser, office, visit.role)
      t.after(() => context.close())
      const page = await context.newPage()
      await page.goto(office.url + visit.address)
      if (!(await leaveBlank(page))) return t.diagnostic('asks nothing: a button only')
      const wrong = wrongAnswers[path]
      if (wrong) await answer(page, wrong)
      const [reply] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.locator('form[data-blank] button:not([type="button"])').first().click(),
      ])
      await page.waitForLoadState()
      assert.equal(reply.status(), 422)
      assert.match(await page.title(), /^Error: /)
      const targets = await summaryTargets(page)
      assert.ok(targets.length > 0 && !targets.includes(undefined), `the summary leads to ${targets}`)
      assert.deepEqual(await axeFaults(page), [])
      await page.setViewportSize({ width: 320, height: 900 })
      assert.equal(await sidewaysScroll(page), 0)
      assert.deepEqual(await axeFaults(page), [])
    })
  }
})
