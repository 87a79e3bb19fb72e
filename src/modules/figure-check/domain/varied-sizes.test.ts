import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'We spent £3.1m on vans, £4.8m on radios, {£2.6m|£2.6bn} on buildings and £1.9m on dogs.',
  'Savings came from fleet (£1.4m), estates (£2.2m), uniforms ({£1.1m|£1.1k}) and contracts (£3.0m).',
  'The course cost {£61,500|£61.5m}, made up of £41,300 for tutors and £20,200 for rooms.',
  'Grants of {£3.2m|£3.2bn} were made up of £2.1m for victims and £1.1m for prevention.',
  'Of the {£48,000|£480}, £30,000 went on vans and the remaining £18,000 on radios.',
  'The total number of calls in 2023/24 was {124,800|10,400}, an average of 10,400 a month.',
  'In 2023/24 we took {124,800|10,400} calls, on average 10,400 every month.',
  'Calls averaged 10,400 a month, {124,800|10,400} in total over the year.',
  'Officers made 6,240 arrests in the year, against {6,010|501} the year before.',
  'Arrests over the year came to 6,240, up from {6,010|501} in 2022/23.',
  'There were 6,240 arrests in 2023/24 ({6,010|501} in 2022/23).',
  'The grant of £1.2m ({£1,200,000|£120,000}) was paid in April.',
  'The grant of £1.2 million ({£1,200k|£120k}) was paid in April.',
  "We awarded £450,000 ({£0.45m|£4.5m}) to victims' services.",
  "We awarded £450,000 ({£0.45m|£0.045m}) to victims' services.",
  "Victims' services received £450,000, or {£0.45m|£4.5m}.",
  "Victims' services received £450k, that is {£0.45m|£4.5m}.",
  'The budget is £137.2m, i.e. {£137,200,000|£13,720,000}.',
  'The revenue budget of £137.2 million ({£137,200k|£13,720k}) was approved.',
  'Reserves stood at £12.6m in March 2023 and {£11.9m|£11.9k} in March 2024.',
  'Reserves fell from £12.6m to {£11.9m|£11.9k}.',
  'Spending on overtime was £3.2m in 2022/23 and {£3.4m|£3.4bn} in 2023/24.',
  'Overtime cost £3.2m, compared with {£3.4m|£3.4bn} the year before.',
  'Overtime: {£3,210,000|£3,210} in 2023/24, £3,080,000 in 2022/23.',
  'Calls to 101 fell from 312,000 to {298,000|298}.',
  'The fund paid out £48,000 in 2022/23 and {£52,000|£52m} in 2023/24.',
  'Custody visitors made 384 visits, 32 a month on average; the total for the year before was {372|31}.',
  'A total of {9,600|800} offences were recorded over the twelve months, which is an average of 800 per month.',
  'Over the twelve months {9,600|800} offences were recorded, which works out at 800 per month.',
  'The helpline took {5,200|100} calls during the year: an average of 100 a week.',
  'The annual total of {5,200|100} calls is equal to 100 a week.',
  'The website had {84,000|7,000} visitors over the year (about 7,000 a month).',
  'A typical month saw 7,000 visitors, and the year as a whole {84,000|7,000}.',
  'The total was {84,000|6,900} for the year, a monthly average of 7,000.',
  'In the year to March 2024 there were 84,000 visitors, an average of 7,000 a month; in the year to March 2023 there were {81,600|6,800}.',
  '84,000 visitors came in 2023/24, a monthly average of 7,000. The total for 2022/23 was {81,600|6,800}.',
  '84,000 visitors came in 2023/24, a monthly average of 7,000, compared to a total of {81,600|6,800} in 2022/23.',
  'The number of incidents attended was 18,240 this year, compared with {17,900|1,492} last year.',
  'Last year {17,900|1,492} incidents were attended; this year it was 18,240.',
  'Incidents attended: 18,240 (2023/24), {17,900|1,492} (2022/23).',
  'In total {640|60} drivers were stopped in December. On average 80 were stopped each day.',
  'Altogether {480|48} rest days were cancelled in October, an average of 110 each week.',
  'All figures are in £ thousands.\n\n| Item | £000 |\n|---|---|\n| Pay | 98,400 |\n| Estates | 6,200 |\n| Total | 104,600 |\n\nPay costs {£98.4m|£98.4k}.',
  '| Item | £000 |\n|---|---|\n| Pay | 98,400 |\n| Estates | 6,200 |\n| Total | 104,600 |\n\nPay costs {£98.4 million|£984 million} a year.',
  'Pay will cost {£98.4m|£9.84m} next year.\n\n| Item | £000 |\n|---|---|\n| Pay | 98,400 |\n| Estates | 6,200 |\n| Total | 104,600 |',
  'The total budget is {£104.6m|£104.6k}.\n\n| Item | £000 |\n|---|---|\n| Pay | 98,400 |\n| Estates | 6,200 |\n| Total budget | 104,600 |',
  'Estates cost £6.2m ({£6,200,000|£620,000}); vehicles cost £2.1m.',
  'Set-up costs are £1.25m [{£1,250,000|£125,000}].',
  'The capital programme stands at £18.4m (2022/23: {£17.9m|£17.9k}).',
  'The helpline answered 14,400 calls last year, equivalent to 1,200 a month, compared with {13,800|1,150} in total in 2021/22.',
  'The annual figure was {3,650|304}, with a monthly average of 304.',
  'The average for each month was 304, giving an annual figure of {3,650|304}.',
  'We answered {2,400|200} letters in the year, 200 each month.',
  'Each month around 200 letters were answered, {2,400|200} over the year.',
  'Officers attended 36,000 incidents last year, i.e. {3,000|36,000} a month.',
  'The council tax freeze grant is worth £1.1m ({£1,100,000|£11,000,000}) to us.',
  'Fleet spending: £4.6m this year, {£4.4m|£4.4k} last year.',
  'Fleet spending will go from £4.4m to {£4.6m|£4.6bn}.',
  'Income from speed courses came to {£1.3m|£1.3k}, against £1.2m in 2022/23.',
  'A fund of £300k ({£0.3m|£3m}) was opened.',
  'A fund of {£300,000|£3,000,000} (£0.3m) was opened.',
  'In 2022 the drugs team made {1,140|95} arrests and in 2023 it made 1,200.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'We spent £3.1m on vans, £4.8m on radios, £300k on buildings and £1.9m on dogs.',
  'The suite held 640 people in December, and 80 a week were offered a visit.',
  'In 2023/24 there were 6,240 arrests, of which 501 were for burglary.',
  'The grant of £1.2m (£120,000 more than last year) was paid in April.',
  'The grant of £1.2m (of which £120,000 is for equipment) was paid in April.',
  'Officers made 6,240 arrests in the year and 501 stops in March.',
  'In 2022/23 there were 501 arrests for robbery. In 2023/24 there were 6,240 arrests in all.',
  'The helpline took 5,200 calls in the year and 100 emails a week.',
  'The contract costs £4.5m over ten years, £450,000 of it in the first.',
]

describe('a size, however it is put', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
