import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeXlsx } from 'hucre'
import { packed } from './archive.js'
import { readTables } from './read-tables.js'
import type { ReadTable, TableLimits, TableProblem } from './table.js'
import { writeWorkbook } from './write-workbook.js'

async function tables(bytes: Uint8Array | string, fileName = 'return.csv', limits: Partial<TableLimits> = {}) {
  const read = await readTables(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { fileName, limits })
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}

async function problem(bytes: Uint8Array, limits: Partial<TableLimits> = {}): Promise<TableProblem> {
  const read = await readTables(bytes, { fileName: 'return.xlsx', limits })
  assert.ok(!read.ok, 'it was read')
  return read.error
}

const texts = ([table]: readonly ReadTable[]) => table?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null))

const PARTS = {
  '[Content_Types].xml':
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}

/** A workbook whose one sheet is written by hand. */
function workbook(sheetData: string, after = '', head = ''): Buffer {
  const sheet = `<?xml version="1.0"?>${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetData}</sheetData>${after}</worksheet>`
  const parts = { ...PARTS, 'xl/worksheets/sheet1.xml': sheet }
  return packed(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
}

describe('text with separators', () => {
  const expected = [
    ['measure', 'value', 'note'],
    ['burglary', '1,250', 'said “no”'],
  ]
  const text = 'measure,value,note\r\nburglary,"1,250",said “no”\r\n'

  it('is read in every usual encoding', async () => {
    const utf16 = Buffer.from(text, 'utf16le')
    const big = Buffer.from(utf16).swap16()
    const cp1252 = Buffer.from(text.replace('“', '\u0093').replace('”', '\u0094'), 'latin1')
    const ways = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
      utf16,
      big,
      cp1252,
    ]
    for (const bytes of ways) assert.deepEqual(texts(await tables(bytes)), expected)
    assert.deepEqual((await tables(cp1252))[0]?.notes, ['Read as Windows-1252 text'])
  })

  it('is read with every usual line end and separator', async () => {
    for (const [end, separator] of [
      ['\n', ','],
      ['\r', ','],
      ['\r\n', ';'],
      ['\n', '\t'],
      ['\r\n', '|'],
    ] as const) {
      const rows = [
        ['measure', 'value'],
        ['burglary', '"1,250"'],
        ['arson', '"two\nlines"'],
      ]
      const written = rows.map((row) => row.join(separator)).join(end)
      const read = texts(await tables(written))
      assert.deepEqual(read?.[1], ['burglary', '1,250'])
      assert.deepEqual(read?.[2], ['arson', 'two\nlines'])
    }
    assert.deepEqual(texts(await tables('sep=;\r\na;b\r\n1;2')), [
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps the row numbers that a spreadsheet would show', async () => {
    const [table] = await tables('a,b\n\n"x\ny",1\n,,\nz,2\n')
    assert.deepEqual(
      table?.rows.map(({ number }) => number),
      [1, 3, 5],
    )
  })

  it('is refused when it is cut in a quotation, is no text, or mixes encodings', async () => {
    assert.match((await problem(Buffer.from('a,b\n1,"cut of'))).problem, /never closed/)
    assert.match((await problem(Buffer.from('a,b\n1,"x"y'))).problem, /after a closing quotation mark/)
    assert.match((await problem(Buffer.from([0x61, 0x2c, 0, 1, 2, 0x0a]))).problem, /not plain text/)
    const mixed = Buffer.concat([Buffer.from('a,£1\nb,'), Buffer.from([0xa3, 0x0a])])
    assert.match((await problem(mixed)).problem, /another encoding/)
    assert.match((await problem(Buffer.from(''))).problem, /empty/)
  })

  it('passes over a million empty rows and stops at ten megabytes in a cell', async () => {
    const [table] = await tables(`a,b\n${',\n'.repeat(1_000_000)}x,1\n`)
    assert.deepEqual(
      table?.rows.map(({ number }) => number),
      [1, 1_000_002],
    )
    const { problem: said, cell } = await problem(Buffer.from(`a,b\n1,${'x'.repeat(10_000_000)}\n`))
    assert.deepEqual([said, cell], ['The cell holds more text than a spreadsheet can', 'B2'])
  })
})

describe('a workbook', () => {
  it('gives texts, numbers, days, booleans and percentages as they are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Data',
          columns: [{}, { numFmt: '0.0%' }, { numFmt: 'mmm yy' }],
          rows: [
            ['text', 0.453, new Date('2025-03-01T00:00:00Z')],
            [true, null, null],
          ],
        },
      ],
    })
    const [table] = await tables(bytes)
    assert.deepEqual(table?.rows[0]?.cells, [
      { kind: 'text', text: 'text' },
      { kind: 'number', text: '0.453', number: 0.453, isPercent: true },
      { kind: 'date', text: '2025-03-01', date: '2025-03-01' },
    ])
    assert.deepEqual(table?.rows[1]?.cells, [{ kind: 'boolean', text: 'TRUE' }])
  })

  it('knows both systems of dates', async () => {
    const sheets = [{ name: 'D', rows: [[new Date('2019-03-31T00:00:00Z')]] }]
    for (const dateSystem of ['1900', '1904'] as const)
      assert.deepEqual(texts(await tables(await writeXlsx({ sheets, dateSystem }))), [['2019-03-31']])
  })

  it('takes the stored result of a formula, and says where there is none or an error', async () => {
    const [table] = await tables(
      workbook(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="str"><f>[1]Other!A1</f><v>x</v></c></row>',
      ),
    )
    assert.deepEqual(
      table?.rows[0]?.cells.map((cell) => [cell?.kind, cell?.text]),
      [
        ['number', '2'],
        ['uncalculated', '=1+1'],
        ['error', '#REF!'],
        ['text', 'x'],
      ],
    )
  })

  it('names merged cells, hidden rows and hidden sheets', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>'
    const [table] = await tables(
      workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>3</v></c></row>', merged),
    )
    assert.equal(table?.merged[0]?.range, 'A1:C2')
    assert.deepEqual(table?.notes, ['1 hidden row is read too'])
    const two = await writeXlsx({
      sheets: [
        { name: 'A', rows: [['x']] },
        { name: 'B', rows: [['y']], hidden: true },
      ],
    })
    assert.deepEqual(
      (await tables(two)).map(({ isHidden }) => isHidden),
      [false, true],
    )
  })

  it('passes over a million rows that only formatting left', async () => {
    const empty = Array.from({ length: 1_000_000 }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" s="0"/></row>`)
    const [table] = await tables(workbook(`<row r="1"><c r="A1"><v>1</v></c></row>${empty.join('')}`), 'x.xlsx', {
      bytes: 1e8,
    })
    assert.equal(table?.rows.length, 1)
  })

  it('is refused when one cell stands at the far end of the sheet', async () => {
    const far = workbook('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert.match((await problem(far)).problem, /very far from each other/)
  })

  it('runs no entity of its own making', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const said = await problem(workbook('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', '', bomb))
    assert.match(said.problem, /document types/)
  })

  it('is refused when it is cut, locked, of the old kind, or no workbook', async () => {
    const whole = await writeWorkbook([{ name: 'A', rows: [['x', 1]] }], 'xlsx')
    assert.match((await problem(whole.subarray(0, whole.length - 40))).problem, /damaged or cut short/)
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    assert.match((await problem(old)).problem, /old kind.*locked/)
    assert.match((await problem(Buffer.from('%PDF-1.7'))).problem, /PDF/)
    assert.match((await problem(packed(new Map([['a.xml', Buffer.from('<a/>')]])))).problem, /no workbook/)
  })
})

