import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'The ferry carried 61,480 passengers. Those with bicycles, {2,310|2,910} more, were counted apart, so the purser reports 63,790.',
  'All but 46 of the pupils came back after the strike: {1,318|1,618} of 1,364.',
  'Last winter the depot spread 3,905 tonnes of salt. This winter it was {3,478|3,878}, 427 tonnes less.',
  'Our leaflet of May printed 2,874 members; it is restated here as {2,891|2,391}, 17 more.',
  'The lease was sold for £412,000, which is {£37,500|£87,500} above the £374,500 that it had been valued at.',
  'A further £18,250 from the lottery brought the fund to {£94,730|£44,730}, having stood at £76,480.',
  'Of 884 saplings planted in March {671|271} took, and the remaining 213 were grubbed up.',
  'Nests we found\n\n- Ash wood: 120\n- Birch wood: 85\n- Elm wood, where two fell: 42\n\nAll told they make {247|274}. More were seen from afar.',
  'Spent on the fair\n\n- £1,450: two bands\n- £620: tents\n- £385: the raffle\n\nThese came to {£2,455|£2,545}, as we had hoped.',
  'The figure of 5,216 borrowers leaves out 348 who hold a card of another town; with them it would be {5,564|5,164}.',
]

const QUIET = [
  'The hall seats 640; 212 more than the chapel, and it was full on 38 evenings.',
  'In May 1,204 came by train and 877 by coach, of 3,160 in the quarter.',
  'We sold 2,410 tickets, 96 fewer than planned, at four shows.',
  'Boats hired\n\n- Punts: 120\n- Canoes: 85\n- Skiffs: 42\n\nThey made 310 trips. In all, 24 were late.',
  'Rain fell on 214 days; on 31 of them the gauge was under water, and 118 hours were lost.',
]

describe('figures near each other that make a sum', () => {
  for (const statement of TWINS)
    it(`are asked about for a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`are left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
