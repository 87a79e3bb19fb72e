import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Repairs to kennels averaged {£212|£122} a dog (£7,632 for 36 dogs).',
  'The typical wait for a licence was {31|41} days (12,896 days over 416 applicants).',
  'Drones were flown {18|13} times each (540 flights, 30 drones).',
  'Each mentor met {seven|nine} apprentices (294 apprentices for 42 mentors).',
  'Noise complaints run at {6.2|9.2} per 1,000 households (1,054 of 170,000).',
  'Bicycle theft in the city is {14.0|11.0} per 1,000 (2,184 thefts, 156,000 residents).',
  'Membership is {12%|17%} larger than in spring (350 to 392).',
  'Parking fines went {240|420} lower (3,910 against 4,150).',
  'The gap in pay is {4.6|6.4} percentage points (18.2% against 13.6%).',
  'Refusals were {nine|six} fewer (23 in place of 32).',
  'Dog handlers walked {8.5|5.8} miles a shift (1,870 miles in 220 shifts).',
  'The cost of a jury day was {£2,150|£2,510} (£640,700 over 298 days).',
  'Attendance at hearings is {7%|17%} below the 1,450 of 2022 (1,349).',
  'Sales of permits were {23.0%|32.0%} above the 2,000 hoped for (2,460).',
  'A mean of {312|213} for each of the 45 depots (14,040).',
  'Every one of our 64 wardens gave {28|82} hours (1,792).',
  'Cadets now number {15|51} more than the 120 of last year (135).',
  'Prescriptions for the custody nurse: {3.4|4.3} a night (1,241 in 365 nights).',
  'The chance of being stopped is {2.5|5.2} times as great for men (35.0 against 14.0).',
  'It took {47|74} minutes on average (21,620 minutes, 460 jobs).',
  'Referrals per school stood at {26|62} (1,118 from 43 schools).',
  'Hauliers paid {6%|9%} more, £318 to £337.',
  '£318 to £337, {6.0%|9.0%}.',
  'Trespass on the railway, 640 to 560, was {12.5%|15.2%} lower.',
  'Grooming courses were held 36 times for 900 parents, {25|52} at a time on average.',
  'We served 5,460 meals in 91 days, {60|90} on each.',
  'The library van called at 48 villages and lent 3,360 books, {70|17} a village.',
  'Drownings fell by {a third|a half}, from 27 to 18.',
  'From 27 to 18, drownings fell by {33%|23%}.',
  'Lorry thefts have slipped back from 84 to 63, by {a quarter|a third}.',
  'Vetting took 21 days in 2023 and takes 14 now, {seven|nine} days quicker.',
  'The waiting list, 1,260 in June, is {180|280} longer at 1,440.',
  'Turnover has grown by {£0.8m|£1.8m} between 2023 and 2024, £4.1m to £4.9m.',
  'The rate for women, 42%, is {11|17} points above the 31% for men.',
  'Bail breaches went up fourfold, from {35|53} to 140.',
  'Horses now work 1,512 hours between the 12 of them, {126|162} apiece.',
  'An extra {£26|£62} on a bill of £260 makes £286.',
  'The increase, from 3,200 to 3,456, is {8.0%|3.0%}.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'The force has 2,120 officers in eight districts, 12 of them in Elm (300 hours over 4 weeks were lost).',
  'We saw 340 people (120 women and 220 men).',
  'There were 18 meetings (12 in person and 6 online).',
  'Attendance was 64% (320 of 500).',
  'Attendance was 64 (32 from each of two schools).',
  'The bill is £285, £14 more than last year, and 97 pence of it is for radios (3 of 100 homes pay none).',
  'Each of the 12 stations has three cars (36).',
  'Wait times: 31 days (target 28, tolerance 5).',
  'The scheme covers 45 schools, 12 more than planned, with 900 pupils in each of the 4 years.',
  'Calls took 12 seconds on average, 3 seconds better than the 10 forces nearest us (of 43).',
  'He served 14 years, from 1998 to 2012.',
  'The panel met six times, twice in Holme, and read 90 files over 3 days.',
  'Grants of £500 to £2,000, averaging £1,150, went to 23 groups.',
  'The 26 groups share £78,000; awards average £3,000 (from £420 to £5,000).',
  'Rates range from 4.2 per 1,000 to 18.3 per 1,000 in the 12 wards.',
  'In Oakham 4.2 per 1,000 homes were burgled, against 312 of 41,600 in Elm.',
  'The team drove 61,200 miles in 12 cars over 9 months, 5 more cars than before.',
  'Sales rose 12%, from 40 to 45 in May and from 300 to 340 in the whole year, so by 13% over all.',
  'Burglary fell 6%, theft 4% (1,200 to 1,152).',
  'The mean age is 47 (23 to 71).',
  'Our 14 cadets gave 28 hours each (20 in summer and 8 in winter).',
  'The fine is £60 (£30 if paid within 14 days).',
  'Cases closed sooner, 84 as opposed to 70, a fifth more.',
  'With 322,000 people outside the towns, that meant five offences to every 1,000 of them.',
  'That is 288 turns, about 8.5 for each of the 34 visitors, though nobody is asked for more than twelve.',
  'With 420,000 residents the rate is 2.7 per 1,000 residents, where it had been 3.0 (1,260 offences).',
  'The admission rate among the 54,000 people under 25 is 1.5 per 1,000.',
  'Of victims under 25, of whom only 38 took part, 61% were content.',
  'In round four the number was 4,500, an improvement of 14.0%.',
]

describe('a figure beside the two it was worked out from', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
