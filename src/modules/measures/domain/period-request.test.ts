import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asked, monthCode } from '#test/support/figures.js'
import { parsePeriodRequest, partsOfPeriod, requestLastYear } from './period-request.js'

describe('a period that is asked for', () => {
  it('is read however it may be written, and nothing else is', () => {
    const read = (words: string) => {
      const { kind, from, until } = asked(words)
      return [kind, from, until]
    }
    assert.deepEqual(read('ytd to 2024-09'), ['year-to-date', '2024-04-01', '2024-09-30'])
    assert.deepEqual(read('ytd to 2024-02'), ['year-to-date', '2023-04-01', '2024-02-29'])
    assert.deepEqual(read('2024-01..2024-06'), ['range', '2024-01-01', '2024-06-30'])
    assert.deepEqual(read(' 2017/18 q2 '), ['quarter', '2017-07-01', '2017-09-30'])
    assert.deepEqual(read('12m to 2017-09'), ['rolling-12-months', '2016-10-01', '2017-09-30'])
    for (const words of ['', '2024-13', '2024-06..2024-01', 'ytd', '2017/19', '0001-01..2999-01', '2024-01-32'])
      assert.equal(parsePeriodRequest(words).ok, false, words)
  })

  it('a year earlier is as long and ends in the same month', () => {
    for (const words of [
      '2024-02',
      '2017/18 Q2',
      '2017/18',
      '2017',
      '12m to 2017-09',
      'ytd to 2024-09',
      '2024-01..2024-06',
    ]) {
      const [now, before] = [asked(words), requestLastYear(asked(words))]
      assert.equal(before.kind, now.kind)
      assert.equal(Number(before.until.slice(0, 4)), Number(now.until.slice(0, 4)) - 1, words)
      assert.equal(before.from.slice(5), now.from.slice(5))
    }
  })

  it('is filled by its parts without gap or overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }), (first, more) => {
        const request = asked(`${monthCode(first)}..${monthCode(first + more)}`)
        const parts = partsOfPeriod(request, 'month') ?? []
        assert.equal(parts.length, more + 1)
        assert.equal(parts[0]?.from, request.from)
        assert.equal(parts.at(-1)?.until, request.until)
      }),
    )
    assert.equal(partsOfPeriod(asked('2020-02..2020-04'), 'quarter'), undefined)
    assert.equal(partsOfPeriod(asked('2020-04..2020-09'), 'quarter')?.length, 2)
  })
})
