import assert from 'node:assert/strict'
import { checkDocument } from '#modules/figure-check/index.js'
import { parseFormula } from '#modules/formulas/index.js'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument, UnreadableDocument } from '#platform/documents/read-document.js'
import { markdownToHtml } from '#platform/markdown.js'
import { readBytes } from '#platform/tables/read-bytes.js'
import { TABLE_LIMITS } from '#platform/tables/table.js'
import { readFormBody } from '#platform/web/form-body.js'
import { wordFile, zipOf } from '#test/support/made-files.js'
import { aPaper } from '#test/support/papers.js'
import { parsePeriodRequest } from '../../src/modules/measures/domain/period-request.js'
import { readPlan } from '../../src/modules/plan-reading/domain/read-plan.js'

/** Something that reads what strangers send: it must answer, in time, whatever it is given. */
export type Target = {
  readonly name: string
  /** What it usually reads, from which the search begins. */
  readonly seeds: readonly string[]
  /** Pieces that mean something to it, which chance alone would not find. */
  readonly words: readonly string[]
  /** Reads it; throws where something is wrong that no answer says. */
  readonly read: (bytes: Uint8Array) => unknown
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

const SENTENCES =
  'Recorded crime rose by 12.4%, from 1,204 in 2022/23 to 1,353 in 2023/24.\n\nSix partners were funded: A, B and C.'
const TABLE = 'Area\tQ1\tQ2\tTotal\nNorth\t12\t14\t26\nSouth\t£1.2m\t(3)\t9.1%\nTotal\t24\t17\t41\n'
const FIGURE_WORDS = [
  ...['%', ' percentage points', '£', 'm', '(', ')', '1,000', 'per 1,000', 'from ', ' to ', 'total', 'average of '],
  ...['one in seven', 'nearly ', '2023/24', 'March 2024', '\n\n', '\t', '8.2 ', 'Table 1', 'of the ', '½', '-', '–'],
]

export const TARGETS: readonly Target[] = [
  {
    name: 'csv',
    seeds: ['Measure,Period,Count\nburglary,2024-01,12\n', '\ufeffa;b\r\n"x ""y""";1,5\r\n', 'a\tb\n1\t2\n'],
    words: ['"', '""', ',', ';', '\t', '\r\n', '\n', '\u00a3', '=cmd()', '[x]', '..', '\ufeff', '\0'],
    read: (bytes) => readBytes(bytes, 'file.csv', TABLE_LIMITS),
  },
  {
    name: 'xlsx-sheet',
    seeds: [
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Count</t></is></c><c r="B1"><v>45000</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
    ],
    words: [
      '<c r="XFD1048576">',
      '<f>',
      't="s"',
      't="e"',
      '#REF!',
      '<row r="9999999">',
      's="1"',
      '<v>1e308</v>',
      'r="A0"',
    ],
    read: (bytes) => readBytes(workbookOf(text(bytes)), 'file.xlsx', TABLE_LIMITS),
  },
  {
    name: 'ods-content',
    seeds: [
      '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="float" office:value="4"><text:p>4</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
    ],
    words: [
      'table:number-columns-repeated="16384"',
      'table:number-rows-repeated="1048576"',
      'office:value-type="date"',
      'table:covered-table-cell',
      'table:visibility="collapse"',
    ],
    read: (bytes) => readBytes(openDocumentOf(text(bytes)), 'file.ods', TABLE_LIMITS),
  },
  {
    name: 'word-body',
    seeds: [
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Crime</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
    ],
    words: [
      '<w:ins>',
      '<w:del>',
      '<w:vMerge/>',
      '<w:gridSpan w:val="99"/>',
      '<w:numPr>',
      '<w:tab/>',
      '<w:br/>',
      '&amp;',
    ],
    read: (bytes) => reading(wordFile(text(bytes)), 'file.docx'),
  },
  {
    name: 'html',
    seeds: [`<!doctype html><h1>Report</h1><p>${SENTENCES}</p><table><tr><th>A<td>1<td colspan=2>2</table>`],
    words: ['<td rowspan=9999>', '<table>', '<li>', '<script>', '&nbsp;', '<p hidden>', '</', '<!--', '<template>'],
    read: (bytes) => reading(bytes, 'file.html'),
  },
  {
    name: 'markdown-file',
    seeds: [`# Report\n\n${SENTENCES}\n\n| A | B |\n|---|--:|\n| x | 1 |\n\n1. one\n2. two\n`],
    words: ['|', '---', '```', '> ', '[^1]', '<div>', '* ', '\n\n', '1. ', '![', ']('],
    read: (bytes) => reading(bytes, 'file.md'),
  },
  {
    name: 'figure-check',
    seeds: [SENTENCES, TABLE, `1.1 ${SENTENCES}\n1.3 See the table below.\n\n${TABLE}`],
    words: FIGURE_WORDS,
    read: (bytes) => checkDocument(documentFromText('file.txt', { text: text(bytes), pages: [], hidden: [] })),
  },
  {
    name: 'plan-read',
    seeds: [
      'THEME 1 Victims\nAim: to help\n• one priority\n• another\nObjective 1.1: fewer\nPriorities\n5 do this\n8 do that',
    ],
    words: ['Theme ', 'Aim', 'Objective', 'Priorities', '\n• ', '\n5 ', 'ﬁ', '\f', 'Outcome', 'We will', 'Measures'],
    read: (bytes) => readPlan(documentFromText('file.txt', { text: text(bytes), pages: [], hidden: [] })),
  },
  {
    name: 'formula',
    seeds: ['[a] / [b] * 100', 'if([a] > 0, sum([a], [b]), none)', 'per1000([a])'],
    words: ['[', ']', '(', ')', 'if(', 'min(', 'none', '>=', '1e999', ', ', '-'],
    read: (bytes) => parseFormula(text(bytes)),
  },
  {
    name: 'period',
    seeds: ['2024-01', '2023/24', '2024-Q1', 'April 2023 to March 2024', '12 months to March 2024'],
    words: ['2024', '/25', '-Q4', ' to ', 'March', 'year to ', '..', '-13', '0000'],
    read: (bytes) => parsePeriodRequest(text(bytes)),
  },
  {
    name: 'author-markdown',
    seeds: ['**bold** [a](https://a.example) <b>x</b>', '| a |\n|---|\n| 1 |'],
    words: ['<script>', 'javascript:', '](', 'onerror=', '<img src=x', '&#x6a;', 'data:', '<svg', '<style>'],
    read: (bytes) => {
      const html = markdownToHtml(text(bytes))
      assert.doesNotMatch(
        html,
        /<(?:script|style|iframe|svg|img|object)\b|<[^>]+\son\w+=|(?:href|src)="?\s*(?:javascript|data):/i,
      )
    },
  },
  {
    name: 'paper-source',
    seeds: ['## Crime\n\nIt was :figure[burglary]{period=2024}.[^1]\n\n::chart{measure=burglary}\n\n[^1]: A note.\n'],
    words: [':figure[', ']{', '}', '::table{', ':::note', '#{', '$', '\\', '@', '[^', '{#id}', '>>>>', '&', '#set'],
    read: (bytes) => aPaper(text(bytes)),
  },
  {
    name: 'form-body',
    seeds: ['_csrf=x&title=A+b&title=c', '%C3%A9=%ff'],
    words: ['&', '=', '%', '+', '__proto__=1', 'constructor[prototype]=1', '%00'],
    read: (bytes) => {
      readFormBody(text(bytes))
      assert.equal(({} as Record<string, unknown>)['1'], undefined)
    },
  },
]

/** A document that cannot be read is told so; any other fault is one. */
async function reading(bytes: Uint8Array, name: string): Promise<void> {
  const read = await readDocument(bytes, name).catch((problem) => {
    if (problem instanceof UnreadableDocument) return undefined
    throw problem
  })
  if (read) checkDocument(documentFromText(name, read))
}

const SHEET_MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

function workbookOf(sheet: string): Buffer {
  const relation = (id: string, type: string, to: string) =>
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${to}"/></Relationships>`
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relation('r1', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SHEET_MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': sheet.replace('<worksheet>', `<worksheet xmlns="${SHEET_MAIN}">`),
  })
}

function openDocumentOf(body: string): Buffer {
  const name = (part: string) => `xmlns:${part}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${['office', 'table', 'text'].map(name).join(' ')}><office:body>${body}</office:body></office:document-content>`,
  })
}
