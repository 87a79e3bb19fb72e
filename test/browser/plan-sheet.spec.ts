import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { launchBrowser, visitorOf } from '#test/support/browser.js'
import { openExampleOffice } from '#test/support/example-office.js'

const office = await openExampleOffice()
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await office.close()
})

/** A4 landscape and the smallest letters that may be printed, in points. */
const A4_LANDSCAPE = { width: 842, height: 595 }
const SMALLEST = 8

for (const plan of ['police-and-crime-plan-2017-to-2020', 'police-and-crime-plan-2021-to-2025']) {
  it(`prints ${plan} on one sheet of A4 landscape in letters that can be read`, async () => {
    const context = await visitorOf(browser, office, 'public')
    const page = await context.newPage()
    await page.goto(`${office.url}/plans/${plan}/one-page`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
    assert.deepEqual({ width: Math.round(Number(width)), height: Math.round(Number(height)) }, A4_LANDSCAPE)
    await page.emulateMedia({ media: 'print' })
    const points = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet *')]
        .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize) * 0.75),
    )
    assert.ok(points.length > 20)
    assert.ok(Math.min(...points) >= SMALLEST - 0.01, `the smallest letters are ${Math.min(...points)} points`)
    await context.close()
  })
}
