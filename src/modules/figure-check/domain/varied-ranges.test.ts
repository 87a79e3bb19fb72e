import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Balances ran between £8.2m and £21.7m. The mean balance was {£14.9m|£24.9m}.',
  'Ages at the panel run from 23 to 71, and the mean age is {47|77}.',
  'The mean speed was {38.2 mph|44.2 mph} over nine sites whose means lay between 31.5 and 42.7 mph.',
  'Awards ranged from £400 to £5,200, and the average award was {£2,150|£6,150}.',
  'The share fell from 21.4% to 20.8%, by {0.6|0.9} of a percentage point.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'Fees ranged from £40 to £95. The average home pays £212 in council tax.',
  'Sales ran from 10 to 4, and the mean wait was 12 minutes.',
  'Ages run from 9 to 17. The average group has 24 members.',
  'Rises ranged from 2% to 9%; the average rise was 4%.',
]

describe('a mean and the range that it must lie in', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
