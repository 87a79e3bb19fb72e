import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const table = (...rows: string[]) => rows.join('\n')
const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  table(
    'Hens that lay, of every hundred:\n',
    'Brown 8,625; hens 34,500; rate 25.0',
    'Black 1,449; hens 4,830; rate {30.0|80.0}',
    'White 1,656; hens 4,140; rate 40.0',
    'Mixed 875; hens 2,500; rate 35.0',
  ),
  table(
    '- Ash wood: 6 keepers, 1,584 birds, 264 each',
    '- Birch wood: 4 keepers, 1,020 birds, {255|225} each',
    '- Elm wood: 5 keepers, 1,310 birds, 262 each',
    '- Old park: 8 keepers, 1,960 birds, 245 each',
  ),
  table(
    '- Punts: 412 last year, 380 this year, {32|22} fewer',
    '- Canoes: 96 last year, 71 this year, 25 fewer',
    '- Skiffs: 60 last year, 44 this year, 16 fewer',
  ),
  '| Service | Cost | Clients | Cost per client |\n|--|--:|--:|--:|\n| Refuge | £420,000 | 150 | {£2,800|£2,300} |\n| Helpline | £96,000 | 3,200 | £30 |\n',
  '| Area | Offences | Population | Rate per 1,000 |\n|--|--:|--:|--:|\n| North | 4,120 | 51,500 | {80.0|88.0} |\n| South | 3,005 | 60,100 | 50.0 |\n',
  '| Year | Establishment | In post | Vacant |\n|--|--:|--:|--:|\n| 2024 | 2,150 | 2,098 | {52|62} |\n| 2025 | 2,170 | 2,120 | 50 |\n',
  '| Course | Places | Fee | Income |\n|--|--:|--:|--:|\n| First aid | 120 | £45 | {£5,400|£4,500} |\n| Driving | 64 | £310 | £19,840 |\n| Mediation | 38 | £275 | £10,450 |\n',
  '| Gross expenditure | £212.4m |\n|--|--:|\n| Less income | £31.2m |\n| Net expenditure | {£181.2m|£182.1m} |\n',
  '| Opening balance | 14.2 |\n|--|--:|\n| Added | 2.1 |\n| Used | (3.4) |\n| Closing balance | {12.9|13.9} |\n',
  table(
    '| Year | Band D | Increase |',
    '|--|--:|--:|',
    '| 2021/22 | 221.40 | |',
    '| 2022/23 | 231.40 | 10.00 |',
    '| 2023/24 | {246.40|264.40} | 15.00 |',
    '| 2024/25 | 259.40 | 13.00 |',
  ),
  table(
    '| Year | Incidents | On the year before |',
    '|--|--:|--:|',
    '| 2021 | 5,400 | |',
    '| 2022 | 5,130 | -5.0% |',
    '| 2023 | 5,643 | {+10.0%|+70.0%} |',
    '| 2024 | 5,361 | -5.0% |',
  ),
  table(
    '| Month | New | Year to date |',
    '|--|--:|--:|',
    '| April | 42 | 42 |',
    '| May | 57 | 99 |',
    '| June | 38 | {137|187} |',
    '| July | 61 | 198 |',
    '| August | 49 | 247 |',
  ),
  table(
    '| Stage | People | Fell away |',
    '|--|--:|--:|',
    '| Applied | 1,240 | |',
    '| Tested | 806 | 434 |',
    '| Interviewed | 412 | {394|304} |',
    '| Offered | 188 | 224 |',
  ),
  table(
    '| Year | Recorded crime | Index (2019 = 100) |',
    '|--|--:|--:|',
    '| 2019 | 48,200 | 100 |',
    '| 2020 | 43,862 | 91 |',
    '| 2021 | {45,790|54,790} | 95 |',
    '| 2022 | 49,164 | 102 |',
    '| 2023 | 51,574 | 107 |',
  ),
  table(
    '| Year | KSI | Per 100,000 |',
    '|--|--:|--:|',
    '| 2021 | 320 | 37.6 |',
    '| 2022 | 310 | {36.5|46.5} |',
    '| 2023 | 288 | 33.9 |',
  ),
  table(
    '| District | Crimes | Population | Per 1,000 |',
    '|--|--:|--:|--:|',
    '| A | 24,310 | 271,400 | {89.6|86.9} |',
    '| B | 15,926 | 214,800 | 74.1 |',
    '| C | 9,802 | 158,200 | 62.0 |',
    '| D | 11,444 | 149,700 | 76.4 |',
    '| All | 61,482 | 794,100 | 77.4 |',
  ),
  table(
    '| Total spending | £48.3m |',
    '|--|--:|',
    '| Pay | £35.2m |',
    '| Premises | £6.4m |',
    '| Transport | {£2.1m|£7.1m} |',
    '| Other | £4.6m |',
  ),
  table(
    '| Complaints | 318 |',
    '|--|--:|',
    '| of which about delays | 121 |',
    '| of which about conduct | {94|64} |',
    '| of which about other things | 103 |',
  ),
  table(
    '| | 2023/24 | 2024/25 |',
    '|--|--:|--:|',
    '| Opened in year | 1,318 | {1,402|1,302} |',
    '| Brought forward | 204 | 187 |',
    '| Closed in year | 1,335 | 1,390 |',
    '| Carried forward | 187 | 199 |',
  ),
  table(
    '| Measure | Before | Now | Points |',
    '|--|--:|--:|--:|',
    '| Safe by day | 71% | 74% | 3 |',
    '| Safe after dark | 52% | 46% | {-6|-9} |',
    '| Trust | 61% | 66% | 5 |',
  ),
  table(
    '| Service | Spend (£) | People | Cost each (£) |',
    '|---|--:|--:|--:|',
    '| Advice | 48,000 | 600 | 80 |',
    '| Outreach | 36,000 | 300 | 120 |',
    '| Mentoring | 63,000 | 420 | {150|105} |',
    '| Helpline | 27,500 | 1,100 | 25 |',
  ),
  table(
    '| Queue | Calls in year | Calls a month |',
    '|---|--:|--:|',
    '| Housing | 14,400 | 1,200 |',
    '| Benefits | 9,672 | {806|860} |',
    '| Planning | 4,320 | 360 |',
    '| Waste | 7,500 | 625 |',
  ),
  table(
    '| Depot | £000 | Vans | £ for one |',
    '|---|--:|--:|--:|',
    '| North | 84 | 14 | 6,000 |',
    '| East | 96 | 12 | {8,000|8,800} |',
    '| South | 175 | 25 | 7,000 |',
    '| West | 99 | 22 | 4,500 |',
  ),
]

