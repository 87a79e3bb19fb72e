import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** A figure for one of something with its total or its number elsewhere; right with the first of two, wrong with the second. */
const APART = [
  'The library service issued 41,760 books in the year. At its 12 branches that is {3,480|3,840} each.',
  'Parish wardens drove 18,720 miles.\n\nPer warden that comes to {780|730} miles, there being 24 wardens.',
  'There are 1,250 allotments in the borough. Demand is high.\n\nRents brought in £93,750, or {£75|£78} an allotment.',
  'The lifeboat was launched 1,095 times over the three years: {365|385} a year.',
  'The borough has 212,000 dwellings. The year was quiet.\n\nBurglaries came to 1,696. That makes {8.0|9.0} for every 1,000 dwellings.',
  'The college has a roll of 2,340 pupils, 31 fewer than last year.\n\nIt spent £14,040 on bus passes, {£6.00|£6.50} a pupil.',
  'The harbour handled 5,460 containers between January and June, a monthly mean of {910|970}.',
  'Heating took £88,200 of the budget. The hall was let on 294 evenings, so each evening cost {£300|£380} to heat.',
  'The port saw {612|672} spills. Per 1,000 calls of ships there were 3.4, where 180,000 calls of ships are logged.',
  'Last year 1,953 bicycles went missing. The rate was {0.9|0.5} thefts per 1,000 people, on a population of 2,170,000, against a median of about 0.7.',
  'Anglers landed 4,230 trout. That is 6.0 per {1,000|1,900} of the 705,000 stocked.',
  'Riders made 14,512 trips in May. For a population of 742,600 that is {19.5|18.5} trips per 1,000 residents, where it had been 20.3 from the 15,041 of a year ago.',
  'There were 1,912 queries. For every 1,000 employees there were {478|448}, the mill having 4,000.',
  'Visits and rates per 1,000 people:\n\n- Ardale 2,640; population {660,000|690,000}; rate 4.0\n- Bryn 315; population 22,500; rate 14.0',
  'The lakes took in 1,960 swimmers. Per 10,000 of our 980,000 people, that is {20|26}.',
  'The reserve counts 352,150 trees, and 352,150 times £2.89 is £{1.02|1.62}m.',
  'Ferry tickets: 436 times twelve is {5,232|5,632}.',
  'The valley has 540,000 homes. In all 1,620 calls were about foxes: {3.0|8.0} for every thousand homes.',
  'The moor has 8,500 sheep. In spring 204 were lost, {24.0|29.0} per thousand sheep.',
  'There are 850 buses. In winter 204 broke down, {24.0|29.0} per hundred buses.',
  'There are 450,000 barns, and the {1,620|1,920} fires of last year are 3.6 in a thousand.',
  'The ward did {320|340} reviews. They led to 24 new plans, or 75 for every 1,000 reviews.',
  'The unit closed 1,848 files. With {14|19} clerks in post, the average workload was 132 files.',
  'Sixteen pilots are laid off. Paying them costs {£776,000|£746,000}, at £48,500 each.',
  'Bridges cost {£456,000|£496,000}. With 1,520 crossings in the year, a crossing cost £300.',
  'The mean award was {£3,150|£3,850}. There were 62 payments, which added up to £195,300.',
  'Per head of population we spend {£215|£265}. That is £172m for 800,000 people.',
  'Floods were {4.5|6.5} per 1,000. There were 1,341 in a population of 298,000.',
  'Repairs to a van cost {£1,150|£1,650} in the year. We spent £103,500 on repairs to 90 vans.',
  'The typical sexton minds {16|66} graves: 2,720 are open, and 170 people work on them.',
  'Agency staff cost £1,275,000. There were {850|350} agency weeks, which works out at £1,500 a week.',
  'Boats came to 7,056. For each of the {12|17} months that is 588.',
  'The herds are 26 and the sheep {780|730}; the average herd has 30.',
  'Wardens: {1,450|1,950}. People: 725,000. That means 500 people per warden.',
  'Of the moorings 640 are let. Fees of £384,000 were taken, {£600|£680} a mooring.',
]

