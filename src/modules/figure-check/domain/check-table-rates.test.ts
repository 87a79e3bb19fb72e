import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings
const table = (...rows: string[]) => rows.join('\n')

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
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

/** True, with nothing wrong in them. */
const TRUE = [
  table(
    '| Park | Visitors | Keepers | Benches |',
    '|---|--:|--:|--:|',
    '| Ash | 4,000 | 4 | 40 |',
    '| Elm | 3,600 | 3 | 55 |',
    '| Oak | 5,000 | 5 | 48 |',
    '| Yew | 2,500 | 2 | 61 |',
  ),
]

describe('a column that is spread over another', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
