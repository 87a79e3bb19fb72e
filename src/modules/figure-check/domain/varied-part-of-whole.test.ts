import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** A part, its whole and the percentage somewhere in the sentence; each right with the first of two, wrong with the second. */
const TWINS = [
  'By Easter 93 of the 124 lifeboat crews had been trained ({75.0%|78.0%}), with six to follow in the summer of 2026.',
  'The ferry was late on 41 of 287 crossings, roughly {14%|19%}, in 3 months of fog.',
  'Bakers lodged 1,206 of the 4,812 objections; that makes {25.1%|21.5%}.',
  'In the valley 318 of 740 lamps were dark in March (only {43%|34%}), and 12 more went out in May.',
  'We lost 26 of our 208 horses to age, exactly {12.5%|15.2%}.',
  'Of every sort of letter the 1,950 in Welsh were most liked: {30%|36%} of 6,500.',
  'The orchard took £48,000, {16%|61%} of the £300,000 left by a donor, over 4 years.',
  'Sheep came to harm 77 times; {22 of them (28.6%)|28 of them (28.6%)} were on the fell road.',
  'Twelve ponds were drained and 340 of 400 trees kept, {85%|58%}, though 9 fell in a gale.',
  'There were 57 fires on moorland and 380 fires in all, so moorland is {15%|51%}.',
  'Wages are {62%|26%} of it all (£4.34m of £7.00m), and rent 9%.',
  'Half the crews (64 of 128) were asked and {31%|13%} (20 of 64) spoke of the cold.',
  '2,214 of the 3,690 tickets sold went to children under 12 ({60%|66%}), 11 schools among them.',
  'Repairs overran by £1.2m on the £8.0m agreed, {15%|51%}.',
  'At £612k, or {8.5%|5.8%}, of the same £7,200k, heating is the second cost after pay.',
  'We came in £2.1m, or {1.4%|4.1%}, under a budget of £150.0m.',
]

/** Two sentences: the second gives the share of what the first tells. */
const CARRIED = [
  'The choir asked 1,640 people to sing and 984 did so. That is {60%|66%}.',
  'We sent 2,750 forms: 1,815 came back filled and 935 blank. Those filled were {66%|69%}.',
  'Of 812 lambs 203 were sold at market. That is about one in {four|nine}.',
  '640 nets were checked: 512 were sound, 96 were torn and 32 were lost. Those torn were {15%|51%} and those lost, 32 of 640, 5%.',
  'Nine hundred walkers set out; 720 came home dry. The share that did is {80%|88%}.',
]

/** Columns of shares, by their counts, in whatever head. */
const TABLES = [
  '| Class | Girls | Boys | All | % girls |\n|---|--:|--:|--:|--:|\n| One | 12 | 18 | 30 | 40.0 |\n| Two | 21 | 14 | 35 | 60.0 |\n| Three | 9 | 16 | 25 | {36.0|63.0} |\n| Four | 22 | 18 | 40 | 55.0 |',
  '| Cause | Fires | % |\n|---|--:|--:|\n| Chip pans | 240 | 40 |\n| Cables | 150 | {25|52} |\n| Candles | 120 | 20 |\n| Other | 90 | 15 |\n| All | 600 | 100 |',
  'What people asked for (base: 1,250; they could choose more than one)\n\n| Wish | People | % |\n|---|--:|--:|\n| Benches | 875 | 70 |\n| Bins | 500 | 40 |\n| Shade | 375 | {30|38} |\n| Swings | 250 | 20 |',
  '| Ward | Bids | Won | Rate |\n|---|--:|--:|--:|\n| Elm | 40 | 10 | 25% |\n| Ash | 50 | 30 | 60% |\n| Oak | 80 | 36 | {45%|54%} |\n| Fir | 20 | 13 | 65% |',
  '| Answer | 2023 | % of 2023 |\n|---|--:|--:|\n| Yes | 612 | 51.0 |\n| No | 408 | {34.0|43.0} |\n| Unsure | 180 | 15.0 |\n| Total | 1,200 | 100.0 |',
]

/** True, with nothing wrong in them. */
const TRUE = [
  '140 of the 175 hours had been booked (80.0%), with 12 weeks to go.',
  'One bus in five was late, 2,412 (20.0%).',
  'Post is now 214 of 856 thousand items, 25%; in 2019 it was 330 of 1,100 thousand, 30%.',
  'We asked 412 people, of whom 206 were women; 71% liked the plan.',
  'The fair drew 3,100 visitors on 4 days, and 62% came by bus.',
  'In 80 of 96 parishes turnout was above 31%.',
  'Grants of £4,000 went to 12 of the 30 clubs, 5% more than in May.',
  'Of 900 members 300 replied, and 45% of those wanted a pool.',
  'Of the £6.0m, £2.4m is for roads; costs are 3% higher.',
  '| Town | Shops | Staff | Growth % |\n|---|--:|--:|--:|\n| Ely | 40 | 120 | 3.1 |\n| March | 25 | 70 | 4.4 |\n| Wisbech | 60 | 190 | 2.0 |',
  '| Work | Plan | Spent | % done |\n|---|--:|--:|--:|\n| Roof | 100 | 60 | 75 |\n| Doors | 80 | 20 | 40 |\n| Paint | 50 | 50 | 100 |',
]

describe('a part of a whole, however it is put', () => {
  for (const each of [...TWINS, ...CARRIED, ...TABLES])
    it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