const QUIET = [
  '| Risk | Likelihood | Impact | Before | After |\n|--|--:|--:|--:|--:|\n| Fraud | 3 | 4 | 12 | 8 |\n| Flood | 2 | 5 | 10 | 10 |\n| Strike | 3 | 5 | 15 | 10 |\n',
  '| Site | Staff | Visits | Beds |\n|--|--:|--:|--:|\n| Ash | 12 | 240 | 20 |\n| Birch | 15 | 310 | 21 |\n| Cedar | 9 | 198 | 22 |\n',
  table(
    '| Year | Crimes | Arrests |',
    '|--|--:|--:|',
    '| 2021 | 4,120 | 412 |',
    '| 2022 | 4,310 | 436 |',
    '| 2023 | 4,055 | 401 |',
    '| 2024 | 4,498 | 452 |',
  ),
  table(
    '| Site | Visits | Hours | Hours per visit |',
    '|--|--:|--:|--:|',
    '| Ash | 36 | 54 | 1.5 |',
    '| Birch | 24 | 48 | 2.0 |',
    '| Cedar | 50 | 90 | 1.8 |',
    '| All | 110 | 192 | 1.7 |',
  ),
  table(
    '| Known crimes | 5,850 | 100% |',
    '|--|--:|--:|',
    '| Solved | 702 | 12% |',
    '| Open | 292 | 5% |',
    '| Closed | 4,856 | 83% |',
  ),
  table(
    '| Year | Tax base | Band D £ | Precept £m |',
    '|--|--:|--:|--:|',
    '| 2023/24 | 332,000 | 255.23 | 84.7 |',
    '| 2024/25 | 338,000 | 269.23 | 91.0 |',
    '| 2025/26 | 343,500 | 283.23 | 97.3 |',
  ),
  '- Cases opened: 92\n- Cases closed: 74\n- Agreement reached in 52 of the closed cases, i.e. 70%\n',
  table(
    '| Park | Visitors | Keepers | Benches |',
    '|---|--:|--:|--:|',
    '| Ash | 4,000 | 4 | 40 |',
    '| Elm | 3,600 | 3 | 55 |',
    '| Oak | 5,000 | 5 | 48 |',
    '| Yew | 2,500 | 2 | 61 |',
  ),
]

describe('a table whose columns follow from others', () => {
  for (const table of TWINS) it(`tells the row that does not: ${titleOf(table)}`, () => assertTwins(check, table))
  for (const table of QUIET) it(`is left alone: ${titleOf(table)}`, () => assertQuiet(check, table))
})
