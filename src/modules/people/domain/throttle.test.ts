import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { delayAfter, type Failures, LIMITS, type Limit, networkOf, oneMore, secondsToWait } from './throttle.js'

const NOON = new Date('2025-04-30T12:00:00Z')
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000)
const STRICT: Limit = { name: 'account-and-address', free: 5, longestDelay: 900 }

function failed(times: number): Failures | undefined {
  let known: Failures | undefined
  for (let time = 0; time < times; time += 1) known = oneMore(known, NOON)
  return known
}

describe('failing to sign in', () => {
  it('costs nothing five times, then twice as long each time, to a quarter of an hour', () => {
    const delays = [1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 500].map((failures) => delayAfter(failures, STRICT))
    assert.deepEqual(delays, [0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  it('never makes the next wait shorter, nor longer than the limit says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIMITS), fc.nat(2000), (limit, failures) => {
        const delay = delayAfter(failures, limit)
        assert.ok(delay <= delayAfter(failures + 1, limit))
        assert.ok(delay <= limit.longestDelay)
      }),
    )
  })

  it('is waited out by the second', () => {
    assert.equal(secondsToWait(failed(6), STRICT, later(0)), 15)
    assert.equal(secondsToWait(failed(6), STRICT, later(14)), 1)
    assert.equal(secondsToWait(failed(6), STRICT, later(15)), 0)
  })

  it('is forgotten after a day', () => {
    assert.equal(oneMore(failed(9), later(86_399)).failures, 10)
    assert.equal(oneMore(failed(9), later(86_400)).failures, 1)
  })

  it('at one account from everywhere holds its owner up for a minute at most', () => {
    const whole = LIMITS.find(({ name }) => name === 'account')
    assert.ok(whole)
    assert.equal(delayAfter(100, whole), 0)
    assert.equal(delayAfter(100_000, whole), 60)
  })
})

describe('a network address', () => {
  it('counts by itself, however it is written', () => {
    assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
    assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  })

  it('counts as its customer’s whole network when it has the newer form', () => {
    const network = '2001:db8:1:2::/64'
    const same = ['2001:db8:1:2::1', '2001:DB8:1:2:ffff:0:0:9', '2001:0db8:0001:0002::', '2001:db8:1:2::1%eth0']
    for (const address of same) assert.equal(networkOf(address), network, address)
    assert.notEqual(networkOf('2001:db8:1:3::1'), network)
    assert.equal(networkOf('::1'), '0:0:0:0::/64')
    assert.equal(networkOf('fe80::1'), 'fe80:0:0:0::/64')
  })
})