describe('a file made to do harm', () => {
  it('is refused by its directory when it unpacks to far more than it should', async () => {
    const said = await problem(workbook('<row r="1"/>'.repeat(200_000)), { unpackedBytes: 1_000_000 })
    assert.match(said.problem, /unpacks to 2 megabytes/)
  })

  it('is refused when a part would be put outside it', async () => {
    const parts = Object.entries(PARTS).map(([name, text]): [string, Buffer] => [name, Buffer.from(text)])
    const bytes = packed(new Map([...parts, ['../../etc/passwd.xml', Buffer.from('x')]]))
    assert.match((await problem(bytes)).problem, /outside it/)
  })

  it('ends its own process only, when it takes more memory or time than it may', async () => {
    const cell = '<c r="A1" t="inlineStr"><is><t>x</t></is></c>'
    const rows = Array.from({ length: 150_000 }, (_, row) => `<row r="${row + 1}">${cell}</row>`).join('')
    assert.match((await problem(workbook(rows), { memoryMb: 60 })).problem, /more memory/)
    assert.match((await problem(workbook(rows), { seconds: 0.05 })).problem, /longer to read/)
  })
})

describe('a file that is no table', () => {
  it('is named for what it is, whatever it is called', async () => {
    for (const text of ['<html><table><tr><td>measure', '\ufeff\n<?xml version="1.0"?><office:document/>'])
      assert.match((await problem(Buffer.from(text))).problem, /^This is a web page or another file of marked-up text/)
    assert.deepEqual(texts(await tables(Buffer.from('<5,b\n'))), [['<5', 'b']])
  })
})

