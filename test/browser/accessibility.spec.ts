import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFaults, clippedText, launchBrowser, sidewaysScroll, visitorOf } from '#test/support/browser.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { everyPage, PAGES, type Visit } from '#test/support/site-map.js'

const KILOBYTE = 1024
const office = await openExampleOffice()
const browser = await launchBrowser()
const pages = await everyPage(office)
after(async () => {
  await browser.close()
  await office.close()
})

/** What came over the wire to show the page the first time, pictures apart, in bytes. */
async function weightOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'image') return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(office.url + address, { waitUntil: 'load' })
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Each way that a page must stand up, on one page, opened once. */
async function faultsOf({ address, role }: Visit): Promise<Record<string, unknown>> {
  const context = await visitorOf(browser, office, role)
  try {
    const page = await context.newPage()
    const kilobytes = Math.ceil((await weightOf(page, address)) / KILOBYTE)
    const wide = await axeFaults(page)
    await page.setViewportSize({ width: 320, height: 900 })
    const narrow = { axe: await axeFaults(page), scroll: await sidewaysScroll(page) }
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    const enlarged = { scroll: await sidewaysScroll(page), clipped: await clippedText(page) }
    return { wide, narrow, enlarged, ...(role === 'public' && { isLight: kilobytes > 0 && kilobytes < 100 }) }
  } finally {
    await context.close()
  }
}

describe('every page of the registry', { concurrency: 2 }, () => {
  it('is there', () => assert.ok(PAGES.length > 20))

  for (const [{ path }, visit] of pages) {
    it(`${path} is reached by a link, and passes axe wide and narrow, at 320 pixels and at twice the text`, async () => {
      assert.ok(visit, 'no link leads to it')
      const { isLight = true, ...faults } = await faultsOf(visit)
      assert.ok(isLight, 'is 100 KB or more before pictures')
      const none = { wide: [], narrow: { axe: [], scroll: 0 }, enlarged: { scroll: 0, clipped: [] } }
      assert.deepEqual(faults, none)
    })
  }
})
