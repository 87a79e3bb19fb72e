import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

const accounts = (total: string) =>
  `| | 2024 | 2023 |\n| --- | --- | --- |\n| | £m | £m |\n| Vans | £ 48.2 | £ 44.1 |\n| Uniform | 12.6 | 11.9 |\n| Radios | 9.5 | 8.8 |\n| Total | £ ${total} | £ 64.8 |\n`

/** Each right with the first of two, and wrong with the second: the ways in which real accounts and news are printed. */
const TWINS = [
  'Fewer were lost: the rate was cut by an additional 1%, from {32% to 31%|32% to 34%}.',
  'Calls were answered in {14|17} seconds, faster than the 15 seconds of last year.',
  'We will spend £{50|60} million over the next five years, an average of £10 million a year.',
  ...['{70.3|73.0}'].map(accounts),
  '| In dollars | 2024 | 2023 |\n| --- | --- | --- |\n| Boats | $4,106 | $3,950 |\n| Engines | 2,377 | 2,204 |\n| Fuel | 1,918 | 2,011 |\n| Total | $ {8,401|8,041} | $8,165 |\n',
  '| | 2025 | 2024 | Change |\n| --- | --- | --- | --- |\n| Calls taken | 4,480 | 4,000 | {12.0%|21.0%} |\n| Visits made | 690 | 600 | 15.0% |\n| Letters sent | 1,320 | 1,200 | 10.0% |\n| Answered in time (%) | 88.5 | 86.0 | 2.5% |\n',
  '| | This year | Last year | Better or (worse) change |\n| --- | --- | --- | --- |\n| Fuel | 330 | 300 | (10.0%) |\n| Hire | 450 | 500 | 10.0% |\n| Repairs | 276 | 240 | {(15.0%)|(51.0%)} |\n| Tyres | 95 | 100 | 5.0% |\n',
  'The library has {three|four} wings - Reading, Archive and Music.',
  'The wardens cover {four|five} parishes, Ashby, Beeston, Corby and Denholm.',
  'Calls rose to {4,640|4,460} from 4,000, a rise of 16%.',
  'Of the 20 wardens, {45%|47%} live in the parish.',
  'Arson fell to {41|71} cases, from 58 the year before.',
  'The club dropped from second to fourth in its league while its members rose from {310 to 365|365 to 310}.',
]

const FORCE =
  '| District | Searches | Share |\n| --- | --- | --- |\n| Ashby | 400 | {40.0%|44.0%} |\n| Corby | 300 | 30.0% |\n| Denholm | 200 | 20.0% |\n| Eastry | 100 | 10.0% |\n| Force | 1,000 | 100% |\n'

const BANDS =
  '| Band | 2025-26 | 2026-27 | Extra |\n| --- | --- | --- | --- |\n| A | £183.93 | £193.27 | £9.34 |\n| B | £214.59 | £225.48 | £10.89 |\n| C | £245.24 | £257.69 | £12.45 |\n| D | £275.90 | £289.90 | £14.00 |\n| E | £337.21 | £354.32 | £17.11 |\n| F | £398.52 | £418.74 | £20.22 |\n| G | £459.83 | £483.17 | £{23.34|23.43} |\n'

/** Figures that stand beside another one than theirs: a part of a whole, a name with a number, an aim, an earlier time. */
const BESIDE = [
  'Of the 120 who were unhappy, {61|51} said that nobody rang back, 40 that it took too long and 19 that staff were rude.',
  'Spending of £5.8m was £{0.4|0.9}m below the budget of £6.2m.',
  'It takes 40 weeks, {four|nine} weeks more than last year, when it took 36.',
  BANDS,
  'So far £4.1m of the planned £6.0m has been let to firms: £2.2m for roofs, {£1.1m|£1.7m} for boilers and £0.8m for lifts.',
  'By March 310 of our 480 wardens had been trained: 180 in Ashby, {90|60} in Corby and 40 in Denholm.',
  'Of the 200 cases heard outside Stage 2, 140 were upheld and {60|90} were not upheld.',
  'Of the {four|five} Category 2 sites:\n\n1. Ashby is open;\n2. Corby is shut;\n3. Denholm is let;\n4. Eastry is sold.\n',
  'The desk took 450 calls in 90 shifts. That is {5.0|5.9} per shift, where a year ago it was 6.2.',
  '5 1,204 people took part, 301 of them ({25%|52%}) online',
  'Of the 300 calls, 200 were answered, {60|90} were not, and in 40 the line was dropped.',
  FORCE,
]

