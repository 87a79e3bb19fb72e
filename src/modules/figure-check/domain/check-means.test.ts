import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import type { Check } from './check.js'
import { checkAverage } from './check-average.js'
import { checkDocument } from './check-document.js'

const checkWhole: Check = (document) => [...checkDocument(document).findings]
const verdictsOf = (check: Check, text: string) =>
  check(plainDocument('paper.txt', text), { others: [], register: [] }).map((finding) => finding.verdict)
const alarmsOf = (check: Check, text: string) => verdictsOf(check, text).filter((verdict) => verdict !== 'holds')

describe('programmes of so many years', () => {
  it('holds a daily figure against so many days', () => {
    const text = (mean: number) => `In August 4,310 calls came in 31 days, about ${mean} a day.`
    assert.deepEqual(verdictsOf(checkAverage, text(139)), ['holds'])
    assert.deepEqual(verdictsOf(checkAverage, text(193)), ['error'])
    assert.deepEqual(verdictsOf(checkAverage, 'Over six weeks the van made 84 stops, 14 a week on average.'), ['holds'])
    assert.deepEqual(
      alarmsOf(checkAverage, 'In 2021/22 we took 36,500 calls within 10 days of a report, 100 a day.'),
      [],
    )
  })
  it('holds a yearly figure against the whole and the length that the name says', () => {
    assert.deepEqual(verdictsOf(checkAverage, 'The three-year programme costs £1.2m, or £450,000 a year.'), ['error'])
    assert.deepEqual(verdictsOf(checkAverage, 'The 18-month pilot will cost £90,000, an average of £6,000 a month.'), [
      'error',
    ])
    assert.deepEqual(verdictsOf(checkAverage, 'The three-year programme costs £1.2m, or £400,000 a year.'), ['holds'])
    assert.deepEqual(verdictsOf(checkAverage, 'The 18-month pilot will cost £90,000, an average of £5,000 a month.'), [
      'holds',
    ])
    for (const sentence of [
      'The three-year programme cost £1.2m in 2021/22, or £100,000 a month.',
      'The two-year plan has £600,000 a year for schools and £1.4m for roads.',
    ]) {
      assert.deepEqual(alarmsOf(checkAverage, sentence), [], sentence)
    }
  })
})

const each: [right: string, wrong: string][] = [
  ['Eight wardens at £31,000 each will cost £248,000.', 'Eight wardens at £31,000 each will cost £284,000.'],
  [
    'Each of the 12 parishes received £4,500, £54,000 in total.',
    'Each of the 12 parishes received £4,500, £45,000 in total.',
  ],
  [
    'A sum of £36,000 was shared equally by nine groups, giving each £4,000.',
    'A sum of £36,000 was shared equally by nine groups, giving each £6,000.',
  ],
  [
    'Across 24 schools 5,280 pupils took part, so 220 pupils a school.',
    'Across 24 schools 5,280 pupils took part, so 260 pupils a school.',
  ],
  [
    'On average each of our 40 volunteers gave 85 hours: 3,400 hours in all.',
    'On average each of our 40 volunteers gave 58 hours: 3,400 hours in all.',
  ],
  [
    'The ten meetings lasted 25 hours in all, so 2.5 hours a meeting.',
    'The ten meetings lasted 25 hours in all, so 5.2 hours a meeting.',
  ],
]

describe('amounts for each of several things', () => {
  for (const [right, wrong] of each)
    it(`tells right from wrong in: ${right}`, () => {
      assert.deepEqual(verdictsOf(checkAverage, right), ['holds'])
      assert.deepEqual(alarmsOf(checkAverage, wrong), ['warning'])
    })

  for (const text of [
    'Grants of £5,000 each went to 14 clubs from a fund worth £1.2m.',
    'Each of the 20 grants was for £500, and £3,000 went on postage.',
    'Two officers spent three hours each at 12 schools.',
    'Each of the 24 volunteers gave at least 30 hours, 960 hours in all.',
  ])
    it(`keeps quiet about: ${text}`, () => assert.deepEqual(alarmsOf(checkAverage, text), []))
})

/** The same sentence with the right and with a wrong figure in it. */
const twins = (text: (figure: string) => string, right: string, wrong: string) => {
  assert.deepEqual(verdictsOf(checkAverage, text(right)), ['holds'], text(right))
  assert.deepEqual(alarmsOf(checkAverage, text(wrong)).length, 1, text(wrong))
}

describe('means and their totals in other orders', () => {
  it('finds the total behind the mean, where it says for how long it is', () => {
    twins((months) => `The helpline heard from 310 people a month, 3,720 over the ${months} months.`, '12', '15')
    twins((total) => `That is 12.5 visits a month on average, from ${total} in the 12 months.`, '150', '190')
    twins(
      (mean) => `Costs averaged £${mean} thousand a month over the three months, £642 thousand in all.`,
      '214',
      '274',
    )
  })
  it('reads the mean of a total that is named by its number alone', () => {
    twins((mean) => `Over 12 months the monthly average of the 960 is ${mean}.`, '80', '90')
    twins((mean) => `The 960 thefts over the 12 months are ${mean} a month.`, '80', '86')
  })
  it('reads so many for each of so many, whatever else the sentence counts', () => {
    twins((mean) => `Pupils gave 6,400 hours, ${mean} for each of the 160 pupils.`, '40', '46')
    twins((days) => `There were 73,200 calls, or 200 on each of the ${days} days.`, '366', '266')
    twins(
      (mean) => `The group met five times and read 85 files, an average of ${mean} at each of the five meetings.`,
      '17',
      '19',
    )
    twins((mean) => `Mentors gave 3,600 hours in the 12 months, ${mean} a month.`, '300', '390')
    twins((mean) => `A visit costs £${mean} on average: £84,000 for 2,400 hours.`, '35.00', '38.00')
  })
  it('does not take weeks for hours, nor one for every so many for a rate', () => {
    assert.deepEqual(alarmsOf(checkAverage, 'There were 312 hearings in the 52 weeks, six a week.'), [])
    assert.deepEqual(alarmsOf(checkWhole, 'There are 1,750 officers for 700,000 people, one for every 400.'), [])
  })
  it('takes the base of a rate from what it is among', () => {
    const rate = (shown: string) => `That is ${shown} complaints per 1,000 employees: 1,210 among a workforce of 2,750.`
    assert.deepEqual(verdictsOf(checkWhole, rate('440')), ['holds'])
    assert.deepEqual(verdictsOf(checkWhole, rate('480')), ['warning'])
    const each = (shown: string) => `There are 1,290 officers, ${shown} for each 1,000 of the 430,000 people.`
    assert.deepEqual(verdictsOf(checkWhole, each('3.0')), ['holds'])
    assert.deepEqual(verdictsOf(checkWhole, each('3.7')), ['warning'])
  })

  it('lets the total have words of its own, and the length that the sentence gives count before any other', () => {
    twins(
      (mean) => `There were 504 contacts with the office in the 12 months, an average of ${mean} a month.`,
      '42',
      '44',
    )
    twins((days) => `We report on October 2025. The 6,510 calls over ${days} days are 210 a day.`, '31', '37')
    twins((mean) => `That is an average of £${mean} for each of the three groups, from £18,750.`, '6,250', '6,750')
  })
})
