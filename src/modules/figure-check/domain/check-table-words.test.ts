import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  '| Measure | 2023 | 2024 | Direction |\n|--|--:|--:|--|\n| Burglary | 410 | {388|488} | ↓ |\n| Robbery | 61 | 70 | ↑ |\n| Theft | 902 | 880 | ↓ |\n',
  '| Measure | 2023 | 2024 | Trend |\n|--|--:|--:|--|\n| Burglary | 410 | {388|488} | Down |\n| Robbery | 61 | 70 | Up |\n| Theft | 902 | 880 | Down |\n',
  '| Measure | Target | Result | RAG |\n|--|--:|--:|--|\n| 999 in 10 seconds | 90% | {92%|82%} | Met |\n| 101 in 5 minutes | 80% | 74% | Not met |\n| Visits | 85% | 88% | Met |\n',
  '| Month | Visits |\n|--|--:|\n| April | 24 |\n| May | 26 |\n| June | 22 |\n| Average | {24|29} |\n',
  '| Area | Calls | Rank |\n|--|--:|--:|\n| North | 812 | 2 |\n| South | {1,020|620} | 1 |\n| East | 640 | 3 |\n',
  '| Measure | Target | Actual | Met? |\n|--|--:|--:|--|\n| 999 answered | 90% | {92%|82%} | Yes |\n| 101 answered | 80% | 74% | No |\n| Visits | 85% | 88% | Yes |\n',
  '| Month | Visits |\n|--|--:|\n| April | 24 |\n| May | 26 |\n| June | 22 |\n| Average | {24|26} |\n',
  '| Rank | Force | Rate |\n|--|--|--:|\n| 1 | Calder | 81.2 |\n| 2 | Dunmoor | {75.4|65.4} |\n| 3 | Eastmark | 70.0 |\n| 4 | Fenland | 61.1 |\n',
]

const QUIET = [
  '| Measure | 2023 | 2024 | Trend |\n|--|--:|--:|--|\n| Burglary | 410 | 388 | Better |\n| Robbery | 61 | 70 | Worse |\n| Theft | 902 | 880 | Better |\n',
  '| Site | Visits | Average |\n|--|--:|--:|\n| Ash | 24 | 12 |\n| Birch | 26 | 13 |\n| Cedar | 22 | 15 |\n',
  '| Area | Calls | Cost | Rank |\n|--|--:|--:|--:|\n| North | 812 | 40 | 2 |\n| South | 620 | 90 | 1 |\n| East | 640 | 12 | 3 |\n',
]

describe('words and averages in a table', () => {
  for (const table of TWINS) it(`are told where they disagree: ${titleOf(table)}`, () => assertTwins(check, table))
  for (const table of QUIET) it(`are left alone: ${titleOf(table)}`, () => assertQuiet(check, table))
})
