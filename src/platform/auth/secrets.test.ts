import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { Obstacle } from '../errors.js'
import { secretsIn } from './secrets.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-keys-'))
after(() => rmSync(folder, { recursive: true }))
const fresh = () => join(folder, randomUUID(), 'secret.key')

describe('a sealed secret', () => {
  it('opens with the key that sealed it, for what it was sealed for', () => {
    const secrets = secretsIn({ file: fresh(), mayMake: true })
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, about, other) => {
        const sealed = secrets.seal(text, about)
        assert.equal(secrets.unseal(sealed, about), text)
        if (other !== about) assert.equal(secrets.unseal(sealed, other), undefined)
      }),
    )
  })

  it('does not open when any sign of it was changed, and is never sealed the same twice', () => {
    const secrets = secretsIn({ file: fresh(), mayMake: true })
    const sealed = secrets.seal('JBSWY3DPEHPK3PXP', 'factor of a1')
    assert.notEqual(secrets.seal('JBSWY3DPEHPK3PXP', 'factor of a1'), sealed)
    assert.ok(!sealed.includes('JBSWY3DPEHPK3PXP'))
    const bytes = Buffer.from(sealed.split('.')[2] ?? '', 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      const text = [...sealed.split('.').slice(0, 2), changed.toString('base64url')].join('.')
      assert.equal(secrets.unseal(text, 'factor of a1'), undefined)
    }
    for (const broken of ['', 'sealed1', 'sealed1..', 'JBSWY3DPEHPK3PXP'])
      assert.equal(secrets.unseal(broken, 'factor of a1'), undefined)
  })

  it('makes its key once, for its owner alone to read', () => {
    const file = fresh()
    const sealed = secretsIn({ file, mayMake: true }).seal('words', 'a')
    assert.equal(statSync(file).mode & 0o777, 0o600)
    assert.equal(secretsIn({ file, mayMake: true }).unseal(sealed, 'a'), 'words')
  })

  it('opens with an older key after a new one was put before it, and is to be sealed anew', () => {
    const file = fresh()
    const sealed = secretsIn({ file, mayMake: true }).seal('words', 'a')
    writeFileSync(file, `# new in May\n${randomBytes(32).toString('base64')}\n${readFileSync(file, 'utf8')}`)
    const rotated = secretsIn({ file, mayMake: false })
    assert.equal(rotated.unseal(sealed, 'a'), 'words')
    assert.equal(rotated.isCurrent(sealed), false)
    assert.equal(rotated.isCurrent(rotated.seal('words', 'a')), true)
  })

  it('says what is wrong with a key file that was named', () => {
    const named = secretsIn({ file: fresh(), mayMake: false })
    assert.throws(() => named.seal('words', 'a'), Obstacle)
    const short = join(folder, 'short.key')
    for (const content of ['', 'c2hvcnQ=\n']) {
      writeFileSync(short, content)
      assert.throws(() => secretsIn({ file: short, mayMake: false }).seal('words', 'a'), Obstacle)
    }
  })
})
