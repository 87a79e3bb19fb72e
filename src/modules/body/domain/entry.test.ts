import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, isoDate } from '#kernel/dates.js'
import { holdsOn, type Term } from './body.js'
import { areaEntry, checkNew, type Entry, forceEntry, organisationEntry, withLastDay } from './entry.js'
import { overlap } from './term.js'

const day = (offset: number) => addDays(isoDate('2020-01-01'), offset)
const days = Array.from({ length: 62 }, (_, offset) => day(offset))
const term = (from: number, until: number | null): Term => ({
  from: day(from),
  until: until === null ? null : day(until),
})

const aTerm: fc.Arbitrary<Term> = fc
  .tuple(fc.nat(30), fc.option(fc.nat(30), { nil: null }))
  .map(([from, length]) => term(from, length === null ? null : from + length))

function council(id: string, name: string, from: number, until: number | null): Entry {
  return organisationEntry({ id, kind: 'council', name, shortName: name, ...term(from, until) })
}

function force(id: string, from: number, until: number | null): Entry {
  return forceEntry({ id, name: `Force ${id}`, shortName: id, ...term(from, until) })
}

function district(id: string, code: string): Entry {
  return areaEntry({ id, kind: 'district', code, name: 'Melchester', ...term(0, null) })
}

describe('the days of two entries', () => {
  it('overlap exactly when both hold on some day', () => {
    fc.assert(
      fc.property(aTerm, aTerm, (one, other) => {
        assert.equal(
          overlap(one, other),
          days.some((each) => holdsOn(one, each) && holdsOn(other, each)),
        )
      }),
    )
  })
})

describe('an entry on the record', () => {
  it('may come again once it has ended, and not before', () => {
    const there = [council('a', 'Melchester Council', 0, 9)]
    assert.ok(checkNew(there, council('b', 'melchester council ', 10, null)).ok)
    const early = checkNew(there, council('b', 'melchester council ', 9, null))
    assert.deepEqual(early, { ok: false, error: { code: 'already-there' } })
  })

  it('may share its name with another area, but not its code', () => {
    assert.ok(checkNew([district('a', 'E07000001')], district('b', 'E07000002')).ok)
    assert.ok(!checkNew([district('a', 'E07000001')], district('b', 'E07000001')).ok)
  })

  it('never ends before it begins', () => {
    const backwards = council('a', 'Melchester Council', 5, 4)
    assert.deepEqual(checkNew([], backwards), { ok: false, error: { code: 'ends-before-it-begins' } })
  })
})

describe('the last day of an entry', () => {
  const only = council('a', 'Melchester Council', 5, null)

  it('may be its first', () => {
    const result = withLastDay([only], only, day(5))
    assert.ok(result.ok && result.value.until === day(5))
  })

  it('is never before its first', () => {
    const refused = { ok: false, error: { code: 'ends-before-it-begins', from: day(5) } }
    assert.deepEqual(withLastDay([only], only, day(4)), refused)
  })

  it('must be another than it was', () => {
    assert.deepEqual(withLastDay([only], only, null), { ok: false, error: { code: 'nothing-changed' } })
  })

  it('cannot reach into the days of the force that followed', () => {
    const entries = [force('a', 0, 9), force('b', 10, null)]
    const [first] = entries
    assert.ok(first)
    for (const until of [day(10), null]) {
      const refused = { ok: false, error: { code: 'begins-again', from: day(10) } }
      assert.deepEqual(withLastDay(entries, first, until), refused)
    }
    assert.ok(withLastDay(entries, first, day(8)).ok)
  })
})
