import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { areaNamed, type ComparedArea } from './area.js'
import { checkMember, type Member, membersOn } from './group.js'

const AREAS: ComparedArea[] = [
  { code: 'E23000036', name: 'Avon and Somerset', aliases: [] },
  { code: 'E23000034', name: 'City of London', aliases: ['London, City of'] },
  { code: 'E23000001', name: 'Metropolitan Police', aliases: ['Metropolitan'] },
  { code: 'W15000004', name: 'Dyfed-Powys', aliases: [] },
]

describe('the area that a file means', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['Avon & Somerset', 'E23000036'],
    ['Avon and Somerset Constabulary', 'E23000036'],
    ['avon and somerset police force', 'E23000036'],
    [' e23000036 ', 'E23000036'],
    ['London, City of', 'E23000034'],
    ['City of London Police', 'E23000034'],
    ['Metropolitan Police Service', 'E23000001'],
    ['Dyfed Powys', 'W15000004'],
    ['Heddlu Dyfed-Powys Police', undefined],
    ['Avon and Somerset police force area', 'E23000036'],
    ['Avon', undefined],
    ['', undefined],
    ['Police', undefined],
  ]
  for (const [text, code] of cases) {
    it(`is ${code ?? 'none'} for "${text}"`, () => assert.equal(areaNamed(AREAS, text)?.code, code))
  }
})

function member(from: string, until: string | null, change: Partial<Member> = {}): Member {
  return {
    ...{ id: 'a', areaCode: 'E1', areaName: 'One' },
    from: isoDate(from),
    until: until === null ? null : isoDate(until),
    ...change,
  }
}

describe('who belongs to a group', () => {
  it('is asked of a day, first and last included', () => {
    const all = [member('2018-04-01', '2020-03-31')]
    const on = (day: string) => membersOn(all, isoDate(day)).length
    assert.deepEqual([on('2018-03-31'), on('2018-04-01'), on('2020-03-31'), on('2020-04-01')], [0, 1, 1, 0])
  })

  it('lets an area leave and come back, and never be there twice', () => {
    const others = [member('2018-04-01', '2020-03-31')]
    const check = (from: string, until: string | null) => {
      const result = checkMember(others, member(from, until, { id: 'b' }))
      return result.ok ? 'ok' : result.error.code
    }
    assert.equal(check('2020-04-01', null), 'ok')
    assert.equal(check('2017-04-01', '2018-03-31'), 'ok')
    assert.equal(check('2020-03-31', null), 'already-there')
    assert.equal(check('2017-04-01', null), 'already-there')
    assert.equal(check('2021-04-01', '2021-03-31'), 'ends-before-it-begins')
  })
})
