import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { frankpledge } from '#test/support/command.js'
import { wordFile } from '#test/support/made-files.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-check-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function written(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const WRONG = 'Robberies fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.'
const RIGHT = 'Robberies fell from 400 in 2022/23 to 300 in 2023/24, a fall of 25%.'
const settings = { FRANKPLEDGE_DATA: join(folder, 'nowhere'), DATABASE_URL: 'postgres://127.0.0.1:1/x' }

describe('checking documents from the command line', () => {
  it('quotes the document’s own text with its place, and ends as refused when there is an error', async () => {
    const text = `# Panel paper\n\nOpening words.\n\n${WRONG}\n`
    const file = written('paper.md', text)
    const { code, stdout, stderr } = await frankpledge(settings, 'check', file, '--json')
    assert.deepEqual([code, stderr], [1, ''])
    const { document, findings, claims } = JSON.parse(stdout)
    assert.equal(document, file)
    assert.equal(typeof claims, 'number')
    const errors = findings.filter(({ verdict }: { verdict: string }) => verdict === 'error')
    assert.equal(errors.length, 1)
    assert.equal(errors[0].kind, 'change')
    assert.equal(errors[0].quotes[0].line, 5)
    for (const { quotes } of findings) {
      for (const quote of quotes) assert.equal(text.slice(quote.start, quote.end), quote.text)
    }
    assert.equal(existsSync(settings.FRANKPLEDGE_DATA), false)
  })

  it('ends well when nothing is wrong, and says so to people', async () => {
    const { code, stdout } = await frankpledge(settings, 'check', written('right.txt', RIGHT))
    assert.equal(code, 0)
    assert.match(stdout, /no errors, no warnings/)
  })

  it('reads several files, and compares each with all that follow --with', async () => {
    const word = written('paper.docx', wordFile(`<w:p><w:r><w:t>${WRONG}</w:t></w:r></w:p>`))
    const others = [written('a.txt', RIGHT), written('b.txt', 'The plan is new.')]
    const { code, stdout } = await frankpledge(
      settings,
      'check',
      word,
      written('c.txt', RIGHT),
      '--with',
      ...others,
      '--json',
    )
    assert.equal(code, 1)
    const { document, findings } = JSON.parse(stdout)
    assert.equal(document.length, 2)
    const files = new Set(
      findings.flatMap(({ quotes }: { quotes: { file: string }[] }) => quotes.map(({ file }) => file)),
    )
    assert.equal(files.has(word), true)
  })

  it('tells a file that cannot be read from one with errors', async () => {
    const cut = await frankpledge(settings, 'check', written('cut.pdf', '%PDF-1.4 and no more'))
    assert.equal(cut.code, 2)
    assert.match(cut.stderr, /cut\.pdf: This PDF cannot be read/)
    assert.equal((await frankpledge(settings, 'check', join(folder, 'missing.txt'))).code, 2)
    assert.equal((await frankpledge(settings, 'check')).code, 2)
  })
})
