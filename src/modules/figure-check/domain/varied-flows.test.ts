import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** What comes in and goes out, small divisions, and shares of "them"; right with the first, wrong with the second. */
const TWINS = [
  'The herd stood at 210 at the start, plus 48 calved, less 31 sold, which makes {227|272}.',
  'We started with 64 hives, bought 12 and lost 9, which leaves {67|76}.',
  'There are 27 bell towers, 18 with a full peal and {nine|four} with fewer bells.',
  'Of the clocks 56 were seen, 31 wound by hand, 16 driven by weights and {nine|five} stopped.',
  'The guild has 34 masters, 21 of them in the town and {13|19} outside.',
  '1,840 pilgrims wrote: 1,105 would come again, 460 would not and {275|257} could not say.',
  'There were 260 barrels, so the 91 are {35%|53%} of them.',
  'The lower meadow, with 312, accounts for {26%|62%} of the 1,200 orchids.',
  '| Parish | Yews | % |\n|---|--:|--:|\n| Holme | 63 | 45 |\n| Skell | 42 | {30|33} |\n| Tarn | 35 | 25 |\n| Valley | 140 | 100 |',
  'Fifty-two looms were counted, 28 worked by foot and {24|42} run by steam.',
]

const TRUE = [
  'The fair has 62 stalls, 30 rides and 25 tents.',
  'Of 700 members 300 replied, and 41% of those wanted a pond.',
  'We sold 300 pies, 140 by noon and 110 to walkers.',
  'Nineteen boats came, 12 from abroad and eight under sail.',
]

describe('what comes in, goes out and is left', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
