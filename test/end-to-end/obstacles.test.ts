import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { frankpledge } from '#test/support/command.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-obstacles-'))
after(() => rmSync(root, { recursive: true, force: true }))

const asFolder = join(root, 'a-file')
writeFileSync(asFolder, 'not a folder')
writeFileSync(join(root, 'register.sqlite'), 'This is no register, although it has the name of one, and never was.')

describe('a command that the machine does not allow', () => {
  const cases: [string, Record<string, string>, number, RegExp][] = [
    ['a setting that cannot be read', { PORT: 'abc' }, 2, /^PORT must be a number\n$/],
    [
      'a PostgreSQL that is not there',
      { DATABASE_URL: 'postgres://127.0.0.1:1/x' },
      1,
      /^The PostgreSQL .*ECONNREFUSED/,
    ],
    ['a data folder that is none', { FRANKPLEDGE_DATA: asFolder }, 1, /^The register in .*a-file cannot be opened/],
    [
      'a register that is none',
      { FRANKPLEDGE_DATA: root },
      1,
      /^The register in .* is damaged \(the database says “file is not a database”\)/,
    ],
  ]
  for (const [what, settings, code, message] of cases) {
    it(`says so in a sentence, with no trail of code: ${what}`, async () => {
      const answer = await frankpledge({ FRANKPLEDGE_DATA: join(root, 'empty'), ...settings }, 'plan', 'list')
      assert.equal(answer.code, code, answer.stderr)
      assert.match(answer.stderr, message)
      assert.doesNotMatch(answer.stderr, /\bat .*:\d+/)
      assert.equal(answer.stdout, '')
    })
  }
})
