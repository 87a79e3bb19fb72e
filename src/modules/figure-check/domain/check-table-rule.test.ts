import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and told with the second: no word says how the columns belong together. */
const TWINS = [
  '| Depot | Lorries in | Lorries out | Still there |\n|---|--:|--:|--:|\n| Ash | 412 | 389 | {23|32} |\n| Birch | 655 | 571 | 84 |\n| Cedar | 238 | 197 | 41 |\n| Elm | 904 | 818 | 86 |\n',
  '| Fund | At start | Given | Spent | At end |\n|---|--:|--:|--:|--:|\n| Roof | 14,250 | 3,100 | 5,400 | 11,950 |\n| Organ | 8,020 | 1,450 | {2,310|2,910} | 7,160 |\n| Tower | 21,600 | 900 | 0 | 22,500 |\n| Bells | 5,075 | 2,225 | 1,150 | 6,150 |\n',
  '| Town | This autumn | Last autumn | More |\n|---|--:|--:|--:|\n| Wick | 1,204 | 1,118 | 86 |\n| Hay | 967 | 921 | 46 |\n| Lydd | {1,530|1,330} | 1,466 | 64 |\n| Rye | 744 | 702 | 42 |\n',
  '| Ward | Men | Women | Voters |\n|---|--:|--:|--:|\n| North | 2,311 | 2,406 | 4,717 |\n| Quay | 1,984 | 2,050 | 4,034 |\n| Hill | 2,760 | 2,815 | {5,575|5,775} |\n| Moor | 1,129 | 1,233 | 2,362 |\n',
  '| Charge | Band A | Band B | Step |\n|---|--:|--:|--:|\n| Green bin | 38.40 | 44.80 | {6.40|6.80} |\n| Permit | 52.20 | 60.90 | 8.70 |\n| Swim | 25.50 | 29.75 | 4.25 |\n',
  '| | 2021 | 2022 | 2023 | 2024 |\n|---|--:|--:|--:|--:|\n| Fares | 6,120 | 6,480 | 7,015 | 7,340 |\n| Grant | 2,300 | 2,150 | 1,980 | 1,850 |\n| Running the buses | 8,910 | 9,040 | 9,205 | 9,330 |\n| What we fell short | 490 | {410|140} | 210 | 140 |\n',
  '| £000 | 2025/26 | 2026/27 | 2027/28 | 2028/29 |\n|---|--:|--:|--:|--:|\n| Budget | 195,000 | 201,000 | 206,504 | 210,909 |\n| Money we have | 195,000 | 199,200 | 202,100 | 204,709 |\n| Gap | 0 | {1,800|8,800} | 4,404 | 6,200 |\n',
  '| Measure | 2023/24 | 2024/25 | Change |\n|---|---|---|---|\n| Calls answered | 88.2% | 91.0% | +2.8 points |\n| Burglaries attended | 92.4% | 94.1% | {+1.7 points|+1.1 points} |\n',
  '| Month | Rung | Answered | Given up |\n|---|--:|--:|--:|\n| July | 8,214 | 7,702 | 512 |\n| August | 7,956 | 7,541 | 415 |\n| September | 8,467 | {7,889|7,989} | 578 |\n',
  '| Site | Rent | Rates | Heat | Cost |\n|---|--:|--:|--:|--:|\n| Hut | 4,200 | 1,310 | 885 | 6,395 |\n| Barn | 7,750 | 2,040 | 1,460 | {11,250|12,250} |\n| Mill | 9,100 | 2,615 | 1,930 | 13,645 |\n| Shed | 1,850 | 590 | 240 | 2,680 |\n',
  '| Group | Need | Reach | Value | Points |\n|---|--:|--:|--:|--:|\n| Lamp | 22 | 18 | 20 | 60 |\n| Quay | 21 | 20 | 19 | 60 |\n| Fen | 20 | 22 | 17 | {59|55} |\n| Mere | 19 | 21 | 18 | 58 |\n',
  '**Table 1. Cost by strand**\n\n| Strand | Cost (£) | Cost of a young person (£) |\n|---|--:|--:|\n| Navigators | 171,500 | 490 |\n| Mentors | 403,200 | {900|600} |\n| Families | 244,400 | 1,300 |\n| Sport | 180,000 | 100 |\n| Programme | 999,100 | 359 |\n\nMoney is one thing, people another.\n\n**Table 2. People by strand**\n\n| Strand | Year two | Year three |\n|---|--:|--:|\n| Navigators | 310 | 350 |\n| Mentors | 480 | 448 |\n| Families | 150 | 188 |\n| Sport | 1,510 | 1,800 |\n| All strands | 2,450 | 2,786 |\n',
  '| District | People |\n|---|--:|\n| Ash | 84,000 |\n| Birch | 122,500 |\n| Cedar | 61,250 |\n| Elm | 97,400 |\n\nBurglary stood so.\n\n| District | Burglaries | Per 1,000 |\n|---|--:|--:|\n| Ash | 420 | 5.0 |\n| Birch | 539 | {4.4|7.4} |\n| Cedar | 392 | 6.4 |\n| Elm | 302 | 3.1 |\n',
  '| Ward | 2022 |\n|---|--:|\n| North | 412 |\n| Quay | 367 |\n| Hill | 508 |\n| Moor | 291 |\n\nAnd a year on.\n\n| Ward | 2023 | Change |\n|---|--:|--:|\n| North | 437 | 6.1% |\n| Quay | 341 | -7.1% |\n| Hill | {559|509} | 10.0% |\n| Moor | 262 | -10.0% |\n',
]

const QUIET = [
  '| Farm | Ewes | Lambs | Sold |\n|---|--:|--:|--:|\n| Low | 212 | 340 | 128 |\n| High | 305 | 489 | 230 |\n| Far | 167 | 251 | 99 |\n',
  '| | Before | Now | Difference |\n|---|---|---|---|\n| Answered (%) | 54 | 83 | +29 points |\n| Compliments | 41 | 82 | +100% |\n| Complaints | 25 | 20 | -20% |\n| Days to a reply | 6.8 | 3.1 | -3.7 |\n',
  '| Area | Awards | Amount | Average award |\n|---|---|---|---|\n| North | 12 | £54,000 | £4,500 |\n| South | 9 | £37,800 | £4,200 |\n| Total | 21 | £91,800 | £4,371 |\n',
  '| £000 | School | Town | Lead |\n|---|--:|--:|--:|\n| Pay | 1,204 | 1,251 | 47 |\n| Rent | 331 | 344 | 14 |\n| Heat | 118 | 131 | 13 |\n',
  '| | 2023 | 2024 |\n|---|--:|--:|\n| Grant | 4,100 | 4,300 |\n| Fees | 2,050 | 2,150 |\n| Gifts | 300 | 0 |\n| Income | 6,450 | 6,450 |\n',
]

describe('a table whose rows are worked out alike', () => {
  for (const table of TWINS) it(`tells the row that is not: ${titleOf(table)}`, () => assertTwins(check, table))
  for (const table of QUIET) it(`is left alone: ${titleOf(table)}`, () => assertQuiet(check, table))
})
