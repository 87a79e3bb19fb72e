import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** A relative figure among its two amounts, in whatever words; each right with the first of two, wrong with the second. */
const RELATIVE = [
  'We reached 342 of the 360 farms on the list, {95|85}%.',
  'Stewards, some 135 in 1,350 of the crowd, made up {10|18}% of it.',
  'Bicycles had {24.6|24.1}% of the shelf, 84 in 342.',
  'Our lending shelf holds 52 of 160 titles, i.e. {32.5|38.5}%.',
  'Attendance moved between the two summers from 43,000 to {41,280|47,280}, a matter of 4.0%.',
  'A bill of £250.00 becoming £264.00 is dearer by {5.6|6.5}%.',
  'The lake rescue took 486 calls then, 549 now: {13.0|18.0}% apart.',
  'Of every letter opened, 2,079 in 2,310, {90|70}%, were thanks.',
  'The quota of seats let is {63.3|68.3}%, 19 out of 30 in the hall.',
  'There were 47,303 walkers where 52,500 had been hoped for, {90.1|91.0}%.',
  'The chance of rain was 18.6% on the coast, {3.1|5.1} times that of the hills, at 6.0%.',
  'Cats were seen at a rate of {21.6|26.6} per 1,000 and dogs at 5.4, so cats lead by a factor of 4.0.',
  'At £92,000 a van costs {2.3|2.8} times the £40,000 of a car.',
  'There were {639|739} readers among 1,806 members, 35.4 per cent; in heads that is a rise of 6.7 per cent, 640 becoming 683.',
  'They are 46.3 per cent of all members (1,451 of 3,132), but among the 1,126 juniors {61.0|66.0} per cent are girls (687) and of the others exactly half.',
  'Of 612 women 324 swim, 53%; of 588 men {420|820} do, and that is 71%.',
  'In spring {8,610|8,010} of the guests among 42,000 stayed on, that is 20.5%, so the number, 8,610 to 9,185, rose by 6.7%.',
  'The crew had 1,486 hands, 1,402 of them on deck and 84 below ({5.7%|4.7%}).',
  'Of 2,150 letters {1,591|1,191} were answered inside the 20 days allowed, i.e. 74%.',
  'Turnout climbed from 34.4% to {35.0|38.0}%, 0.6 of a percentage point.',
  'The café sold 1,540 of its 7,700 cakes, {20|28}%, after ten at night.',
]

/** One amount beside the figure, and the other in the sentence before. */
const BEFORE = [
  'Wardens wrote 1,134 tickets, 357 at the harbour. The harbour is {31.5|81.5}% of the 1,134.',
  'The young are 12.0% of the town. They are {42.0%|47.0%} of the skaters, or 3.5 times as many as one would expect.',
  'The choir sang to 401,500 people, 131,400 of them by wireless. Wireless was {32.7|37.7}% of the 401,500.',
]

/** True, though a percentage stands among amounts that it is not of. */
const TRUE = [
  'We picked 38,205 boxes. First came pears, with 14,870 boxes, 39% of the whole, and then plums, with 9,933, 26%.',
  'The stall sold 640 jars, 412 of them jam, and 17% of buyers came back.',
  'Visitors rose from 1,240 to 1,480, including a rise of 44% in children.',
  'The 318 lamps cost £4,120, with VAT at 20%.',
  'Some 880 forms were sent to 1,120 homes; 43% of tenants knew of the scheme.',
  'We had 412 entries, 8% of the county total and 24 more than the 388 of the year before.',
  'About 38% of the 131 replies came by post, against 43% of 118 a year ago.',
  'Takings went up from £12,500 to £15,000 (20%), while costs were 31% lower.',
  'The plan names a 4.99% rise and £9.5m of cuts to meet a gap of £14m.',
  'Errors were 2.9% of what was matched, and the £46,250 got back makes £1,250 for each of the 37.',
  'Holme, with 32.1% of the money (£135,000 of £420,000), came before Vale, which had 31.7% (£133,000).',
  'The team of 14 took 1,260 calls within 15 minutes, 92% of the time.',
  'Between 2,310 and 2,450 people came, depending on who counted, and 61% were local.',
]

describe('a percentage, points or a rate among its amounts', () => {
  for (const statement of [...RELATIVE, ...BEFORE]) it(titleOf(statement), () => assertTwins(check, statement))
})

describe('a percentage of something else', () => {
  for (const statement of TRUE) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
