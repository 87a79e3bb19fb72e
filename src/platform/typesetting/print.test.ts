import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { assertSoundToQpdf, xmlIn } from '#test/support/paper-checks.js'
import { aPaper } from '#test/support/papers.js'
import { everyPart, type PdfStructure, pdfStructure } from '#test/support/pdf-structure.js'
import { unpackedWoff } from './fonts.js'
import { pdfOf } from './pdf.js'
import { wordOf } from './word.js'

const ROWS = 500
const LONG = `Table: So many rows {#rows}\n\n| Place | Count |\n|---|---:|\n${Array.from({ length: ROWS }, (_, index) => `| Place ${index + 1}a | row-${index + 1} |`).join('\n')}`
const TEXT = `## Purpose

:::section{name=purpose}
:::

Burglaries were :fig[burglary.2024/25].[^n] See :ref[bars]{page}, :ref[rows] and "#read(\\"x\\") #let $5 [a] \\\\ <b>".

### Details

- one
- two

> Promised.

:::callout{title="Look here"}
Words.
:::

::chart{}

## Rows

${LONG}

[^n]: A note of the **office**.
`

describe('a printed paper', () => {
  const { paper } = aPaper(TEXT)
  let bytes: Uint8Array
  let pages: Readonly<Record<string, number>>
  let pdf: PdfStructure
  before(async () => {
    const made = await pdfOf(paper)
    if (!made.ok) throw new Error(made.error)
    ;({ bytes, pages } = made.value)
    pdf = await pdfStructure(bytes)
  })

  it('says what it is: tagged, PDF/UA-1, in British English, under its own title', () => {
    const { isTagged, claims, language, title, showsTitle } = pdf
    assert.deepEqual(
      { isTagged, claims, language, title, showsTitle },
      { isTagged: true, claims: '1', language: 'en-GB', title: paper.title, showsTitle: true },
    )
  })

  it('puts every mark on its pages under a tag, or sets it apart as decoration', () => {
    assert.equal(pdf.untagged, 0)
  })

  it('has headings in steps of one, from its title down', () => {
    const levels = [...everyPart(pdf.parts)].flatMap(({ role }) => /^H(\d)$/.exec(role)?.[1] ?? []).map(Number)
    assert.equal(levels[0], 1)
    levels.forEach((level, index) => {
      assert.ok(index === 0 || level <= (levels[index - 1] ?? 0) + 1, levels.join(' '))
    })
  })

  it('tells each picture in words, and each column of a table what it is called', () => {
    const parts = [...everyPart(pdf.parts)]
    const figures = parts.filter(({ role }) => role === 'Figure')
    assert.ok(figures.length > 0)
    for (const { alt } of figures) assert.ok(alt)
    assert.ok(parts.some(({ alt }) => alt === 'Burglaries fell from five to four.'))
    assert.ok(parts.filter(({ role }) => role === 'TH').length >= 2)
  })

  it('has every row of a long table', () => {
    const cells = new Set([...everyPart(pdf.parts)].filter(({ role }) => role === 'TD').map(({ text }) => text.trim()))
    for (let row = 1; row <= ROWS; row += 1) assert.ok(cells.has(`row-${row}`), `row ${row}`)
  })

  it('prints what looks like code as it was typed', () => {
    const text = [...everyPart(pdf.parts)].map((part) => part.text).join('\n')
    assert.match(text, /#read\("x"\) #let \$5 \[a\]/)
  })

  it('is the same whenever it is made, and knows the page of each part', async () => {
    const again = await pdfOf(paper)
    assert.ok(again.ok && Buffer.from(again.value.bytes).equals(Buffer.from(bytes)))
    assert.equal(pages['section-1'], 1)
    assert.ok((pages['table-1'] ?? 0) >= 1)
  })

  it('is sound by the judgement of another program', () => assertSoundToQpdf(bytes))
})

describe('a paper in Word', () => {
  const { paper } = aPaper(TEXT)
  let bytes: Uint8Array
  let files: Map<string, string>
  before(async () => {
    const made = await wordOf(paper, { 'section-1': 1, 'figure-1': 2 })
    if (!made.ok) throw new Error(made.error)
    bytes = made.value
    files = xmlIn(Buffer.from(bytes))
  })
  const part = (name: string) => load(files.get(name) ?? '', { xml: true })

  it('has real styles: a title, headings, captions, lists', () => {
    const $ = part('word/document.xml')
    const used = new Set(
      $('w\\:pStyle')
        .toArray()
        .map((each) => $(each).attr('w:val')),
    )
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption', 'ListParagraph', 'Quote'])
      assert.ok(used.has(style), style)
    const known = part('word/styles.xml')
    const defined = new Set(
      known('w\\:style')
        .toArray()
        .map((each) => known(each).attr('w:styleId')),
    )
    for (const style of used) assert.ok(defined.has(style ?? ''), `${style} is not defined`)
  })

  it('repeats the head of each table and has every row', () => {
    const $ = part('word/document.xml')
    for (const table of $('w\\:tbl').toArray()) assert.equal($(table).find('w\\:tblHeader').length, 1)
    const text = $('w\\:tbl').text()
    for (let row = 1; row <= ROWS; row += 1) assert.ok(text.includes(`row-${row}`), `row ${row}`)
  })

  it('tells each picture in words', () => {
    const $ = part('word/document.xml')
    const pictures = $('wp\\:docPr').toArray()
    assert.ok(pictures.length > 0)
    for (const picture of pictures) assert.equal($(picture).attr('descr'), 'Burglaries fell from five to four.')
  })

  it('has its footnotes, contents, language and title', () => {
    assert.match(part('word/footnotes.xml').text(), /A note of the office/)
    assert.match(files.get('word/document.xml') ?? '', /TOC /)
    assert.match(files.get('word/styles.xml') ?? '', /w:lang w:val="en-GB"/)
    assert.match(files.get('docProps/core.xml') ?? '', /A paper of tests/)
  })

  it('is the same whenever it is made', async () => {
    const again = await wordOf(paper, { 'section-1': 1, 'figure-1': 2 })
    assert.ok(again.ok && Buffer.from(again.value).equals(Buffer.from(bytes)))
  })
})

it('takes no file for a typeface that is cut short', () => {
  assert.throws(() => unpackedWoff(Buffer.alloc(10)))
})
