import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, visitorOf } from '#test/support/browser.js'
import { type ExampleOffice, openExampleOffice } from '#test/support/example-office.js'

const LATE = 'What the other wrote meanwhile'
const WORDS = 'Half a sentence that was typed when the browser'

/** How many texts the browser keeps. */
async function wordsKept(): Promise<number> {
  const opened = indexedDB.open('frankpledge')
  await new Promise((done) => opened.addEventListener('success', done))
  const counted = opened.result.transaction('words').objectStore('words').count()
  await new Promise((done) => counted.addEventListener('success', done))
  return counted.result
}

describe('words that were typed and not saved', () => {
  let browser: Browser
  let office: ExampleOffice
  before(async () => {
    browser = await launchBrowser()
    office = await openExampleOffice()
  })
  after(async () => {
    await browser.close()
    await office.close()
  })

  /** Opens the conclusion of the draft report to be written. */
  async function openSection(page: Page): Promise<void> {
    await page.goto(`${office.url}/staff/reports`)
    await page.getByRole('link', { name: /in April 2025/ }).click()
    await page.getByRole('link', { name: 'Conclusion' }).first().click()
  }

  it('are put back after the browser died, and gone once they are saved', async () => {
    const context = await visitorOf(browser, office, 'office', { withScript: true })
    const first = await context.newPage()
    await openSection(first)
    await first.getByLabel('The office’s own words').fill(WORDS)
    await first.close()

    const second = await context.newPage()
    await openSection(second)
    assert.notEqual(await second.getByLabel('The office’s own words').inputValue(), WORDS)
    await second.getByRole('button', { name: 'Put them back' }).click()
    assert.equal(await second.getByLabel('The office’s own words').inputValue(), WORDS)
    await second.getByRole('button', { name: 'Save section' }).click()
    await second.getByRole('link', { name: 'Conclusion' }).first().click()
    assert.equal(await second.getByLabel('The office’s own words').inputValue(), WORDS)
    assert.equal(await second.getByRole('button', { name: 'Put them back' }).count(), 0)
    await context.close()
  })

  it('are offered where someone else saved first, though the browser died on the page that said so', async () => {
    const context = await visitorOf(browser, office, 'office', { withScript: true })
    const [late, first] = [await context.newPage(), await context.newPage()]
    await openSection(late)
    await openSection(first)
    for (const [page, words] of [
      [first, 'Saved first.'],
      [late, LATE],
    ] as const) {
      await page.getByLabel('The office’s own words').fill(words)
      await page.getByRole('button', { name: 'Save section' }).click()
      await page.waitForLoadState()
    }
    assert.match(await late.title(), /^Error:/)
    await late.close()
    await openSection(first)
    await first.getByRole('button', { name: 'Put them back' }).click()
    assert.equal(await first.getByLabel('The office’s own words').inputValue(), LATE)
    await context.close()
  })

  it('are left behind by nobody who signs out', async () => {
    const context = await visitorOf(browser, office, 'office', { withScript: true })
    const page = await context.newPage()
    await openSection(page)
    await page.getByLabel('The office’s own words').fill('Secret words')
    await page.goto(`${office.url}/sign-out`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL((url) => !url.pathname.includes('sign-out'))
    assert.equal(await page.evaluate(wordsKept), 0)
    await context.close()
  })
})