const QUIET_BESIDE = [
  'Of the 120 who were unhappy, 61 said that nobody rang back, 40 that it took too long and 32 that staff were rude. Some gave more than one reason.',
  'Of the 70 grievances, 41 were from women, 9 from Black staff and 17 from disabled staff; a person may be counted more than once.',
  'At £13.99 the rise is £1.01 below the limit, worth £0.37m.',
  'From form to first day it takes 40 weeks, two weeks quicker than last year but four over the standard of 36.',
  'There were 96 visits (21, 30, 25 and 20 in the four quarters), up from 80, a rise of a fifth.',
  'Of the 88 Stage 2 cases:\n\n1. the panel agreed with 40;\n2. it did not agree with 30;\n3. it sent back 10;\n4. 8 were withdrawn.\n',
  'A slip of a fifth in the sale of land would add £240k to the deficit and take it to £1.9m.',
  'By June 74 had been closed, on average in 33 days against a target of 30, and the other 9 were open.',
  'In 2022 the two shares were 71.4% and 55.0%, so that trust by day has slipped by 2.3 points and by night by 4.1.',
  'The desk took 400 calls in 80 shifts: 5 per shift, where a year ago it was 6.',
  '5 63% of people feel safe in the town',
]

const QUIET = [
  'The yield is put at £4.56m, £293,000 less than in 2023 and much lower than the £7.56m taken in 2021.',
  'Staff grew by 6.6%, 2.1 percentage points more than the year before, while output growth fell to 2.6%, from 4% in 2022.',
  'They will have the largest reduction, for those whose incomes fall within £15,000 to £100,000.',
  'It holds £979,000 for new works. Of this, £200,000 is kept back while the remaining £779,000 is shared out.',
  'The three halls take £1.2m or 19% while the yards (the YTC) account for £585,000 (or 10%) and £167,000 (or 3%) respectively.',
  'The board puts another £100m into the fund, to build it up from £1bn today to the £2bn that it needs.',
  'The pair would receive £600 each every three months, or £4,800 together over the whole year.',
  'Owners of 1- and 2-room flats will get a total of 3.5 months of rebates, while 3- and 4-room flats get 2.5 months.',
  'It applies from Year of Account 2019.\n\nThe new relief applies from Year of Account 2018.\n',
  'Parking at the pier:\n\n- Up to 15 mins: £6.40\n- Up to 30 mins: £8.30\n- Up to 45 mins: £9.80\n',
  'Spending in FY 24 is put at £161 million. That exceeds the FY 23 figure by £18.4 million or 12.9%.',
  'Each household has a cut in its bill ranging from 6.8% to 19.9%, by band.',
  'Tickets grew by 16% a year in those days, slightly slower than the rate of 17% before the war.',
  'The poorest streets gained 8.9% per year, faster than the 7.9% of the others.',
  'The campaign brought down the increase in demand for water from 5.4% in 2022 to 4.9% in 2023.',
  'The board will lower the rate by an additional 1%, from 32% to 31%.',
  'The duty will be reduced from the current rates of 25% and 35%.',
  'Lending and letting rebounded from marginal growth in 2023, to 4.1% and 6.6% respectively.',
  'A grant of £275 should be made, thereby reducing the own cost of the clerk to £375.',
  'It was worst in the 12 member club, slipping to 1.8% from 2.0% this year and 1.9% from 2.4% in 2025.',
  'In 10 to 15 years, we need a staff where 65% have a degree.',
  'Prices were the highest in four decades; in Ashby, they were the highest in nearly half a century.',
  'Rebates run for six months over the one-year period from July 2023 to June 2024.',
  'Spending rose in the first half of the decade, from 2011 to 2015.',
  'We mean to raise the intake from 300 to 500 over the next five years.',
  'The council plans a 5% rise in rents, besides finding £8.5m in savings and working to close the remaining £7.5m gap.',
  'Ashby has 1,500 fines for every 10,000 pupils, totalling 6,000 fines last year.',
  'In the retail trade alone, there were 22 thefts in 2024 compared to only 12 in 2023.',
  'The bench comes at £450.00 each or 3 for £1200.00.',
  'Levy £17,975 less grant of £927.00 (£426 less than last year) = £17,048.',
  'They are in:\n\n- Ashby: 6 wardens, 1,584 tickets (40%)\n- Beeston: 4 wardens, 990 tickets (25%)\n',
  'Over the season 2,663 matches were played and a further 319 were put off because of snow (11%).',
  'Gross spending 160,189\nIncome -12,991\nFrom reserves -5,509\nTotal budget 141,689',
  'Four in five of these cases, 85,268 of them, were closed, a yearly rise of 12% or more than 9,000 more cases.',
  'Five other trusts, with Ashby and Corby among them, also dropped below the 70 per cent mark in October.',
  'The item ran on four stations: Ashby, Three Rivers, Corby and Denholm.',
  'New loans fell to 77,000, from 85,000 in October, the lowest rate since May 2015.',
  'The sequel narrowly beat the film of 2021, which took £19.8m on its opening weekend and £95.8m in total that year.',
  'Tributes were paid by the three daughters Ada, Bess and Cora, a nurse, and nine nephews.',
  'The team is pleased with its three wins over Ashby, Beeston and Corby.',
  'The two chairs had spoken about Ashby, the wider estate, the state of the roads and the coming levy.',
  'She begged the two clerks to stop, saying: “Sometimes you have to sit down, listen, and take your turn”.',
  'Five other repairs were made. These were thought to be less pressing, however.',
  'There are five nominations for the Ashby Flood and Storm Diary, which is a good sum.',
  'The band climbed from nine to four in the charts this week.',
  'The choir stands at six, up from 14 in the league of last year.',
  'Shares in the firm fell after it said that its loss had deepened to £61.2m from £2.4m.',
  'Takings climbed to £364.4m, lifting income for the year to £1.45bn.',
  'Shares rose sharply after the 2-1 ruling of the court.',
  'The share of paper forms dropped to 94.7% and by the end of May stood at 92.9%.',
  'Eleven plays were put on last year following a drop in grants, compared with 19 before.',
  'For the year that ends on March 31, the rate of the levy is 31.6%.',
  '| | 2024 | 2023 |\n| --- | --- | --- |\n| Running balance | 5 | 4 |\n| Other gains | 7 | 8 |\n| Other, net | 3 | 2 |\n| Cost of sales | 41 | 40 |\n',
  '| School | Girls | Boys | All |\n| --- | --- | --- | --- |\n| Ashby | 14 | <5 | 17 |\n| Beeston | 22 | 19 | 41 |\n| Corby | * | 31 | 40 |\n| Total | 44 | 54 | 98 |\n',
  '| Going on | 2024 | 2023 |\n| --- | --- | --- |\n| Turnover | 154,159 | 176,931 |\n| Gross profit | 52,963 | 45,139 |\n| All, with what was closed | | |\n| Turnover | 154,585 | 178,139 |\n| Gross profit | 53,225 | 45,944 |\n',
  '| | Vans | Cars |\n| --- | --- | --- |\n| Balance at 1 April 2023 | 30 | 180 |\n| Correction | (10) | - |\n| Balance at 1 April 2023, restated | 20 | 180 |\n| Bought | 12 | 90 |\n| Balance at 31 March 2024 | 32 | 270 |\n',
]

const ROUNDED =
  '| | 2024 |\n| --- | --- |\n| Cash at bank | 4,177 |\n| Other assets | 1,045 |\n| Total assets | 5,221 |\n'

describe('how real accounts and news print their figures', () => {
  for (const text of [...TWINS, ...BESIDE])
    it(`tells right from wrong in: ${titleOf(text)}`, () => assertTwins(check, text))
  it('asks whether accounts that are one out were rounded', async () => {
    const document = documentFromText('paper.md', await readDocument(Buffer.from(ROUNDED), 'paper.md'))
    assert.deepEqual(
      check(document).map(({ verdict }) => verdict),
      ['question'],
    )
  })
  for (const text of [...QUIET, ...QUIET_BESIDE])
    it(`says nothing of: ${titleOf(text)}`, () => assertQuiet(check, text))
})
