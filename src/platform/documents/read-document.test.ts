import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type PaintedLine, pdfFile, wordFile, zipOf } from '#test/support/made-files.js'
import { type DocumentText, readDocument, UnreadableDocument } from './read-document.js'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const shown = ({ text, blocks = [] }: DocumentText) =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

describe('reading HTML', () => {
  const html = `<!doctype html><html><head><title>Panel paper</title><script>var a = "never"</script></head><body>
    <nav>Home</nav><h2>1. Calls</h2><p>There were <b>450</b>
    calls<sup>2</sup>.<br>Most were short.</p><ul><li>one thing</li><li>another</li></ul>
    <table><caption>Spending (£000)</caption><thead><tr><th>Line</th><th colspan="2">2023/24</th></tr></thead>
    <tr><td rowspan="2">Staff</td><td>12</td><td>13</td></tr><tr><td>14</td><td>15</td></tr></table></body></html>`

  it('gives its passages in their order, without scripts and menus', async () => {
    const read = await readDocument(bytesOf(html), 'paper.html')
    assert.equal(read.title, 'Panel paper')
    assert.deepEqual(shown(read).slice(0, 5), [
      'heading: 1. Calls',
      'paragraph: There were 450 calls2.\nMost were short.',
      'list-item: one thing',
      'list-item: another',
      'caption: Spending (£000)',
    ])
    assert.deepEqual(
      read.hidden.map(({ start, end }) => read.text.slice(start, end)),
      ['2'],
    )
    assert.doesNotMatch(read.text, /never|Home/)
  })

  it('puts each cell of a table in its column, spans filled up', async () => {
    const read = await readDocument(bytesOf(html), 'paper.html')
    const table = read.blocks?.find(({ kind }) => kind === 'table')?.table
    assert.equal(table?.caption, 'Spending (£000)')
    assert.deepEqual(table?.header, ['Line', '2023/24', '2023/24'])
    assert.deepEqual(
      table?.rows.map((row) => row.map(({ text }) => text)),
      [
        ['Staff', '12', '13'],
        ['', '14', '15'],
      ],
    )
    for (const cell of table?.rows.flat() ?? []) assert.equal(read.text.slice(cell.start, cell.end), cell.text)
  })
})

describe('reading Markdown', () => {
  const text =
    '---\ntitle: Paper\ndate: 2024-05-01\n---\n# Calls *now*\n\nThere were **450** [calls](http://x.test/9).\n\n- one\n- two\n\n| A | B |\n|---|---|\n| x | **12** |\n'

  it('leaves the text as it is written and hides its marks', async () => {
    const read = await readDocument(bytesOf(text), 'paper.md')
    assert.equal(read.text, text)
    assert.deepEqual([read.title, read.madeOn], ['Paper', '2024-05-01'])
    const visible = (start: number, end: number) =>
      [...read.text.slice(start, end)]
        .filter((_, at) => !read.hidden.some((each) => each.start <= start + at && start + at < each.end))
        .join('')
    const words = read.blocks?.filter(({ table }) => !table).map(({ start, end }) => visible(start, end))
    assert.deepEqual(words, ['Calls now', 'There were 450 calls.', 'one', 'two'])
    const table = read.blocks?.find((block) => block.table)?.table
    assert.deepEqual(
      [table?.header, table?.rows[0]?.map((cell) => cell.text)],
      [
        ['A', 'B'],
        ['x', '12'],
      ],
    )
  })
})

describe('lists whose marks are painted', () => {
  it('gives each point a mark, and keeps lines that only go on', async () => {
    const long = 'Publish the data for every one of the districts in the county and each town, so'
    const lines = ['Train the staff', 'Meet each month']
    const painted: PaintedLine[] = [
      { x: 50, y: 700, text: 'The plan for the whole of the county and its towns has three aims, all of them:' },
      { x: 80, y: 684, text: long },
      { x: 80, y: 668, text: 'that all may see it' },
      ...lines.map((text, at) => ({ x: 80, y: 652 - at * 16, text })),
      { x: 50, y: 604, text: 'After the list the page goes on.' },
    ]
    const { text } = await readDocument(pdfFile([painted]), 'aims.pdf')
    assert.match(text, /• Publish .*, so\nthat all may see it\n• Train the staff\n• Meet each month\n+After/)
  })
})

