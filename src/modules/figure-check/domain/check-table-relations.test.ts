import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  '| Service | Cost | Clients | Cost per client |\n|--|--:|--:|--:|\n| Refuge | £420,000 | 150 | {£2,800|£2,300} |\n| Helpline | £96,000 | 3,200 | £30 |\n',
  '| Area | Offences | Population | Rate per 1,000 |\n|--|--:|--:|--:|\n| North | 4,120 | 51,500 | {80.0|88.0} |\n| South | 3,005 | 60,100 | 50.0 |\n',
  '| Year | Establishment | In post | Vacant |\n|--|--:|--:|--:|\n| 2024 | 2,150 | 2,098 | {52|62} |\n| 2025 | 2,170 | 2,120 | 50 |\n',
  '| Course | Places | Fee | Income |\n|--|--:|--:|--:|\n| First aid | 120 | £45 | {£5,400|£4,500} |\n| Driving | 64 | £310 | £19,840 |\n| Mediation | 38 | £275 | £10,450 |\n',
  '| Gross expenditure | £212.4m |\n|--|--:|\n| Less income | £31.2m |\n| Net expenditure | {£181.2m|£182.1m} |\n',
  '| Opening balance | 14.2 |\n|--|--:|\n| Added | 2.1 |\n| Used | (3.4) |\n| Closing balance | {12.9|13.9} |\n',
]

const QUIET = [
  '| Risk | Likelihood | Impact | Before | After |\n|--|--:|--:|--:|--:|\n| Fraud | 3 | 4 | 12 | 8 |\n| Flood | 2 | 5 | 10 | 10 |\n| Strike | 3 | 5 | 15 | 10 |\n',
  '| Site | Staff | Visits | Beds |\n|--|--:|--:|--:|\n| Ash | 12 | 240 | 20 |\n| Birch | 15 | 310 | 21 |\n| Cedar | 9 | 198 | 22 |\n',
]

describe('a table whose columns follow from others', () => {
  for (const table of TWINS) it(`tells the row that does not: ${titleOf(table)}`, () => assertTwins(check, table))
  for (const table of QUIET) it(`is left alone: ${titleOf(table)}`, () => assertQuiet(check, table))
})
