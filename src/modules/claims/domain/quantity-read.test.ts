import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Quantity } from '#modules/quantities/index.js'
import { sentencesOf } from './claim.js'

/** The quantities of a sentence: "percent 12.4", "pounds 1200000", "over 600", in the order printed. */
const readIn = (text: string): string[] =>
  sentencesOf(text, [{ start: 0, end: text.length, kind: 'paragraph' }])
    .flatMap((sentence) => sentence.items)
    .flatMap((item) => (item.quantity ? [inShort(item.quantity)] : []))

const inShort = (quantity: Quantity) =>
  [quantity.approx, quantity.unit, Math.round(quantity.shown * 100) / 100, quantity.perTime]
    .filter((part) => part !== undefined)
    .join(' ')

const quantities: [string, string[]][] = [
  ['We dealt with 61,204 crimes.', ['count 61204']],
  ['We dealt with 61\u00a0204 crimes.', ['count 61204']],
  ['It rose by 8.4 per cent.', ['percent 8.4']],
  ['It rose by 8 percent, then by 3 pc and 2%.', ['percent 8', 'percent 3', 'percent 2']],
  ['It rose by 3.1 percentage points.', ['points 3.1']],
  ['It fell by 2pp.', ['points 2']],
  ['It fell by 1.5 percentage-points.', ['points 1.5']],
  ['It cost £1.2m, then £43k.', ['pounds 1200000', 'pounds 43000']],
  ['It cost £38.8 million and £986,094.', ['pounds 38800000', 'pounds 986094']],
  ['It costs 43p a day.', ['pounds 0.43 day']],
  ['It costs 9 pence a week.', ['pounds 0.09 week']],
  ['There were 10,291 calls a month.', ['count 10291 month']],
  ['There were 466 incidents every day.', ['count 466 day']],
  ['There were 78.9 crimes per 1,000 people.', ['rate 78.9']],
  ['More than 600 came, nearly 300 stayed.', ['over count 600', 'under count 300']],
  ['At least 40 and up to 60 came.', ['at-least count 40', 'at-most count 60']],
  ['About 85 came, or some 90 by other counts.', ['around count 85', 'around count 90']],
  ['Some 50+ groups and >100 people took part.', ['around count 50', 'over count 100']],
  ['A third of them were seen, two-thirds were not.', ['percent 33.33', 'percent 66.67']],
  ['Half of those asked agreed.', ['percent 50']],
  ['One in seven calls was repeated.', ['percent 14.29']],
  ['1 in 4 victims withdrew.', ['percent 25']],
  ['Twenty-five people came on twelve visits.', ['count 25', 'count 12']],
  ['Two hundred and six people came.', ['count 206']],
  ['Twelve hundred people and a dozen dogs came.', ['count 1200', 'count 12']],
  ['Between 5 and 7 officers attended.', ['count 5']],
  ['Between 10-12% were repeated.', ['percent 10']],
  ['It took 14 minutes.', ['duration 14']],
  ['It changed by −4.2%.', ['percent 4.2']],
  ['That is 6% more than 11,400, 40 fewer than 300.', ['percent 6', 'count 11400', 'count 40', 'count 300']],
  [
    'Nights were an eighth more than 208 and 2.4 points above 31%.',
    ['percent 12.5', 'count 208', 'points 2.4', 'percent 31'],
  ],
  ['In 2023 more than 300 came, in the third quarter over 90.', ['over count 300', 'over count 90']],
  ["To halve 2019's 402 deaths takes three and a half times as long.", ['count 402', 'count 3.5']],
  ['The desk was open 38 hours a week.', ['duration 38 week']],
]

const others = [
  'See section 22A, paragraph 8.6 and pages 16 and 17.',
  'Recommendation 4 and Appendix 2 apply.',
  'PC 1234 drove on the A14 and the M11.',
  'Children aged 10-17 and under 18s took part.',
  'People aged 10 to 65 were asked.',
  'A 16-year-old and 18 to 24 year olds were asked.',
  'It is open 24/7 from 10:30 to 4pm.',
  'It was signed on 31 March 2018 and again on 01/04/2018.',
  'Call 101, or 999 in an emergency.',
  'The Police Act 1996 and the Order 2011 apply.',
  'The plan of 2017/18 follows that of 2013-16.',
  'It was the 2nd time in the 21st century.',
  'Covid-19 came in 2020.',
  'A third party and the third sector helped.',
  'It is a four-year plan with a 12-month review.',
  'One officer was there.',
  'The first half of the year was quiet.',
]

describe('the numbers of a text', () => {
  for (const [sentence, expected] of quantities) {
    it(`reads ${expected.join(', ')} in: ${sentence}`, () => assert.deepEqual(readIn(sentence), expected))
  }
  for (const sentence of others) {
    it(`counts nothing in: ${sentence}`, () => assert.deepEqual(readIn(sentence), []))
  }
})
