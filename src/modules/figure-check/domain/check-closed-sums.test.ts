import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'The {3,180|3,480} on the books are 1,940 tenants, 1,205 owners and 35 lodgers.',
  'The first grant was £14,500, the second £9,250 and the third {£6,250|£6,850}, £30,000 in all.',
  'Ponds took £42,000 and hedges {£17,600|£12,600} of the £59,600.',
  '{1,460|1,960} forms came in May, 870 in June: together 2,330.',
  'The mill took in 4,865 sacks. Most were brought by cart ({3,918|3,718}), some by boat (612) and the remainder were carried (335).',
  'Kites numbered 276 on the day. The steward broke them down into 97 boxes, {64|84} deltas, 58 sleds and 57 other shapes.',
  'Members under twenty come to {685|695}: 38 of them aged 10 to 13, 204 aged 14 or 15, and 443 aged 16 or 17.',
  'Pears were the fruit in {4,396|4,796} baskets, plums in 1,908, quinces in 1,161 and all else in 829, which accounts for all 8,294.',
  'There were 53 pleas for a plot; we could grant {31|37} and turned down 22.',
  'By letter we had {692|652}, by telephone 804, at the desk 311, and 67 people wrote on line. The society took 1,874 orders.',
  'Jars filled in ten minutes numbered {7,410|7,910} and those filled later 942. There were 8,352 in all.',
  'Red kites were seen 8,794 times, grey {1,028|1,228}, brown 571, and 570 times nobody could tell: 10,963.',
  'So {25|65} are either mended (14) or on the bench (11), which is 78% of all 32.',
  'Ewes since June were {47|67} and rams 39, a net gain of eight.',
  'The society counted 1,296 hives in May. Divided by three, the 1,296 gave 432. Wood made up {778|798} and straw 518.',
  'Fees were paid at four gates: Long Lane {2,114|2,414}, Mill Street 965 and Station Road 1,288. In the year 4,367 fees were taken.',
  'Ewes made up {212|242} of the flock and rams 347. There were 559 in the fold.',
  'Who got the 640 hives? Farms took 211, schools {305|355} and 124 were burnt.',
  'The walk cost 38 boots. Left ones were most (17), then right ones (11), soles ({7|9}) and laces (3).',
]

const QUIET = [
  'We wrote to 4,200 homes, spoke with 1,150 people and put up 310 posters.',
  'There were 1,200 calls in May, 1,350 in June and 1,410 in July.',
  'The depot holds 2,400 cones, 1,200 barriers and 600 lamps.',
  'Of 2,240 growers who were asked, 1,456 answered (65%) and 874 of those would plant again (60%).',
  'The plan has 46 jobs: 3 of 46 done, 27 in hand, 5 behind, 8 not told in time, 3 not begun.',
  'A household gets £740 in vouchers. A pensioner gets £500 besides, for a total of £1,240.',
  'The lock has 12 gates. The autumn was worst at 438, the winter next with 397.',
]

/** Points of a percentage that two percentages, wherever they stand, do not give. */
const POINTS = [
  'Between the valley (68.0%) and the coast (51.5%) there lie {16.5|18.5} points.',
  'It was 44.2% then, so we have put on {3.1|7.1} percentage points to reach 47.3%.',
]

describe('sentences whose amounts make a whole', () => {
  for (const statement of [...TWINS, ...POINTS])
    it(`are told from a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`are left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
