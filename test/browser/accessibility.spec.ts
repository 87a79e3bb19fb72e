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

async function onPage(visit: Visit, width: number, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await visitorOf(browser, office, visit.role, { width })
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** What came over the wire to show the page, pictures apart, in bytes. */
async function weightOf(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'image') return
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(office.url + address, { waitUntil: 'networkidle' })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

describe('every page of the registry', { concurrency: 2 }, () => {
  it('is there', () => assert.ok(PAGES.length > 20))

  for (const [route, visit] of pages) {
    it(`${route.path} is reached by a link, and passes axe`, async () => {
      assert.ok(visit, 'no link leads to it')
      await onPage(visit, 1280, async (page) => {
        await page.goto(office.url + visit.address)
        assert.deepEqual(await axeFaults(page), [])
      })
    })
    if (!visit) continue

    it(`${route.path} passes axe at 320 pixels, and never scrolls sideways`, () =>
      onPage(visit, 320, async (page) => {
        await page.goto(office.url + visit.address)
        assert.equal(await sidewaysScroll(page), 0)
        assert.deepEqual(await axeFaults(page), [])
      }))

    it(`${route.path} loses nothing when its text is twice as large`, () =>
      onPage(visit, 1280, async (page) => {
        await page.goto(office.url + visit.address)
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '200%'
        })
        assert.equal(await sidewaysScroll(page), 0)
        assert.deepEqual(await clippedText(page), [])
      }))

    if (visit.role !== 'public') continue
    it(`${route.path} is under 100 KB before pictures`, () =>
      onPage(visit, 1280, async (page) => {
        const bytes = await weightOf(page, visit.address)
        assert.ok(bytes > 0 && bytes < 100 * KILOBYTE, `${Math.round(bytes / KILOBYTE)} KB`)
      }))
  }
})