describe('reading Word', () => {
  it('reads the numbers that Word gives to paragraphs, and the heads of its pages', async () => {
    const paragraph = (level: number, words: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const body = [paragraph(0, 'Purpose'), paragraph(1, 'This is why.'), paragraph(1, 'And this.'), paragraph(0, 'End')]
    const level = (at: number, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`
    const file = wordFile(body.join(''), {
      'word/numbering.xml': `<w:abstractNum w:abstractNumId="0">${level(0, '%1.0')}${level(1, '%1.%2')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>`,
      'word/header1.xml': '<w:p><w:r><w:t>Panel, 4 June 2024</w:t></w:r></w:p>',
    })
    const read = await readDocument(file, 'paper.docx')
    const words = read.blocks?.map(({ kind, start, end }) => `${kind}: ${read.text.slice(start, end)}`)
    assert.deepEqual(words, [
      'running-head: Panel, 4 June 2024',
      'paragraph: 1.0 Purpose',
      'paragraph: 1.1 This is why.',
      'paragraph: 1.2 And this.',
      'paragraph: 2.0 End',
    ])
  })

  it('gives paragraphs, and tables by their cells', async () => {
    const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`
    const body = `<w:p><w:r><w:t>There were 450 calls.</w:t></w:r></w:p><w:tbl>${row('Staff', '12')}${row('Total', '12')}</w:tbl>`
    const read = await readDocument(wordFile(body), 'paper.docx')
    assert.match(read.text, /There were 450 calls\./)
    const table = read.blocks?.find((block) => block.table)?.table
    assert.deepEqual(
      table?.rows.map((each) => each.map(({ text }) => text)),
      [
        ['Staff', '12'],
        ['Total', '12'],
      ],
    )
  })
})

describe('reading a PDF', () => {
  const column = (x: number, lines: readonly string[]): PaintedLine[] =>
    lines.map((text, at) => ({ x, y: 700 - at * 14, text }))

  it('keeps columns of prose apart', async () => {
    const left = [
      'The first column runs down the left',
      'side of the page and is read before',
      'the other one, as a person would.',
    ]
    const right = [
      'The second column stands beside it',
      'and follows when the first is done,',
      'whatever the height of its lines.',
    ]
    const read = await readDocument(pdfFile([[...column(50, left), ...column(310, right)]]), 'paper.pdf')
    assert.equal(read.text, [...left, ...right].join('\n'))
  })

  it('keeps the rows of a table that was painted column by column', async () => {
    const labels = column(50, ['Staff', 'Premises', 'Total'])
    const read = await readDocument(
      pdfFile([[...labels, ...column(250, ['12', '13', '25']), ...column(350, ['14', '15', '29'])]]),
      'x.pdf',
    )
    assert.deepEqual(
      read.text.split('\n').map((line) => line.split(/\s{3,}/)),
      [
        ['Staff', '12', '14'],
        ['Premises', '13', '15'],
        ['Total', '25', '29'],
      ],
    )
  })

  it('numbers its pages and hides the raised digits that lead to notes', async () => {
    const first = [
      { x: 50, y: 700, text: 'There were 450 calls' },
      { x: 147, y: 704, size: 6, text: '2' },
    ]
    const read = await readDocument(pdfFile([first, [{ x: 50, y: 700, text: 'Second page' }]]), 'x.pdf')
    assert.deepEqual(
      read.pages.map(({ number, start, end }) => [number, read.text.slice(start, end)]),
      [
        [1, 'There were 450 calls2'],
        [2, 'Second page'],
      ],
    )
    assert.deepEqual(
      read.hidden.map(({ start, end }) => read.text.slice(start, end)),
      ['2'],
    )
  })

  it('puts a drop capital back on its word, painted before the text or after it', async () => {
    const capital = { x: 50, y: 678, size: 36, text: 'F' }
    const lines = [
      { x: 76, y: 700, text: 'oreword by the office, which' },
      { x: 76, y: 686, text: 'answers for its words, and' },
      { x: 50, y: 672, text: 'for its figures.' },
    ]
    for (const painted of [
      [capital, ...lines],
      [...lines, capital],
    ]) {
      const { text } = await readDocument(pdfFile([painted]), 'foreword.pdf')
      assert.match(text, /^Foreword by the office, which\nanswers for its words, and\nfor its figures\.$/)
    }
  })

  it('leaves a large letter that begins no word beside it', async () => {
    const grade = [
      { x: 50, y: 700, size: 36, text: 'B' },
      { x: 100, y: 700, text: 'Good, as in the year before' },
      { x: 50, y: 640, size: 36, text: 'A' },
      { x: 80, y: 662, text: 'fall in burglary' },
    ]
    const { text } = await readDocument(pdfFile([grade]), 'grades.pdf')
    assert.doesNotMatch(text, /BGood|Afall/)
  })
})

describe('a file that cannot be read', () => {
  const refused: readonly [string, string, Uint8Array][] = [
    ['is empty', 'a.txt', new Uint8Array()],
    ['holds no words', 'a.txt', bytesOf(' \n ')],
    ['is a picture', 'a.txt', new Uint8Array([1, 0, 0, 0, 2, 0, 0, 0])],
    ['is a PDF without text', 'a.pdf', pdfFile([[]])],
    ['is a PDF cut off', 'a.pdf', pdfFile([[{ x: 50, y: 700, text: 'Words' }]]).subarray(0, 120)],
    ['is a Word file cut off', 'a.docx', wordFile('<w:p/>').subarray(0, 200)],
    ['is another archive', 'a.docx', zipOf({ 'x.txt': 'x' })],
    ['is an old or locked Word file', 'a.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ]
  for (const [what, name, bytes] of refused) {
    it(`is refused with a sentence when it ${what}`, async () => {
      await assert.rejects(readDocument(bytes, name), UnreadableDocument)
    })
  }
})

describe('the letters of a text file', () => {
  it('are read by their byte order mark, as UTF-8, or as Windows-1252', async () => {
    const words = 'It cost £5 – “really”'
    const utf16 = Buffer.from(`\ufeff${words}`, 'utf16le')
    const old = Buffer.from([0x49, 0x74, 0x20, 0x63, 0x6f, 0x73, 0x74, 0x20, 0xa3, 0x35, 0x20, 0x96])
    assert.equal((await readDocument(bytesOf(`\ufeff${words}`), 'a.txt')).text, words)
    assert.equal((await readDocument(utf16, 'a.txt')).text, words)
    assert.equal((await readDocument(old, 'a.txt')).text, 'It cost £5 –')
  })
})
