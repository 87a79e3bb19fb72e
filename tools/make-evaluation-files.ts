import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { chromium } from 'playwright-core'

/**
 * Makes the Word and PDF documents of the evaluation set from their sources: `NAME.word.md` becomes `NAME.docx` and
 * `NAME.print.html` becomes `NAME.pdf`, printed by the browser. Names on the command line keep it to those.
 */
const folder = join(import.meta.dirname, '../evaluation/figure-check')
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]

function wordBlock(block: string): FileChild[] {
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  const heading = /^(#{1,3}) (.*)$/.exec(lines[0] ?? '')
  if (heading) return [new Paragraph({ heading: levels[(heading[1] ?? '').length - 1], text: heading[2] })]
  if (lines[0]?.startsWith('|')) return [wordTable(lines)]
  if (lines[0]?.startsWith('- ')) {
    return lines.map((line) => new Paragraph({ bullet: { level: 0 }, children: runs(line.slice(2)) }))
  }
  return [new Paragraph({ children: runs(lines.join(' ')) })]
}

function wordTable(lines: string[]): Table {
  const rows = lines.filter((line) => !/^\|[-:|]+\|$/.test(line)).map((line) => line.slice(1, -1).split('|'))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          ...(at === 0 ? { tableHeader: true } : {}),
          children: cells.map(
            (cell) => new TableCell({ children: [new Paragraph({ children: runs(cell.trim(), at === 0) })] }),
          ),
        }),
    ),
  })
}

/** Words set between two asterisks each side are bold, as in Markdown. */
const runs = (text: string, bold = false) =>
  text.split('**').map((part, at) => new TextRun(bold || at % 2 === 1 ? { text: part, bold: true } : { text: part }))

async function makeWord(source: string): Promise<void> {
  const children = readFileSync(source, 'utf8')
    .trim()
    .split(/\n{2,}/)
    .flatMap(wordBlock)
  const file = new Document({ sections: [{ children }] })
  writeFileSync(source.replace(/\.word\.md$/, '.docx'), await Packer.toBuffer(file))
}

async function makePdfs(sources: string[]): Promise<void> {
  if (sources.length === 0) return
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    for (const source of sources) {
      await page.goto(pathToFileURL(source).href)
      await page.pdf({ path: source.replace(/\.print\.html$/, '.pdf'), format: 'A4' })
    }
  } finally {
    await browser.close()
  }
}

const wanted = process.argv.slice(2)
const sources = globSync('**/*.{word.md,print.html}', { cwd: folder })
  .map((name) => join(folder, name))
  .filter((path) => wanted.length === 0 || wanted.some((name) => relative(folder, path).includes(name)))
for (const source of sources.filter((path) => path.endsWith('.word.md'))) await makeWord(source)
await makePdfs(sources.filter((path) => path.endsWith('.print.html')))
console.log(sources.map((path) => relative(folder, path)).join('\n'))