describe('a formula', () => {
  it('that worked out to no text is an empty cell, and one that was never worked out is not', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><f>1+1</f></c></row>'
    const [table] = await tables(workbook(rows))
    assert.deepEqual(
      table?.rows.map(({ cells }) => cells.map((cell) => cell?.kind ?? null)),
      [[null, 'number'], ['uncalculated']],
    )
  })
})

describe('an OpenDocument sheet', () => {
  it('is hidden by its style, which a reader is told', async () => {
    const style = (name: string, shown: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${shown}"/></style:style>`
    const sheet = (name: string, look: string) =>
      `<table:table table:name="${name}" table:style-name="${look}"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>`
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>${style('ta1', true)}${style('ta2', false)}</office:automatic-styles><office:body><office:spreadsheet>${sheet('This &amp; that', 'ta1')}${sheet('Old &amp; done', 'ta2')}</office:spreadsheet></office:body></office:document-content>`
    const bytes = packed(
      new Map([
        ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
        ['content.xml', Buffer.from(content)],
      ]),
    )
    const read = await tables(bytes)
    assert.deepEqual(
      read.map(({ name, isHidden }) => [name, isHidden]),
      [
        ['This & that', false],
        ['Old & done', true],
      ],
    )
  })

  it('gives percentages as they are shown and passes over styled empty cells', async () => {
    const head =
      '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">'
    const rows =
      '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.4532"><text:p>45%</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2025-03-31"><text:p>31/03/25</text:p></table:table-cell><table:table-cell table:style-name="ce1" table:number-columns-repeated="16382"/></table:table-row><table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048574"><table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/></table:table-row>'
    const content = `${head}${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
    const bytes = packed(
      new Map([
        ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
        ['content.xml', Buffer.from(content)],
      ]),
    )
    const read = await tables(bytes)
    assert.deepEqual(texts(read), [['45.32%', '2025-03-31'], ['7']])
    assert.deepEqual(read[0]?.notes, ['1 hidden row is read too'])
  })
})

describe('a long table', () => {
  it('holds what its cells say once, however often they say it, and says the same', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `Kent,Burglary ${at % 3},"",${at}`)
    const [table] = await tables(lines.join('\n'))
    const { 0: first, 3: fourth } = table?.rows ?? []
    for (const column of [0, 1]) assert.equal(first?.cells[column], fourth?.cells[column])
    assert.deepEqual(texts([table as ReadTable])?.[59_999], ['Kent', 'Burglary 2', null, '59999'])
  })
})
