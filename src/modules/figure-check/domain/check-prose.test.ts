import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainDocument } from '#modules/passages/index.js'
import type { Check } from './check.js'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'
import { checkShare } from './check-share.js'

const verdictsOf = (check: Check, text: string) =>
  check(plainDocument('paper.txt', text), { others: [], register: [] }).map((finding) => finding.verdict)

const count = fc.integer({ min: 11, max: 9_999_999 })
const printed = (value: number) => value.toLocaleString('en-GB')
/** Half up, or half to even: both are ways in which offices round. */
const rounded = (value: number, decimals: number, toEven: boolean) => {
  const scaled = value * 10 ** decimals
  const floor = Math.floor(scaled)
  const isHalf = Math.abs(scaled - floor - 0.5) < 1e-9
  const whole = isHalf && toEven && floor % 2 === 0 ? floor : Math.round(scaled + 1e-9)
  return (whole / 10 ** decimals).toFixed(decimals)
}

describe('arithmetic in prose', () => {
  it('accepts every change that is worked out from its two figures and rounded either way', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 0, max: 2 }), fc.boolean(), (from, to, decimals, toEven) => {
        fc.pre(from !== to)
        const share = rounded((Math.abs(to - from) / from) * 100, decimals, toEven)
        const verb = to > from ? 'rose' : 'fell'
        const text = `Offences ${verb} by ${share}%, from ${printed(from)} to ${printed(to)}.`
        assert.deepEqual(verdictsOf(checkChange, text), ['holds'])
      }),
    )
  })
  it('finds every change that is a whole point and more away from what its figures give', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 2, max: 40 }), (from, to, away) => {
        fc.pre(to > from && to < from * 5 && from % 100 !== 0 && to % 100 !== 0)
        const share = Math.round(((to - from) / from) * 100) + away
        const text = `Offences rose by ${share}%, from ${printed(from)} to ${printed(to)}.`
        assert.deepEqual(verdictsOf(checkChange, text), ['error'])
      }),
    )
  })
  it('accepts every monthly mean of a total, and finds it when one digit of the mean is changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1200, max: 4_000_000 }), fc.integer({ min: 0, max: 9 }), (total, digit) => {
        fc.pre(total % 100 !== 0)
        const mean = Math.round(total / 12)
        const text = (shown: number) =>
          `In 2021/22 there were ${printed(total)} calls, an average of ${printed(shown)} a month.`
        assert.deepEqual(verdictsOf(checkAverage, text(mean)), ['holds'])
        const changed = Number(`${digit}${String(mean).slice(1)}`)
        fc.pre(changed !== mean && digit > 0 && mean % 10 !== 0)
        assert.notEqual(verdictsOf(checkAverage, text(changed))[0], 'holds')
      }),
    )
  })
  it('accepts every share worked out from its counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 50_000 }),
        fc.nat(),
        fc.integer({ min: 0, max: 2 }),
        (whole, any, decimals) => {
          const part = Math.max(2, any % (whole + 1))
          const share = rounded((part / whole) * 100, decimals, false)
          assert.deepEqual(
            verdictsOf(checkShare, `Of the ${printed(whole)} visits, ${printed(part)} (${share}%) were late.`),
            ['holds'],
          )
        },
      ),
    )
  })
  it('calls a percentage possible exactly when some whole number of the base rounds to it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 99 }), fc.integer({ min: 1, max: 100 }), (base, percent) => {
        const isPossible = Array.from({ length: base + 1 }, (_, part) => (part / base) * 100).some(
          (share) => Math.abs(share - percent) <= 0.5 + 1e-9,
        )
        const found = verdictsOf(checkPossiblePercentage, `${percent}% of the ${base} people who replied agreed.`)
        assert.deepEqual(found, [isPossible ? 'holds' : 'error'])
      }),
    )
  })
  it('never fails on strange text', () => {
    const strange = fc.stringMatching(/^[0-9a-z £%.,()/–'-]{0,80}$/)
    fc.assert(
      fc.property(strange, (text) => {
        for (const check of [checkChange, checkAverage, checkShare, checkPossiblePercentage]) verdictsOf(check, text)
      }),
    )
  })
})
