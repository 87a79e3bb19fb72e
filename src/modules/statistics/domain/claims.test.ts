import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Claim, claimsIn, claimsNotBorneOut, wordsAllowed } from './claims.js'
import type { ControlResult, Direction } from './control.js'
import { controlChart } from './control-chart.js'
import { summaryOf } from './words.js'

/** Nothing but chance: no rule finds a point (checked below). */
const QUIET = [52, 48, 51, 47, 53, 49, 50, 46, 52, 49, 54, 48, 50, 47, 51, 53, 48, 52, 49, 51]
const shifted = (by: number) => [...QUIET.slice(0, 16), ...QUIET.slice(0, 8).map((value) => value + by)]

/** Series made so that a person can say what holds of each: the claims are put down by hand. */
const SERIES: readonly {
  readonly name: string
  readonly values: readonly (number | null)[]
  readonly wanted: Direction
  readonly holds: readonly Claim[]
}[] = [
  { name: 'chance alone, wanted up', values: QUIET, wanted: 'up', holds: ['stable'] },
  { name: 'chance alone, wanted down', values: QUIET, wanted: 'down', holds: ['stable'] },
  { name: 'chance alone, neither', values: QUIET, wanted: 'neither', holds: ['stable'] },
  {
    name: 'chance alone with a gap',
    values: QUIET.map((value, index) => (index === 9 ? null : value)),
    wanted: 'up',
    holds: ['stable'],
  },
  {
    name: 'eight months higher, wanted up',
    values: shifted(12),
    wanted: 'up',
    holds: ['improving', 'rising', 'caused'],
  },
  {
    name: 'eight months higher, wanted down',
    values: shifted(12),
    wanted: 'down',
    holds: ['worsening', 'rising', 'caused'],
  },
  { name: 'eight months higher, neither', values: shifted(12), wanted: 'neither', holds: ['rising', 'caused'] },
  {
    name: 'eight months lower, wanted up',
    values: shifted(-12),
    wanted: 'up',
    holds: ['worsening', 'falling', 'caused'],
  },
  {
    name: 'eight months lower, wanted down',
    values: shifted(-12),
    wanted: 'down',
    holds: ['improving', 'falling', 'caused'],
  },
  {
    name: 'a sudden peak, wanted down',
    values: [...QUIET, 80],
    wanted: 'down',
    holds: ['worsening', 'rising', 'caused'],
  },
  { name: 'a sudden peak, wanted up', values: [...QUIET, 80], wanted: 'up', holds: ['improving', 'rising', 'caused'] },
  { name: 'a sudden drop, wanted up', values: [...QUIET, 20], wanted: 'up', holds: ['worsening', 'falling', 'caused'] },
  {
    name: 'seven falls, wanted down',
    values: [...QUIET, 50, 49, 48, 47, 46, 45, 44],
    wanted: 'down',
    holds: ['improving', 'falling', 'caused'],
  },
  {
    name: 'seven rises, wanted down',
    values: [...QUIET, 47, 48, 49, 50, 51, 52, 53],
    wanted: 'down',
    holds: ['worsening', 'rising', 'caused'],
  },
  {
    name: 'a peak seven months ago, wanted down',
    values: [...QUIET.slice(0, 13), 80, ...QUIET.slice(1, 8), 46],
    wanted: 'down',
    holds: ['stable', 'recovered'],
  },
  {
    name: 'a drop three months ago, wanted up',
    values: [...QUIET, 20, 51, 49, 53],
    wanted: 'up',
    holds: ['recovered'],
  },
  { name: 'a drop, then back but below the average', values: [...QUIET, 20, 51, 47, 46], wanted: 'up', holds: [] },
  { name: 'twelve months only', values: QUIET.slice(0, 12), wanted: 'up', holds: [] },
  { name: 'twelve months with a peak', values: [...QUIET.slice(0, 11), 90], wanted: 'up', holds: [] },
  { name: 'no value ever differs', values: QUIET.map(() => 50), wanted: 'up', holds: ['stable'] },
]

/** Ten sentences as people write them, with the claim that each makes. */
const SENTENCES: readonly (readonly [string, Claim | undefined])[] = [
  ['Satisfaction is improving.', 'improving'],
  ['There has been a marked improvement since spring.', 'improving'],
  ['Performance has deteriorated.', 'worsening'],
  ['The figure rose to its highest.', 'rising'],
  ['Numbers have fallen this quarter.', 'falling'],
  ['The measure has since recovered.', 'recovered'],
  ['Levels remain stable.', 'stable'],
  ['This is due to the new team.', 'caused'],
  ['There is no sign of improvement.', undefined],
  ['The newest figure is 49 for December.', undefined],
]

function chartOf(values: readonly (number | null)[], polarity: Direction): ControlResult {
  const inputs = values.map((value, index) => ({ date: String(index + 1), value }))
  const result = controlChart(inputs, { chart: 'xmr', polarity })
  assert.ok(result.ok)
  return result.value
}

it('calls no series stable on a run chart whose median is crossed too seldom', () => {
  const values = [1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 1, 1, 1, 9, 9, 9]
  const inputs = values.map((value, index) => ({ date: `${2000 + index}`, value }))
  const chart = controlChart(inputs, { chart: 'run', polarity: 'neither' })
  assert.ok(chart.ok && chart.value.runs?.isSignal)
  assert.ok(chart.value.points.every(({ rules }) => rules.length === 0))
  assert.equal(wordsAllowed(chart.value).has('stable'), false)
})

describe('claims', () => {
  it('are allowed exactly where the series bears them out', () => {
    for (const { name, values, wanted, holds } of SERIES) {
      assert.deepEqual([...wordsAllowed(chartOf(values, wanted))].sort(), [...holds].sort(), name)
    }
  })

  it('are told right in 200 sentences over 20 series', () => {
    let judged = 0
    for (const { name, values, wanted, holds } of SERIES) {
      const result = chartOf(values, wanted)
      for (const [sentence, claim] of SENTENCES) {
        const expected = claim && !holds.includes(claim) ? [claim] : []
        assert.deepEqual(claimsNotBorneOut(sentence, result), expected, `${name}: ${sentence}`)
        judged += 1
      }
    }
    assert.equal(judged, 200)
  })

  it('are not read into a denial, a name or a longer word', () => {
    for (const text of [
      'Burglary is not improving.',
      'Neither rising nor falling.',
      'The Stability Board met.',
      'There was no significant fall, rise or recovery.',
      'Prisoners, surprises and waterfalls.',
      'It isn’t falling.',
    ]) {
      assert.deepEqual(claimsIn(text), [], text)
    }
    assert.deepEqual(claimsIn('Not stable in May, but improving because of patrols.'), ['improving', 'caused'])
  })

  it('are never made by a summary of a chart that does not bear them out', () => {
    for (const { name, values, wanted } of SERIES) {
      const result = chartOf(values, wanted)
      assert.deepEqual(claimsNotBorneOut(summaryOf(result).replace(/Earlier.*/, ''), result), [], name)
    }
  })
})
