import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** A whole with its parts behind it; each right with the first of two, and wrong with the second. */
const DIVIDED = [
  'The kennels look after 38 dogs, 26 general purpose and {12|21} specialist.',
  'Wardens issued {1,418|1,481} notices, 963 for litter, 341 for parking and 114 for dogs off the lead.',
  'Last winter 54 drivers were disqualified, {31|13} for drink and 23 for drugs.',
  'The museum had {4,270|4,720} visitors, 2,950 adults and 1,320 children.',
  'Our {612|621} bicycle marking sessions (388 at schools and 224 at markets) were well liked.',
  'The charity answered 9,340 texts, {6,120|6,210} of them by day and 3,220 by night.',
  'A helicopter was sent out 731 times, 402 times to missing people and {329|392} times to pursuits.',
  'There are now {240|204} chaplains: 118 Christian, 77 Muslim and 45 of other faiths.',
  'The lottery paid £86,400, £51,900 for halls and {£34,500|£35,400} for playing fields.',
  'In May the desk found homes for 93 bicycles, {58|85} mountain bikes and 35 racers.',
  'By the spring {470|430} knives had been handed in, 255 at stations, 148 at churches and 67 at gyms.',
]

/** What is left, what is short, what is the other: three amounts in any order. */
const LEFT = [
  'The kitchen fund stood at £9,400 and £3,150 was drawn, which leaves {£6,250|£6,520} for next year.',
  'That £2,750 is the {£8,100|£8,300} given by the parish less the £5,350 spent on gates.',
  'Of the 66 lockers 48 have been let and {18|28} stand empty.',
  'The appeal raised £41,300 where £55,000 had been hoped for, a shortfall of {£13,700|£17,300}.',
  'We printed 12,000 leaflets; 9,350 were delivered, and {2,650|2,560} remain in the store.',
  'Receipts of £7.82m fall short of payments of £9.15m, so {£1.33m|£1.63m} must come from balances.',
  'The van budget was £310,000. {£42,000|£24,000} of the £310,000 was unspent once £268,000 had gone on repairs.',
  'Three hundred and ten people applied. {188|138} were turned down and the other 122 were seen.',
  'Only 1,940 of the 2,610 forms came back, and {670|760} are still out.',
  'Fees brought in £58,200, which is {£6,300|£3,600} less than the £64,500 planned.',
  'There were 845 bids to the fund. Ninety won and the remaining {755|775} were told why they had not.',
  'Wages were set at £4.60m and came to £4.38m, so {£0.22m|£0.32m} was saved.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'There were 84 collisions: 41 hurt a driver, 33 a passenger and, in 10 cases, both.',
  'In June it had 22 entries: nine red, ten amber and three green, so that two fewer (22 then, 20 now) are open.',
  'The trust spent £4.8m, £2.1m on beds, £1.5m on meals and £1.2m on heat, in all £4.8m.',
  'Budget for the year £7.2m. Spent to date £5.9m, leaving £1.3m of the £7.2m.',
  'What had been a surplus of £0.62m is now a deficit of £0.19m, so that £0.81m is lost (£0.62m and £0.19m).',
  'That leaves £3.18m, to be met by fees of £2.08m and £1.10m from balances, together £3.18m.',
  'By cause the 206 are 96 falls, 71 burns, 28 cuts and 11 bites, 206 in all.',
  'The library lent 5,120 books, 430 of them to schools and 610 to homes.',
  'The centre had 912 callers, 240 from the north and 175 from abroad, and is open daily.',
  'We wrote to 640 shops, 120 garages and 75 banks.',
  'The 48 wardens made 2,310 visits, 1,150 on foot and 640 by car, and gave 390 talks.',
  'The choir has 62 members, 18 of whom joined this year and 25 of whom are over 60.',
  'Of 430 calls 120 were about noise and 95 about parking.',
  'Membership is 310, 12 up on May and 25 up on the year.',
  'The court heard 220 cases, three a day, in 71 sittings.',
  'The budget is £6.4m, £0.3m of it new, and leaves £1.2m in reserve.',
  'A team of 14, four of them part time, saw 380 families and 95 single people.',
  'There were 1,204 bids for 96 places, leaving many without.',
]

describe('a whole and its parts, however they are put', () => {
  for (const each of [...DIVIDED, ...LEFT])
    it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
