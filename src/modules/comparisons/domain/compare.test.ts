import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type AreaFigure, type CompareRequest, compareAreas } from './compare.js'
import { comparisonSentence, mixtureInWords, ordinal, refusalInWords, type Writing } from './words.js'

function area(name: string, value: number, change: Partial<AreaFigure> = {}): AreaFigure {
  return {
    ...{ code: name, name, isOwn: name === 'Wessex', period: '2024/25', knownOn: isoDate('2025-04-28') },
    ...{ status: 'final' as const, value, numerator: null, base: null },
    interval: { lower: value - 1, upper: value + 1 },
    joint: { lower: value - 1.5, upper: value + 1.5 },
    ...change,
  }
}

const FIVE = [area('Wessex', 20), area('Mercia', 21), area('Anglia', 25), area('Kent', 10), area('Sussex', 30)]
const REST = { estimate: 21.5, lower: 21, upper: 22 }

function compare(change: Partial<CompareRequest> = {}) {
  return compareAreas({ figures: FIVE, wanted: 'down-is-good', rest: REST, isMixingAllowed: false, ...change })
}

const writing: Writing = {
  figure: (value) => `${value} crimes`,
  difference: (value) => Math.abs(value).toFixed(1),
  period: 'in 2024/25',
  group: 'Our neighbours',
  isSurvey: false,
  isExact: false,
}

function say(change: Partial<CompareRequest> = {}, words: Partial<Writing> = {}): string {
  const result = compare(change)
  return result.ok ? comparisonSentence(result.value, { ...writing, ...words }) : refusalInWords(result.error)
}

describe('a comparison of areas', () => {
  it('puts the lowest first where fewer is wanted, and the highest first elsewhere', () => {
    const names = (wanted: CompareRequest['wanted']) => {
      const result = compare({ wanted })
      return result.ok ? result.value.areas.map(({ name }) => name) : []
    }
    assert.deepEqual(names('down-is-good'), ['Kent', 'Wessex', 'Mercia', 'Anglia', 'Sussex'])
    assert.deepEqual(names('up-is-good'), ['Sussex', 'Anglia', 'Mercia', 'Wessex', 'Kent'])
    assert.deepEqual(names('neither'), names('up-is-good'))
  })

  it('says the place, the places that chance leaves open, and the difference from the others together', () => {
    assert.equal(
      say(),
      'Wessex had 20 crimes in 2024/25: the second lowest of five areas (Our neighbours). ' +
        'Once chance is allowed for, it is between second and third lowest. ' +
        'It is lower than the others together (21.5 crimes), by 1.5, or between 0.4 and 2.6 allowing for chance.',
    )
  })

  it('says that there is no significant difference when the range holds nought', () => {
    assert.match(
      say({ rest: { estimate: 20.5, lower: 20, upper: 21 } }),
      /There is no significant difference from the others together/,
    )
  })

  it('claims nothing of chance for prices, nor where a range is not known', () => {
    const exact = FIVE.map((each) => ({ ...each, interval: null, joint: { lower: each.value, upper: each.value } }))
    assert.match(
      say({ figures: exact, rest: null }, { isExact: true }),
      /second lowest of five areas \(Our neighbours\)\.$/,
    )
    assert.match(say({ figures: exact, rest: null }), /These figures come without an interval, so it is not known/)
    const one = [...FIVE.slice(0, 4), ...exact.slice(4)]
    assert.match(say({ figures: one, rest: null }), /Some of these figures come without an interval/)
  })

  it('does not order what chance could turn round altogether', () => {
    const wide = FIVE.map((each) => ({ ...each, joint: { lower: 0, upper: 50 } }))
    assert.match(say({ figures: wide }), /it could be any of the places/)
  })

  it('shares a place between equal figures, and names either end', () => {
    assert.match(
      say({ figures: [area('Wessex', 5), area('Kent', 5), area('Sussex', 9)] }),
      /jointly the lowest of three/,
    )
    assert.match(say({ figures: [area('Wessex', 50), area('Kent', 5), area('Sussex', 9)] }), /: the highest of three/)
  })

  it('says "significantly" of surveys, whose answers are a sample', () => {
    assert.match(say({}, { isSurvey: true }), /It is significantly lower/)
  })
})

describe('what is not compared', () => {
  const withOther = (change: Partial<AreaFigure>) =>
    FIVE.map((each) => (each.name === 'Kent' ? { ...each, ...change } : each))

  it('refuses figures of different periods, even when mixing is allowed', () => {
    const result = compare({ figures: withOther({ period: '2023/24' }), isMixingAllowed: true })
    assert.deepEqual(result, { ok: false, error: { code: 'different-periods', periods: ['2023/24', '2024/25'] } })
  })

  it('refuses figures that were known on different days, unless it is said', () => {
    const figures = withOther({ knownOn: '2024-10-24' as IsoDate })
    const refused = compare({ figures })
    assert.equal(refused.ok ? '' : refused.error.code, 'known-on-different-days')
    assert.match(say({ figures }), /known on 24 October 2024 and 28 April 2025\. So they are not compared/)
    const allowed = compare({ figures, isMixingAllowed: true })
    assert.deepEqual(allowed.ok && allowed.value.mixtures.map(({ code }) => code), ['known-on-different-days'])
  })

  it('refuses provisional figures beside final ones, unless it is said', () => {
    const figures = withOther({ status: 'provisional' })
    const refused = compare({ figures })
    assert.equal(refused.ok ? '' : refused.error.code, 'not-equally-firm')
    const allowed = compare({ figures, isMixingAllowed: true })
    const [mixture] = allowed.ok ? allowed.value.mixtures : []
    assert.match(mixture ? mixtureInWords(mixture) : '', /some are final and provisional/)
  })

  it('refuses without our own figure, and without any other', () => {
    assert.match(say({ figures: FIVE.slice(1) }), /no figure of our own area/)
    assert.match(say({ figures: FIVE.slice(0, 1) }), /No other area/)
  })
})

it('writes places as people say them', () => {
  assert.deepEqual([1, 3, 10, 11, 12, 13, 21, 22, 23, 24, 101, 111].map(ordinal), [
    ...['first', 'third', 'tenth', '11th', '12th', '13th', '21st', '22nd', '23rd', '24th', '101st', '111th'],
  ])
})
