import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Also true twins of statements whose wrong twins are not noticed yet. */

/** Each right with the first of two, and wrong with the second: figures that come back in other places and forms. */
const TWINS = [
  'Lifeboat crews launched 863 times last winter. Of course the {863|836} launches were not all to people in danger.',
  '## Tribunals: £57,400 paid\n\nNine claims were settled. The {£57,400|£54,700} came from the insurance reserve.',
  '| Fault | Jobs |\n|---|---|\n| Heating | 214 |\n| Lifts | 97 |\n| Roofs | 63 |\n\nRoofs needed {63|36} jobs, and heating three times as many.',
  '| Council | Camera vans | Fines |\n|---|---|---|\n| Hartly | 7 | 18,205 |\n| Wixford | 4 | 9,117 |\n\nDrivers in Wixford paid {9,117|9,171} fines.',
  'The tender drew 17 bids. The {17|71} bids were opened in public.',
  'Donors gave £2.93m to the appeal. A third of the {£2.93m|£2.39m} given to the appeal has been spent on boats.',
  'We trained 1,459 teachers; 88% of them said the day was useful. The {1,459|1,495} teachers work in 210 schools.',
  'Cyclists made up 31% of the injured. It is sad that the {31%|13%} of the injured who are cyclists are mostly under 30.',
  'Mental health nurses took 6,718 calls from officers.\n\nOut of hours is the busiest time.\n\nNurses say that {6,718|6,178} calls from officers is too many for a team of six.',
  'The vehicle fund holds £640,000. Members were told that the vehicle fund of {£640,000|£460,000} would last two years.',
  'Our six lawyers closed 348 files. Each of the {348|384} files was read by a second lawyer.',
  'Twelve horses are stabled at Firle. The {twelve|fourteen} horses walk to matches.',
  'Five apprentices joined in May. All {five|six} apprentices have since passed.',
  'Of 20 bids, eight were funded and twelve were not. The {eight|nine} funded bids share £90,000.',
  'There were 1,934 missing children and 512 missing adults. Every one of the {1,934|1,394} missing children was seen by a social worker.',
  '- Bicycles returned: 473\n- Phones returned: 1,208\n\nStudents came for most of the {473|437} bicycles returned.',
  'Damage came to £31,750. Two brothers have agreed to pay the {£31,750|£37,150} of damage.',
  '# 2024 in brief\n\n- 9,046 packages screened\n- 12 found to hold drugs\n\n# Detail\n\nThe dogs screened {9,046|9,406} packages and sat down beside twelve.',
  'Victims waited 142 days on average for a trial date. A wait of {142|124} days on average for a trial date is not good enough.',
  'Seventy-six volunteers read to prisoners. The {seventy-six|sixty-seven} volunteers are all over fifty.',
  'The trust owns 58 flats. Rents for the {58|85} flats were frozen.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'A grandmother in Tilby grew 5,632 cannabis plants. Officers burnt the {5,632|5,362} plants on Monday.',
  'The printer charged £8,460 for the leaflet. Some readers thought {£8,460|£8,640} too much for the leaflet.',
  'A total of 2,075 shops have radio links. Radio links now join {2,075|2,750} shops.',
  'The 863 launches of winter were followed by 836 in spring.',
  'Nine claims were settled for £57,400 and four for £54,700.',
  'The team in Hartly wrote 9,117 fines. The team in Wixford wrote 9,171 fines.',
  'We trained 1,459 teachers and 1,495 parents. The 1,495 parents came in the evening.',
  'Bids rose from 17 to 71. The 71 bids took a month to read.',
  'The vehicle fund holds £640,000. Next year the vehicle fund will hold £460,000.',
  'Five apprentices joined in May. The six apprentices of the year before have passed.',
  'Twelve horses are stabled at Firle. The fourteen horses at Lewes are older.',
  'Of 38 homes 21 were empty. The 12 homes with tenants in arrears were visited.',
  'A survey in 2022 drew 2,075 replies. The 2024 survey drew 2,750 replies.',
  '| Year | Fires |\n|---|---|\n| 2022 | 1,863 |\n| 2023 | 1,836 |\n\nFires in 2023 came to 1,836.',
  'The contract is worth £8,460 a year. The old contract was worth £8,640 a year.',
]

describe('a figure that comes back in another place', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
