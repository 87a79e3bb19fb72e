import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Period } from '#modules/quantities/index.js'
import { sentencesOf } from './claim.js'

/** The periods of a sentence: "2017-04..2018-03", "3 years", "previous". */
const periodsIn = (text: string): string[] =>
  sentencesOf(text, [{ start: 0, end: text.length, kind: 'paragraph' }])
    .flatMap((sentence) => sentence.items)
    .flatMap((item) => (item.period ? [inShort(item.period)] : []))

const month = (value = 0) => `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, '0')}`

function inShort(period: Period): string {
  if (period.kind === 'months') return `${month(period.from)}..${month(period.until)}`
  if (period.kind === 'day') return `on ${month(period.from)}`
  if (period.kind === 'since') return `since ${month(period.from)}`
  return period.relation ?? `${period.months} months`
}

const periods: [string, string[]][] = [
  ['In 2017/18 it rose.', ['2017-04..2018-03']],
  ['In 2017-18 and 2003/4 it rose.', ['2017-04..2018-03', '2003-04..2004-03']],
  ['In 2017/2018 it rose.', ['2017-04..2018-03']],
  ['Over 2016-19 it rose.', ['2016-04..2019-03']],
  ['In the year ending March 2018 it rose.', ['2017-04..2018-03']],
  ['In the 12 months to the end of September 2017 it rose.', ['2016-10..2017-09']],
  ['In the last 12 months (to end September 2017) it rose.', ['2016-10..2017-09']],
  ['In the quarter to June 2018 it rose.', ['2018-04..2018-06']],
  ['Between April and September 2017 it rose.', ['2017-04..2017-09']],
  ['From October 2016 to March 2017 it rose.', ['2016-10..2017-03']],
  ['From October to March 2017 it rose.', ['2016-10..2017-03']],
  ['In Q2 of 2017/18 it rose.', ['2017-07..2017-09']],
  ['In the fourth quarter of 2017/18 it rose.', ['2018-01..2018-03']],
  ['In June 2017 it peaked.', ['2017-06..2017-06']],
  ['In 2017 it peaked.', ['2017-01..2017-12']],
  ['As at 31 March 2018 there were some.', ['on 2018-03']],
  ['Since 2010 it fell.', ['since 2010-01']],
  ['It rose on the previous year.', ['previous']],
  ['It rose against the same period last year.', ['previous']],
  ['It was lower a year earlier.', ['previous']],
  ['It rose this year.', ['current']],
  ['Over three years it rose.', ['36 months']],
  ['Over the last four years it rose.', ['current']],
  ['It may march on.', []],
]

describe('the periods of a text', () => {
  for (const [sentence, expected] of periods) {
    it(`reads ${expected.join(', ') || 'no period'} in: ${sentence}`, () =>
      assert.deepEqual(periodsIn(sentence), expected))
  }
})
