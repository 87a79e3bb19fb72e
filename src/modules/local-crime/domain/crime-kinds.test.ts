import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changeOf } from './crime-change.js'
import { partsOf } from './crime-kinds.js'
import { peopleInWords, ratePer } from './crime-rate.js'

const now = { from: '2025-01', to: '2025-02', months: 2 }
const before = { from: '2024-01', to: '2024-02', months: 2 }
const counted = (of: string, ...counts: [string, number][]) => counts.map(([month, count]) => ({ of, month, count }))

describe('the kinds of crime', () => {
  it('add up, the most frequent first, each beside the year before', () => {
    const counts = [
      ...counted('Burglary', ['2024-01', 10], ['2025-01', 3], ['2025-02', 4]),
      ...counted('Drugs', ['2025-02', 13]),
      ...counted('Robbery', ['2024-02', 2]),
      ...counted('Other crime', ['2023-01', 9]),
    ]
    const parts = partsOf(counts, now, { now, before })
    assert.deepEqual(
      parts.map(({ name, count, share }) => [name, count, share]),
      [
        ['Drugs', 13, 65],
        ['Burglary', 7, 35],
        ['Robbery', 0, 0],
      ],
    )
    assert.deepEqual(parts[1]?.change?.difference, -3)
    assert.equal(parts[0]?.change?.percent, null)
  })

  it('have no change where no year before is there', () => {
    const [part] = partsOf(counted('Drugs', ['2025-01', 1]), now, undefined)
    assert.equal(part?.change, null)
  })
})

describe('a change', () => {
  it('is told from chance', () => {
    assert.equal(changeOf(105, 100)?.isMoreThanChance, false)
    assert.equal(changeOf(200, 100)?.isMoreThanChance, true)
    assert.equal(changeOf(5, 0)?.isMoreThanChance, null)
    assert.equal(changeOf(null, 3), null)
  })
})

describe('a rate', () => {
  it('names the people it is reckoned over, and is none without them', () => {
    const people = { people: 50_000, year: 2020, source: 'Office for National Statistics' }
    const rate = ratePer(4000, people)
    assert.equal(rate?.estimate, 80)
    assert.ok(rate && rate.lower < 80 && rate.upper > 80)
    assert.equal(ratePer(4000, null), null)
    assert.equal(ratePer(null, people), null)
    assert.match(peopleInWords([people, null]), /mid-2020 \(Office for National Statistics\)/)
    assert.equal(peopleInWords([null]), '')
  })
})
