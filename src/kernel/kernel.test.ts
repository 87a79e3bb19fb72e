import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type Json } from './canonical-json.js'
import { formatPounds, parsePounds, pence } from './money.js'
import { freeSlug, slugOf } from './slug.js'

describe('money', () => {
  it('reads what people type', () => {
    const cases = { '£1,500': 150_000, '1500.5': 150_050, ' 272.52 ': 27_252, '-3': -300, '−£3.10': -310, '0': 0 }
    for (const [text, expected] of Object.entries(cases))
      assert.deepEqual(parsePounds(text), { ok: true, value: expected })
  })

  it('refuses what is not pounds', () => {
    for (const text of ['', '£', '1.234', '1e3', 'ten', '12-3', '£1m', '1.2.3']) {
      assert.deepEqual(parsePounds(text), { ok: false, error: 'not-pounds' }, text)
    }
  })

  it('writes what it can read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        assert.deepEqual(parsePounds(formatPounds(pence(amount))), { ok: true, value: amount })
      }),
    )
    assert.equal(formatPounds(pence(27_252)), '£272.52')
    assert.equal(formatPounds(pence(-150_000)), '−£1,500')
  })

  it('never holds a fraction of a penny', () => {
    assert.throws(() => pence(0.1 + 0.2))
    assert.throws(() => pence(Number.MAX_SAFE_INTEGER + 1))
  })
})

describe('slugs', () => {
  it('makes an address of any name', () => {
    assert.equal(slugOf("Victims' services: what's next?"), 'victims-services-whats-next')
    assert.equal(slugOf('Café Dyfed–Powys'), 'cafe-dyfed-powys')
    fc.assert(fc.property(fc.string(), (name) => assert.match(slugOf(name), /^[a-z0-9]+(-[a-z0-9]+)*$/)))
  })

  it('finds one that is free', () => {
    assert.equal(freeSlug('Crime', new Set(['crime', 'crime-2'])), 'crime-3')
  })
})

describe('canonical JSON', () => {
  const anyJson = fc.jsonValue() as fc.Arbitrary<Json>

  it('means the same as the value it was made from', () => {
    fc.assert(
      fc.property(anyJson, (value) =>
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value))),
      ),
    )
  })

  it('is one text whatever order the keys came in', () => {
    assert.equal(canonicalJson({ b: 1, a: { d: [2], c: undefined } }), canonicalJson({ a: { d: [2] }, b: 1 }))
    assert.equal(canonicalJson({ b: 1, a: null }), '{"a":null,"b":1}')
  })
})
