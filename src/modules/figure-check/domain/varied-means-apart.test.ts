import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Volunteers gave 21,900 hours in 2023/24, the same as {60|68} hours a day.',
  'Special constables put in {18,250|16,250} hours over the year, or 50 hours a day.',
  'The bakery scheme sold 5,472 loaves. It ran for 36 weeks and so sold {152|125} a week.',
  'The trust gave £94,500 in grants. There were 63 of them. The mean grant was {£1,500|£1,050}.',
  'Storage costs £46,800 a year. There are 390 lockers. A locker therefore costs {£120|£210}.',
  'The tribunal sat on 150 days. It decided 1,350 appeals. It decided on average {nine|six} on each day that it sat.',
  'Kit for the cadets came to £22,400. For each of the 320 cadets that is {£70|£90}.',
  'Between 2022 and 2026 the repair fund will pay out £8.4m. Half is for roofs. Over the four years the average is {£2.1m|£1.2m} a year.',
  'Over the quarter, 2,379 packages were scanned. That is {793|973} a month.',
  'There were 47 bids and 29 of them won. The winners shared £130,500, {£4,500|£5,400} each on average.',
  'We hold 7 open days. The visitors numbered 3,780. The mean attendance was {540|450}.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'The trust gave £94,500 in grants. There were 63 of them. The mean request was £2,050.',
  'We hold 7 open days. The visitors numbered 3,780. The mean age was 54.',
  'There are 18 wardens. They made 414 visits and 90 calls. A visit took 23 minutes.',
  'The fund is £450,000. We had 116 bids. The winners of 43 awards asked on average for £12,400.',
  'The centre has 48 cells and took 14,652 detentions. On average a detainee stays 13 hours.',
  'The fleet of 612 vehicles cost £4.5m. A new van costs £31,000.',
  'The scheme cost £21,840. Visitors made 184 visits, with two visitors at each.',
  'We took 98,460 calls. A call lasts nine minutes on average, and 152 people answer them.',
  'The grant is £1.32m. It pays for patrols in 18 places. Each of the 18 places has four officers.',
  'Some 2,410 people replied. Each of the 12 districts had at least 150 replies.',
  'Of 300 cadets 120 are girls. The average cadet gives 4 hours a week.',
  'There were 1,200 fires in 48 weeks. The crews worked 38 hours a week.',
  'The panel read 90 files over six meetings. Each meeting lasted 3 hours.',
  'Staff number 1,126. They lost 13,512 days. Officers, of whom there are 1,884, lost ten days each.',
]

describe('a mean whose total or number stands in the sentences before', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
