import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Over the twelve months the kennels took in 1,164 dogs; an ordinary month brought {97|79}.',
  'Month by month the 408 repairs averaged {34|43}.',
  'Emails: 21,960 in 2024, or {1,830|1,380} monthly.',
  'By quarter the 524 inspections average {131|113}.',
  'We dealt with 4,380 lost-property items in the year, that being {12|21} on each day of it.',
  'From April to June the ferry carried 45,900 passengers, equivalent to a monthly {15,300|13,500}.',
  'In six months the team visited 282 farms. That amounts to {47|74} in the usual month.',
  'Nineteen wardens walked 1,520 miles between them. A warden therefore walked {80|68} miles.',
  'Our 14 shops sold 5,880 tickets, so a shop sold {420|240}.',
  'To clear the backlog of 1,350 cases in nine months the unit must close {150|130} a month.',
  'The panel sat on 48 days and heard 624 cases; per sitting day it heard {13|31}.',
  'Footfall in the quarter was 82,800. The monthly figure, on average, was {27,600|26,700}.',
  'Postage: £7,332 for the year. Weekly: {£141|£114}.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'The chapel was let for 2,184 hours in the year; an ordinary booking is for three hours.',
  'A shop sold 300 tickets on the first day, and 14 shops sold 5,880 in the end.',
  'In six months the team visited 282 farms. A farm has 120 acres on average.',
  'The ferry carried 45,900 passengers in June, against a monthly target of 15,000.',
  'We heard 624 cases on 48 days. A case took two hours.',
  'The busiest month brought 260 dogs of the 1,164 of the year.',
  'There are 19 wardens. A warden walked 310 miles last year and the others 1,210 between them.',
  'Each week 6 nurses see 60 patients, and 2,900 letters go out over the year.',
]

describe('a figure for one of something beside its total', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
