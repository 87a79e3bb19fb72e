import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Ranks, majorities and targets, each right with the first of two, and wrong with the second. */
const TWINS = [
  'October was the busiest month, with {532|512} calls; August had 498 and December 530.',
  'Of the three districts, Northam had the most burglaries ({412|312}), then Southam (388) and Westam (290).',
  'Northam recorded {412|312} burglaries, the highest of the three districts; Southam recorded 388 and Westam 290.',
  'Complaints fell for the third year in a row (612 in 2021/22, 580 in 2022/23, {560|592} in 2023/24 and 540 in 2024/25).',
  'The busiest month was March with {714|414} and the quietest August with 488.',
  'Marsh End, at {70%|40%}, is highest and the Town, at 53%, lowest.',
  'Q3 was the lowest quarter at {301|391} and Q1 the highest at 352.',
  'Our longest visit took {96|26} minutes and the shortest 31.',
  'The general balance, at {3.1%|7.1%} of net spending, stays within the agreed range of 3% to 5%.',
  'Turnover, {12%|8%}, lies outside the 5% to 10% that is healthy.',
  'The share upheld fell from 31% (44) to {27%|37%} (36).',
  'A majority of members ({7|6} of 13) voted for the precept.',
  'Most of the 620 cases ({398|298}) were closed within a month.',
  'Fewer than half of the 620 cases ({298|398}) were closed.',
  'Only a minority of the 1,240 respondents ({540|740}) supported the rise.',
  'Over half ({52%|48%}) of respondents supported it.',
  'The majority of respondents ({54%|45%}) said that they felt safe.',
  'The number of visits has risen every year since 2021/22: 210, 232, {251|228} and 260.',
  'Theft was the largest category ({412|312} offences), ahead of damage (388).',
  'The most common reason was delay ({41%|21%}), followed by rudeness (33%) and lost property (12%).',
  'More people said no ({612|512}) than said yes (598).',
  'Rural crime ({1,404|1,204} offences) is now higher than urban crime (1,310).',
  'Women made up more than two thirds of the 1,530 replies ({1,060|960}).',
  'Satisfaction was {higher|lower} in the north (72%) than in the south (65%).',
  'The force took 12 minutes on average, {slower|faster} than the target of 10 minutes.',
  'At 83%, attendance was {below|above} the target of 85%.',
  'Attendance met its target of {80%|90%}, at 83%.',
  'The 101 line missed its target of {90%|80%} with 83% of calls answered.',
  'Performance exceeded the 75% goal: {78%|71%} of cases were on time.',
  'Of our five custody suites, Holmby held the most people ({2,410|1,410}), with 1,980 at Ferry Lane, 1,745 at Stokes Hill, 1,120 at Quay and 890 at Weir.',
  'Sickness was lowest in the {control room (3.1%)|control room (5.1%)}, against 4.2% in Neighbourhood and 4.9% in Response.',
  'With {88|78} visits, March was the busiest month; April saw 81 and May 79.',
  'The largest grant, of {£64,000|£44,000}, went to Harbour Trust; Elm Project had £58,000 and Open Door £51,500.',
  'Most of those who replied ({56%|46%}) had never met their local officer.',
  'A clear majority of respondents – {58%|48%} – backed the rise.',
  'The majority of the 240 callers ({151 of 240|111 of 240}) were women.',
  'A minority of cases ({12%|62%}) went to court.',
  'In the year we handled 92% of emergency calls within ten seconds, {above|below} our target of 90%.',
  'At 78% the force {fell short of|exceeded} its target of 80% for victim contact.',
  'The target of 95% was {exceeded|missed}, with 97% of reviews done on time.',
  'Only 71% of visits took place, {below|above} the 85% standard.',
  'Turnout {beat|was below} the goal of 30%: it came to 34%.',
  'Files were sent in 26 days on average, {below|above} the target of 28 days.',
  'Attendance was 96% and {met|missed} the 95% target.',
  'There were 210 thefts in April, 190 in May and 260 in June; the highest was {June|April}.',
  'We held 6 surgeries in Alton, 9 in Bordon and 4 in Petersfield, fewest of all in {Petersfield|Bordon}.',
]

const TRUE = [
  'The largest grant, £24,000, went to the smallest of the clubs, which has 31 members and asked for £26,000.',
  'Of the four quarters the third was the busiest, with 1,318 calls; the others had 1,204, 1,177 and 1,260.',
  'Women are 71.1% of the lowest (302 of 425) and 51.9% of the highest (221 of 426).',
  'The balance is 7.1% and should come within the range of 3% to 5% by 2027.',
  'Visits within the hour rose to 82%, and 3 to 5 a week were late.',
  'Holmby had the highest rate of the four districts.',
  'The target of 90% was not met, with 85% answered.',
  'Most people (45%) were undecided or opposed.',
  'Sickness exceeded the target of 4%, at 4.6%.',
  'The target of 90% will be exceeded if 85% is reached by June.',
  'The most common reason (41%) was delay; most of all, people waited.',
  'A two-thirds majority (9 of 13) is needed to veto.',
]

describe('ranks, majorities and targets, however they are put', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
