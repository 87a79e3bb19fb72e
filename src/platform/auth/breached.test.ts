import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import fc from 'fast-check'
import { Obstacle } from '../errors.js'
import { breachedIn } from './breached.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-breached-'))
const list = join(folder, 'pwned.txt')
after(() => rmSync(folder, { recursive: true }))

function write(passwords: readonly string[], lineEnd: string): void {
  const hashes = passwords.map((password) => createHash('sha1').update(password).digest('hex').toUpperCase())
  const lines = [...new Set(hashes)].sort().map((hash, at) => `${hash}:${10 ** (at % 9)}`)
  writeFileSync(list, lines.join(lineEnd))
}

it('knows every password of a list and no other, however long the list and its lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.string(), { maxLength: 60 }),
      fc.string(),
      fc.constantFrom('\n', '\r\n'),
      async (leaked, other, lineEnd) => {
        write(leaked, lineEnd)
        const isBreached = breachedIn(list)
        for (const password of leaked) assert.ok(await isBreached(password))
        assert.equal(await isBreached(other), leaked.includes(other))
      },
    ),
    { numRuns: 40 },
  )
})

it('knows of no leak where there is no list, and says so when the list has gone', async () => {
  assert.equal(await breachedIn(undefined)('password1234'), false)
  await assert.rejects(breachedIn(join(folder, 'gone.txt'))('password1234'), Obstacle)
})