/** The three follow each other in one clause, in whatever order, or two stand beside a length of time. */
const CLOSED = [
  'Letters to the office reached 31,440 in the year, a little over 2,600 ({2,620|2,920}) a month.',
  'The ward has 812,000 homes, so that {5,684|5,984} thefts are 7.0 for every 1,000 of them.',
  'For a population of 640,000, {32|37} deaths are 5.0 in every 100,000.',
  'For a population of 640,000, 32 deaths are 5.0 in every {100,000|800,000}.',
  'Over the nine months that is, on average, {284.5|254.5} searches (2,560.5 in all) each month.',
  'With {212|242} in the year each of the 4 quarters had on average 53.',
  'At eight minutes a check, {4,230|4,830} checks took 564 hours.',
  'The mean for the six months is {318.5|378.5} (1,911 in all).',
  'The service cost £172,800: £118,000 in pay, £30,400 in rent and £24,400 in travel, about £240 for each of the {720|780} callers.',
  'Training cost £{650|850} for each of the 14, £9,100, a tenth of what was set aside.',
  'Of the 61 groups all have reported. They tell of 1,342 meetings, on average 22 from each of the {61|41}, and of 61 suppers.',
  'The club took £118,000, being £92,000 in fees and £26,000 in sales, £819 for each of 144 players (£{118,000|148,000}).',
  'The trust drew on its funds in each year. It spent £13.8m in three years, a mean of £4.6m for each of the {3|7} years.',
  'The band came to 462 pupils. A month has, on average, {38.5|58.5} of the 462.',
  'The 1,705 who replied were paid a mean of £{9.40|8.40}, and £16,027 between the 1,705.',
  'Wardens gave 27,300 hours; there were {156|186} of them, 175 hours each.',
  '24.6 a day ({8,979|8,179} over 365 days)',
  'The trips were of 4, 6 and 11 hours: a mean of {seven|eight}.',
  'For every 1,000 people employed there were {420|480} complaints (1,722 for 4,100 people).',
  'We drove {7,840|7,340} miles at £0.45, that is £3,528, in the course of 112 visits.',
  'One ranger looks after {4,200|4,900} deer, taking 705,600 for the 168.',
  '2.5 swans per 1,000 people: {1,600|1,900} among our 640,000 residents.',
  'The road cost £3.42m: £2.11m for works, £0.87m for lights and £0.44m for signs. With 285 miles of it that is £{12,000|18,000} a mile.',
]

/** True, though the total or the number that is meant is not printed. */
const TRUE = [
  'The horn is sounded 12 times 3 minutes before each of the 250 sailings.',
  'There were 4.2 thefts per 1,000 people in the county of 700,000; nationally the rate was 5.1.',
  'Rates per 1,000 rose to 6.1, from 5.8, as 1,240 cases were logged among 310,000 homes and 640,000 people.',
  'Average pay is £38,000 for 1,200 staff, and the wage bill has reached £52.1m with pensions.',
  'Thirty volunteers gave 2,400 hours. Twelve of them gave 100 hours each.',
  'Last year saw 246 spills, 36.0 per hundred boats, and in 91 of them nobody was at fault.',
  'Of the 322,000 who live there, 1,610 came, which meant five to every 1,000 of them.',
  'A review found 12 failings. The 6 reviews of the year before had cost £4,400.',
  'Last year there were 246 knocks, 36.0 per hundred boats, and in 91 of them our pilot was to blame.',
  'The county has 460,000 adults. We spoke to 2,300 of them, 5 out of every 1,000.',
  'The 24 schools took part in 3 events of 12 sessions each.',
  'The mean wait for a survey was 11.5 weeks at the end of March, and 14 weeks in two of the districts.',
  'The unit completes 204 a month (612 in the three months) and receives 178, so that about 26 a month come off the list.',
  'There were 5,210 calls in July and 4,730 in August, an average of 160 a day.',
  'The charge is £14 a year for 18,000 homes, and £240,000 was collected after discounts.',
  'Shop thefts, half year: 2,976, an average of 496 a month.',
  'Joiners averaged 16.3 a month (196 in the twelve months), though half came in one intake of 92.',
  '5 burglary: 1,566 offences, 174 a month on average over nine months',
  'About a third of the 300 letters were late: 90 by a day and 12 by a week.',
]

describe('a figure for one of something, and its total and number', () => {
  for (const statement of APART) it(titleOf(statement), () => assertTwins(check, statement))
})

describe('three figures of one clause of which one is the product of the others', () => {
  for (const statement of CLOSED) it(titleOf(statement), () => assertTwins(check, statement))
})

describe('a figure for one of something else', () => {
  for (const statement of TRUE) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
