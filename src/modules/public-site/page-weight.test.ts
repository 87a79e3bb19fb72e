import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { load } from 'cheerio'
import { type ExampleOffice, openExampleOffice } from '#test/support/example-office.js'
import { type SiteMap, walk } from '#test/support/site-map.js'
import { assetFile } from '#ui/assets.js'

const MOST = 100 * 1024

/** What a browser fetches to show a page: its words, and each style sheet, script and typeface. Drawings are pictures. */
function weightOf(html: string): number {
  const $ = load(html)
  const files = $('link[rel=stylesheet], link[rel=preload], script[src]')
    .toArray()
    .map((element) => $(element).attr('href') ?? $(element).attr('src') ?? '')
  const fonts = new Set(files.flatMap(fontsIn))
  const words = gzipSync(html.replaceAll(/<svg[\s\S]*?<\/svg>/g, '')).length
  return [...new Set([...files, ...fonts])].reduce((sum, file) => sum + fileWeight(file), words)
}

function fontsIn(sheet: string): string[] {
  if (!sheet.endsWith('.css')) return []
  return [
    ...bytesOf(sheet)
      .toString()
      .matchAll(/url\(["']?([^"')]+\.woff2)/g),
  ].map(([, font = '']) => font)
}

function fileWeight(file: string): number {
  return file.endsWith('.woff2') ? bytesOf(file).length : gzipSync(bytesOf(file)).length
}

function bytesOf(file: string): Buffer {
  return assetFile(file.split('/').at(-1) ?? '')?.bytes ?? Buffer.alloc(0)
}

describe('every public page of the example office', () => {
  let office: ExampleOffice
  let map: SiteMap
  before(async () => {
    office = await openExampleOffice()
    map = await walk(office, 'public', { from: ['/'], perRoute: 100 })
  })
  after(() => office.close())

  it('weighs less than 100 KB before pictures', () => {
    assert.ok(map.visits.length > 80, `only ${map.visits.length} pages were found`)
    const weights = map.visits.map(({ address, html }) => ({ address, weight: weightOf(html) }))
    assert.deepEqual(
      weights.filter(({ weight }) => weight >= MOST || weight < 50 * 1024),
      [],
    )
  })

  it('leads to nothing that is not there', () => {
    assert.deepEqual(map.broken, [])
  })
})
