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
]

const QUIET = [
  'We wrote to 4,200 homes, spoke with 1,150 people and put up 310 posters.',
  'There were 1,200 calls in May, 1,350 in June and 1,410 in July.',
  'The depot holds 2,400 cones, 1,200 barriers and 600 lamps.',
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
