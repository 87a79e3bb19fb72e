import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codeAt, newRecoveryCodes, newSecret, recoveryText, stepFor, stepOf } from './one-time-code.js'

// The secret of RFC 6238, appendix B ("12345678901234567890"), in base 32; its codes have eight digits, ours the last six.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const VECTORS = [
  ['1970-01-01T00:00:59Z', '287082'],
  ['2005-03-18T01:58:29Z', '081804'],
  ['2005-03-18T01:58:31Z', '050471'],
  ['2009-02-13T23:31:30Z', '005924'],
  ['2033-05-18T03:33:20Z', '279037'],
  ['2603-10-11T11:33:20Z', '353130'],
] as const

describe('a code from an authenticator app', () => {
  it('is that of RFC 6238 at each of its six moments', () => {
    for (const [moment, code] of VECTORS) assert.equal(codeAt(SECRET, stepOf(new Date(moment))), code, moment)
  })

  it('is taken half a minute early or late, and no further', () => {
    const now = new Date('2026-11-22T08:00:10Z')
    const at = (seconds: number) => codeAt(SECRET, stepOf(new Date(now.getTime() + seconds * 1000)))
    const taken = [-60, -30, 0, 30, 60].map((seconds) => stepFor({ secret: SECRET, lastStep: 0 }, at(seconds), now))
    assert.deepEqual(
      taken.map((step) => step !== undefined),
      [false, true, true, true, false],
    )
  })

  it('is taken once', () => {
    const now = new Date('2026-11-22T08:00:10Z')
    const code = codeAt(SECRET, stepOf(now))
    assert.equal(stepFor({ secret: SECRET, lastStep: stepOf(now) }, code, now), undefined)
  })

  it('is six digits, with or without a space', () => {
    const now = new Date('2026-11-22T08:00:10Z')
    const code = codeAt(SECRET, stepOf(now))
    assert.equal(stepFor({ secret: SECRET, lastStep: 0 }, `${code.slice(0, 3)} ${code.slice(3)}`, now), stepOf(now))
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
      assert.equal(stepFor({ secret: SECRET, lastStep: 0 }, typed, now), undefined)
  })
})

describe('secrets and recovery codes', () => {
  it('are new each time, long enough, and without letters that look alike', () => {
    assert.match(newSecret(), /^[A-Z2-7]{32}$/)
    assert.notEqual(newSecret(), newSecret())
    const codes = newRecoveryCodes()
    assert.equal(new Set(codes).size, 10)
    for (const code of codes) assert.match(code, /^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/)
  })

  it('are compared however they are typed, and belong to one account', () => {
    assert.equal(recoveryText('a', 'abcde-23456'), recoveryText('a', ' ABCDE 23456 '))
    assert.notEqual(recoveryText('a', 'ABCDE-23456'), recoveryText('b', 'ABCDE-23456'))
    assert.equal(recoveryText('a', '123456'), undefined)
  })
})
