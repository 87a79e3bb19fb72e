import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** True, though figures stand beside each other that one might take together. */
const TRUE = [
  'In December 22 of the 48 students who passed out were women (46%), the largest share yet; the record before that had been 43%.',
  'In 18 cells (30 per cent) it was below the 18°C standard.',
  'In 30 cases it took longer than 45 days.',
  'We plan 120 sessions next year, 20 more than in 2024, and hope for 300 young people.',
  'The hub took 5,120 calls in May, 310 more than in April, from 4,204 people.',
  'The course was held 14 times in 2025, two more than in 2024, for 210 drivers.',
  'The service saw 402 people, 31 fewer than in 2023, of whom 131 were children.',
  'The line was open for 250 days in 2025 and took 9,000 calls: 36 a day.',
  '520 people came on 26 days in 2024, 20 a day.',
  'It helped 9.1% more people than the year before (1,405, up from 1,288). Eight hundred and sixty-three of them (61%) were adults.',
  'The total was 13,904, which was 611 fewer than the 14,515 of the same quarter in 2024, a fall of 4.2%. It was also 15.1% below Q2.',
  'Each pound on Band D raises £0.3m. A household now pays £291.15.',
  'It was £90,000 lower than 2025/26 (£2.43m) because the ringfenced sum was cut from £0.61m.',
  'Forty-one of the visits (31 per cent) were at a weekend.',
  'The force was placed 17th of 43 at 66.2%, up four places from 21st; the top force had 76.9%.',
  'That is £88.36 a visit, compared with £82.00 in 2023/24 (£12,218 for 149 visits).',
  '1,944 lived with children, 3,688 of them, or 1.9 in each home.',
  'The library lent 7,420 books, 180 fewer than the 7,600 of last spring (down 2.4%). It is 4.5% more than the 7,100 of the winter.',
  'Loans went from 18,400 down to 17,296, a dip of 6.0%.',
  'Cooks earn £14.40 an hour and porters £16.00, a gap of 10.0%.',
  'Asked about the ferry, 1,392 would use it (58%), 648 would not (27%) and 360 could not say (15%).',
  'Of 80 repairs due in May 60 were done in time, three quarters, eleven were late and nine are still to do.',
  'Of 1,900 tenants who were asked, 1,235 answered (65%) and 741 of those would stay (60%).',
  'A loan pays for half of the £8.4m, the sale of the yard £1.9m and the reserve the other £2.3m.',
  'The two shops together sold 1,818 of 2,200 tickets.',
  'All in all, 1,310 of those we feed are hens. Of the geese, 640 are grey.',
  'Of these 21 drowned, 260 were hurt and 1,940 got off lightly.',
  'The kennel has 19 hounds (17 in the spring): twelve old, five young, one lame and one blind.',
  'There were eighteen accidents on its 24 bends: three for every four.',
  'Seven of us are under 30, half of the club (50%).',
  'Under 16: 320, that is 16%. 16 to 24: 760 (38%). 25 and over: 920 (46%).',
  'Membership has grown for three winters in succession: 41 in 2021, 44 in 2022, 48 in 2023 and 52 now.',
  'The mean crossing takes 3 minutes 15 seconds, 45 seconds less than the 4 minutes of last summer.',
  'Nine winters ago a ticket was 50p, so the price has gone up by 13p or 26%.',
  'Of 360 jars tasted at four stalls, 90 at each, 341 were sealed.',
  'Two tastings with 58 guests and 27 cooks present, 85 in all, were held in the barn.',
  'Six boats came in, two went out and one was sunk: nine altogether.',
  'The first two between them brought 4,118, 52% of the whole.',
  'Kites sold: 1,428, down from 1,904 (25.0%).',
  'Trips sold: 96. Trips sailed: 80. Fog came up on 36 of the sailed trips, i.e. 45%.',
  'Cyclists were 32% of those who won (8 of 25) and 27% of those who fell.',
  'The adjusted count is 412, nine more than the 403 in the log.',
  'Over five summers there were 28.4 storms a year (142 in all), so that this one was 22.5% below.',
  'Nests fell in number, from 14.2 eggs each on the cliff and 15.6 each on the shore when we began.',
  'The eggs we found, 912 in all, comprised 402 of gulls, 420 of terns and 90 of plovers.',
  'Of the nine clubs, three meet in winter, and four of the remaining six own a boat.',
  'Doors ABC 054 and ABC 055 stick; so do ABC 045 and ABC 046.',
  'The mill uses £8.40 a week, or £1.20p a day.',
  'By size, half, 1,170 of the 2,340, were small, 30% (702) were large and a fifth (468) were odd.',
  'A third of the hens lost in the storm, 604 of the 1,831 (33%), were brown, 7.1% up on 564.',
  'Five hens in every 100,000 (27 in 540,000) were white.',
  'Of the 424 who came 318 (75%) were glad, 68 (16%) were neither one thing nor the other and 38 (9%) were sorry.',
  'Sales of £2.7m are expected, 12.5% above the plan of £2.4m, with £1.1m from eggs, £0.9m from wool and £0.7m from milk making up the £2.7m.',
]

/** The same words with a slip that must still be noticed. */
const WRONG = [
  '520 people came on 26 days in 2024, {20|30} a day.',
  'There were 150 visits in 2025/26, {nine|seven} more than in 2024/25, when there were 141.',
  'There were 150 visits, {9|7} more than in 2024/25 (141), and we want 34 visitors.',
  'Loans fell from 18,400 to 17,296, a dip of {6.0|8.0}%.',
  'The kennel has {19|16} hounds: twelve old, five young, one lame and one blind.',
  'Of 1,900 tenants who were asked, {1,235|1,325} answered (65%).',
  'Kites sold: 1,428, down from 1,904, a fall of {25.0|35.0}%.',
  'We baked 58 loaves and {27|29} cakes, 85 in all.',
  'The log has {412|421} storms, nine more than the 403 of last year.',
  'Of the 60 boats {24|42} are blue and the remaining 36 are red.',
  'Eighty per cent is {36|63} of the 45 trips, and they sailed.',
  'Tea costs £{8.40|9.40} a week, which is £1.20 a day.',
  'Six boats came in, two went out and one was sunk: {nine|twelve} altogether.',
]

describe('figures that do not belong together', () => {
  for (const statement of TRUE) it(`are left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})

describe('figures that do', () => {
  for (const statement of WRONG)
    it(`are still held together: ${titleOf(statement)}`, () => assertTwins(check, statement))
})
