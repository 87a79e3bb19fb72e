import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Together the chair and the deputy cost £94,600 a year. That is {£94,600|£94.6m} that could be spent on benches.',
  'Nurses lost 18,200 days and porters 4,300. In all, {22,500|2,250,000} days were lost.',
  'Saving £66,000 a year, the plan would free {£198,000|£198m} over three years.',
  'Fuel was £212,000 and tyres £38,000. Fuel and tyres, {£250,000|£250m} between them, were within budget.',
  'Our fee was £62,450. This {£62,450|£62.4m} fee was within budget.',
  'The chair earns £61,400; the deputy earns £46,050. So the pair cost the town {£107,450|£107.4m}.',
  'The loan of £2.35m was paid in April. Interest on that {£2.35m|£2.35bn} is 4%.',
  'The orchard gave 18,240 apples. The year’s total, {18,240|1,520} apples, was our best yet.',
]

/** True, with sizes that are meant. */
const TRUE = [
  'The fund holds £2.4m. A group may ask for up to £2,400.',
  'The hall cost £1.85m. A tenth of it, £185,000, came from the lottery.',
  'The budget is £96.4m and the underspend £0.7m. The underspend was £700,000 at month nine too.',
  'We gave £120,000 to 80 clubs, £1,500 each, and £1.5m to schools.',
  'The orchard gave 18,240 apples. In a month of the year 1,520 apples were sold on average.',
  'Grants of £36,000 were paid. The pension fund stands at £36m.',
]

describe('one amount in two sizes', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
