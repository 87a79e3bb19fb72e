import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { typedPeriod, typedPeriodOf } from './period-in-words.js'
import { parsePeriodRequest } from './period-request.js'

function codeOf(words: string): string {
  const typed = typedPeriod(words)
  return typed.ok ? typed.value.period.code : typed.error
}

it('reads months, years and ranges as people say them', () => {
  const said: readonly (readonly [string, string])[] = [
    ['Jan 2024', '2024-01'],
    ['January 2024', '2024-01'],
    ['  january   2024 ', '2024-01'],
    ['April 2024 to March 2025', '2024/25'],
    ['Apr 2024 - Mar 2025', '2024/25'],
    ['January 2024 to December 2024', '2024'],
    ['January to December 2024', '2024'],
    ['Oct to Dec 2024', '2024/25 Q3'],
    ['February 2024 to January 2025', '2024-02..2025-01'],
    ['January 2023 to June 2024', '2023-01..2024-06'],
    ['12 months to January 2025', '12m to 2025-01'],
    ['year ending March 2025', '12m to 2025-03'],
    ['Q2 2017/18', '2017/18 Q2'],
    ['2017/18 Q2', '2017/18 Q2'],
    ['FY 2017-18', '2017/18'],
    ['31 March 2016', '2016-03-31'],
  ]
  for (const [words, code] of said) assert.equal(codeOf(words), code, words)
})

it('takes a quarter of one year for the calendar year’s, and says so', () => {
  for (const words of ['2024-Q4', '2024 Q4', '2024q4', 'Q4 2024', 'q4 of 2024']) {
    const typed = typedPeriod(words)
    assert.ok(typed.ok, words)
    assert.deepEqual([typed.value.period.from, typed.value.period.until], ['2024-10-01', '2024-12-31'])
    assert.match(typed.value.note, /calendar year: October to December 2024.*2024\/25 Q3/)
  }
  assert.equal(codeOf('2024 Q1'), '2023/24 Q4')
})

it('refuses words that mean no period, or two', () => {
  for (const words of [
    '',
    'last week',
    '2024 Q5',
    'March',
    '2024-13',
    'March 2025 to April 2024',
    '5 May to 9 June 2024',
  ])
    assert.equal(codeOf(words), 'not-a-period', words)
})

it('takes twelve months for what the measure has figures for', () => {
  const typed = typedPeriodOf('April 2024 to March 2025', 'rolling-12-months')
  assert.equal(typed.ok && typed.value.period.code, '12m to 2025-03')
  const other = typedPeriodOf('April 2024 to March 2025', 'financial-year')
  assert.equal(other.ok && other.value.period.code, '2024/25')
})

it('reads every code of files as files do', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const number = String(month).padStart(2, '0')
      const next = String((year + 1) % 100).padStart(2, '0')
      const codes = [
        `${year}-${number}`,
        `${year}`,
        `${year}/${next}`,
        `12m to ${year}-${number}`,
        `${year}-${number}-01`,
      ]
      for (const code of [...codes, `ytd to ${year}-${number}`, `${year - 1}-${number}..${year}-${number}`]) {
        const [typed, written] = [typedPeriod(code), parsePeriodRequest(code)]
        assert.ok(typed.ok && written.ok, code)
        assert.deepEqual(typed.value, { period: written.value, note: '' })
      }
    }),
  )
})
