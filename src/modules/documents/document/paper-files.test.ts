import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { extractText, getDocumentProxy } from 'unpdf'
import { plainText } from '#platform/typesetting/paper.js'
import { assertSoundPdf, assertSoundWord, xmlIn } from '#test/support/paper-checks.js'
import { aPaper } from '#test/support/papers.js'
import { everyPart, pdfStructure } from '#test/support/pdf-structure.js'
import { paperFiles } from './paper-files.js'

const ROWS = 500
const names = Array.from({ length: ROWS }, (_, index) => `Place ${index + 1}a`)
const TABLE = ['| Place | Count |', '|---|---:|', ...names.map((name, index) => `| ${name} | row-${index + 1} |`)]

describe('a table of 500 rows', () => {
  const { paper } = aPaper(`## Rows\n\nTable: So many rows {#rows}\n\n${TABLE.join('\n')}\n\nSource: Counted.`)
  const bytes = new Map<string, Uint8Array>()
  before(async () => {
    const made = await paperFiles(paper)
    if (!made.ok) throw new Error(made.error)
    for (const file of made.value.files) bytes.set(file.format, file.bytes)
  })
  const file = (format: string) => Buffer.from(bytes.get(format) ?? [])

  it('has all of them in HTML, each with its heading, under one head', () => {
    const $ = load(file('html').toString('utf8'))
    const heads = $('tbody tr th[scope="row"]').toArray()
    assert.deepEqual(
      heads.map((each) => $(each).text()),
      names,
    )
    assert.equal($('thead th[scope="col"]').length, 2)
    assert.equal($('tbody tr').length, ROWS)
  })

  it('has all of them in the PDF, whose head is repeated on every page', async () => {
    await assertSoundPdf(file('pdf'), plainText([{ kind: 'text', text: paper.title }]))
    const { parts } = await pdfStructure(file('pdf'))
    const cells = new Set([...everyPart(parts)].filter(({ role }) => role === 'TD').map(({ text }) => text.trim()))
    for (let row = 1; row <= ROWS; row += 1) assert.ok(cells.has(`row-${row}`), `row ${row}`)
  })

  it('has all of them in Word, whose head is repeated on every page', () => {
    assertSoundWord(file('docx'), paper.title)
    const $ = load(xmlIn(file('docx')).get('word/document.xml') ?? '', { xml: true })
    const rows = $('w\\:tr').toArray()
    assert.equal(rows.length, ROWS + 1)
    assert.equal($(rows[0]).find('w\\:tblHeader').length, 1)
  })
})

describe('the last row of a long table', () => {
  for (const rows of [38, 39, 40]) {
    it(`is not alone on a page, of ${rows} rows`, async () => {
      const table = TABLE.slice(0, rows + 2).join('\n')
      const { paper } = aPaper(`## Rows\n\nTable: So many rows {#rows}\n\n${table}`)
      const made = await paperFiles(paper)
      const pdf = made.ok ? made.value.files.find(({ format }) => format === 'pdf') : undefined
      const onLast = (await pagesOf(pdf?.bytes ?? new Uint8Array())).at(-1) ?? ''
      assert.ok(onLast.includes(`row-${rows}`), onLast)
      assert.ok(onLast.includes(`row-${rows - 1}`), onLast)
    })
  }
})

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return text
}
