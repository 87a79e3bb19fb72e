import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Shares of a whole that stands elsewhere, or nowhere: each right with the first of two, wrong with the second. */
const OF_ONE_WHOLE = [
  'What walkers asked for:\n\n- Benches: 312 (39%)\n- Shade: {248|284} (31%)\n- Water taps: 176 (22%)\n- Signs: 64 (8%)',
  'Libraries lent 2,400 books on that Saturday. Novels made 1,080 (45%), histories 720 ({30|80}%) and atlases 600 (25%).',
  'Riders were counted at the bridge. On racers 714 (34%); on tandems 126 ({6|9}%); on folders 420 (20%); on foot 672 (32%).',
]

/** Lists of parts, and their whole before or behind them. */
const PARTS = [
  'The ferry carried 4,860 people in May. Day trippers 2,310, islanders 1,640 and crew {910|970}.',
  'We heard 96 objections. They concerned noise (41), parking (28), lighting ({17|11}) and dogs (10).',
  'Oak gave 12,400 seedlings, ash {6,150|8,150} and elm 3,050, of 21,600.',
  'Letters came to 7,430: {3,900|3,400} of thanks, 2,110 of complaint and 1,420 of neither.',
  'Hats sold came to 2,615: {1,240|1,940}, 875 and 500, at the three fairs.',
]

/** Figures beside the two that they are worked out from, though other figures of the sentence stand near. */
const BESIDE = ['Of 640 asked, 416 knew the tune and 224 did not: 1.9 to one ({416|476} over 224).']

/** Words for a share and for a rate. */
const WORDS = [
  'Two out of three of the 84 allotments ({56|36}) were dug by Easter.',
  'Every fourth skater of the 92 ({23|73}) fell.',
  'About two gardens in five ({1,240|1,940} of 3,100) have a pond.',
  'The valley has 15.0 wells for each thousand of its 4,200 residents: {63|93} wells.',
]

const TRUE = [
  'Some walked, 312 (39%). Many came by bus, 284 (52% of the 546 with a ticket). Few drove, 90 (12% of all cars).',
  'The fund gave £2,400 (30%) to Ash, £1,600 (20%) to Birch and £900 (18%) of its own to Cedar.',
  'We lent 240 tools. Borrowers kept drills for 12 days, saws for 16, ladders for 31.',
  'The choir sang 4,860 bars. Basses had 1,310, tenors 1,640 and the rest took a breath.',
  'Three out of four of the bells rang, and every fourth year the tower is cleaned.',
  'In 2024 there were 512 hens; in 2025 there were 498, 16 geese and 41 ducks.',
]

describe('a number changed in a true relation', () => {
  for (const text of [...OF_ONE_WHOLE, ...PARTS, ...BESIDE, ...WORDS]) {
    it(`is noticed in: ${titleOf(text)}`, () => assertTwins(check, text))
  }
  for (const text of TRUE) it(`is not seen where there is none: ${titleOf(text)}`, () => assertQuiet(check, text))
})
