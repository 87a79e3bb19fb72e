import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Kind, Verdict } from '#modules/passages/index.js'
import { plainDocument } from '#modules/passages/index.js'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'
import { checkShare } from './check-share.js'

const checks = [checkChange, checkAverage, checkShare, checkPossiblePercentage]
const alarmsIn = (text: string) =>
  checks
    .flatMap((check) => check(plainDocument('paper.txt', text), { others: [], register: [] }))
    .filter((finding) => finding.verdict !== 'holds')

/** Sentences whose figures do not agree, by what is wrong with them and how surely. */
const wrong: { kind: Kind; verdict: Verdict; sentences: string[] }[] = [
  {
    kind: 'average-of-total',
    verdict: 'error',
    sentences: [
      'The scheme supported 1,021 young people over three years, or about 510 a year.',
      'There were 171,534 incidents in 2017/18, some 740 a day.',
      'In 2019/20 1,204 people were seen, an average of 190 a month.',
      'The team of 12 handles about 40 cases a month, around 880 a year.',
      'Over the six months to September 2017 the force received 61,749 calls, 12,092 a month.',
      'The scheme runs for three years and costs £90,000, or £45,000 a year.',
      'The contract is worth £1.2m over four years, that is £400,000 a year.',
      'Use of force was recorded 8,760 times in 2022/23, or 34 times a day.',
      'Over the two years the scheme cost £480,000, equivalent to £28,000 a month.',
      'During the quarter officers carried out 390 patrols, 45 a week on average.',
      'Spend per head of population is £165 a year, or £1.28 a month.',
    ],
  },
  {
    kind: 'average-of-total',
    verdict: 'warning',
    sentences: [
      'We funded 19 groups with £50,000, an average of about £3,600 each.',
      'The four youth projects shared £20,000, that is £6,000 each.',
      'The 40 volunteers gave 600 hours, an average of 25 hours each.',
      'The precept rise of £12 a year is the same as £2 a month.',
    ],
  },
  {
    kind: 'average-of-total',
    verdict: 'question',
    sentences: ['Calls to the non-emergency line averaged 26,867 a month, giving 302,404 for the year.'],
  },
  {
    kind: 'change',
    verdict: 'error',
    sentences: [
      'In 2018/19 the force dealt with 61,204 crimes, 6.1% more than the 58,794 dealt with in 2017/18.',
      'Burglary dwelling offences reduced by 19.4%, from 2,214 to 1,884.',
      'The vacancy rate went down from 6.2% to 4.8%, a fall of 2.4 percentage points.',
      'Public confidence stands at 57.3% (up from 59.2%).',
      'The force spent £1.24m on overtime, £0.51m less than the £1.55m spent in 2021/22.',
      'Overtime cost £1.24m in 2022/23 compared with £1.55m in 2021/22, a saving of 30%.',
      'The commissioner received 412 pieces of correspondence, 47 fewer than the year before (449).',
      'Band D council tax rises by £14.00, from £186.72 to £198.72, which is 6.4%.',
      'The precept will raise £55.6m in 2018/19, £6.2m more than the £51.4m raised in 2017/18.',
      'Reserves fell from £24.2m at 31 March 2018 to £21.7m at 31 March 2019, a fall of £3.5m.',
      'Reserves fell from £24.2m at 31 March 2018 to £21.7m at 31 March 2019, a fall of 13.3%.',
      'Stop and search numbers dropped by around a half, from 4,010 to 2,980.',
      'Numbers in custody more than halved, from 11,853 to 7,120.',
      'Demand has almost trebled in five years, from 5,300 to 10,400 incidents.',
      'The 2018/19 budget is £137.1m, up £7.2m (4.7%) from £131.0m.',
      'Hate crime peaked at 131 in June 2017, down from 96 in May.',
      'Satisfaction rose to 78% from 81% a year earlier.',
      'Crime per 1,000 people fell from 82.3 to 78.9, down 14.1%.',
      'Complaints have gone up by a third: 310 were received, compared with 290 the year before.',
      'Hate crime rose to 1,204 offences in 2021/22, a 12% increase on the 987 recorded in 2020/21.',
      'In 2020/21 we recorded 987 hate crimes; in 2021/22 we recorded 1,204, a rise of 12%.',
      '987 hate crimes were recorded in 2020/21, rising to 1,204 in 2021/22 (+12%).',
      'Our budget has grown from £131 million to £137.1 million, or 5.7%.',
      'The number of PCSOs has dropped by 20 since last year, from 120 to 90.',
      'Robbery has increased year on year by 17%, from 412 offences to 462 offences.',
      'Reports to Action Fraud numbered 4,120, 29% up on the 3,990 made a year ago.',
      'Shoplifting reports increased by 2,000 to 9,500, up from 7,700.',
      'Vehicle crime stands at 3,310 offences for the year, which is 18 per cent lower than the 3,710 offences of the year before.',
      'We have seen anti-social behaviour drop to 14,212 incidents from 18,940 in 2019, a 35% improvement.',
      'Rape offences: 612 in 2021/22 against 540 in 2020/21 (+23.3%).',
      'The charge rate went up to 14.2% from 12.9% - an increase of 2.3 percentage points.',
      'Last year 4,310 people used the service; this year 4,960 did, an increase of 25%.',
      'Domestic burglary is down by almost a third, with 1,610 offences compared to 1,894 the year before.',
      'The average answer time has halved, from 48 seconds to 39 seconds.',
      'Grant funding was cut by £750,000 (1.9%), from £78.4m to £77.65m.',
      'Reserves will be drawn down from £24.2m to £13.9m by 2023, a reduction of 60%.',
      'The rate fell from 9.1 to 8.2 offences per 1,000 people, a drop of 19%.',
      "Overall satisfaction of 83% is above last year's 86%.",
      'Our 63% confidence score is lower than the national average of 58%.',
      'Knife crime doubled between 2014 and 2018, from 310 offences to 412.',
      'Numbers of missing children fell 9% (from 1,210 to 1,310).',
      'Absence rose by 1.2 percentage points, from 4.1% to 4.9%.',
      'The team closed 560 cases, 140 more than the 440 closed in 2020.',
      'Robberies numbered 462, against 412 the year before: a rise of 22%.',
      'There were 462 robberies this year and 412 last year (a 22% increase).',
      'Thefts saw a 12% rise, from 4,010 to 4,812.',
      'Thefts grew by 12% – from 4,010 to 4,812.',
      'Arrests have doubled to 610 from 412.',
      'Losses fell by more than half, from £1.2m to £0.9m.',
      'Losses were cut by two-thirds from £1.2m to £0.9m.',
      'The figure for 2022 was 4,010; the figure for 2023 is 4,812, 12% up.',
      'Trust dropped five points, from 66% to 63%.',
      'The 4,812 thefts recorded in 2023 were 12% up on the 4,010 of 2022.',
      'Thefts: 4,812 (2023), 4,010 (2022), an increase of 12%.',
      'The average fell by 12 minutes to 48 minutes from 55 minutes.',
      'The workforce shrank by 5% between 2020 and 2022, from 3,120 to 2,810.',
      'The number of cadets rose from 126 to 172, 36 more than before.',
      'The increase from 66 days to 84 days is 18%.',
      'Calls answered on time went up from 91.2% to 94.4%, an improvement of 4.2 percentage points.',
      'Demand went up by a quarter, with 14,210 calls against 12,940 in 2021.',
    ],
  },
  {
    kind: 'change',
    verdict: 'warning',
    sentences: [
      'Public confidence stands at 61.3%, up 3.1 percentage points on the previous year (59.2%).',
      'A Band D household pays £198.72, an increase of £12 (4.6%) on 2017/18.',
      'The number of detainees fell by 22% to 10,431 (11,853 in 2017/18).',
      'The backlog has improved from 280 cases to 410.',
      'Detection improved from 13.4% to 12.1%.',
      'In rural places the wait shortened from 17.8 to 18.4 minutes.',
      'There were 1,204 hate crimes (987 in 2020/21), an increase of 12%.',
      'Robbery: 462 offences, up 17% (412 last year).',
      'The Force dealt with 1,020 hate crimes last year (874 in the year before), up by a quarter.',
      'Income rose £200,000 to £1.9m (2021/22: £1.5m).',
      'Attendance at panel meetings improved to 71% from 78%.',
      'Precept income increases by £4.2m (8.2%), from £51.4m to £57.6m.',
      'The 2020 figure of 310 was 12% below the 2019 figure of 410.',
      'We took 9% more calls (114,210) than last year (98,310).',
      'Thefts are 12% higher at 4,812 (4,010 last year).',
      'Arrests nearly tripled to 610 (412 in 2019).',
      'Thefts came to 3,610 compared with 4,010 – 15% less.',
      'Confidence is down 3 points to 61% from 66%.',
      'Confidence fell from 66% to 61%, three points lower.',
      'In 2022 there were 4,010 thefts. In 2023 there were 4,812, an increase of 12%.',
      'Having stood at 4,010 in 2022, thefts reached 4,812 in 2023, 12% more.',
      'Public order offences increased by 112 (14%) to 1,020.',
    ],
  },
  {
    kind: 'possible-percentage',
    verdict: 'error',
    sentences: [
      'Seventy-two per cent of the 25 respondents would recommend the scheme, and 31% of the 25 had used it twice.',
    ],
  },
  {
    kind: 'possible-percentage',
    verdict: 'warning',
    sentences: ['Among 30 schools that replied, 45% wanted another visit.'],
  },
  {
    kind: 'share',
    verdict: 'warning',
    sentences: [
      'Some 8 in 10 people (71%) feel safe in their area after dark.',
      'Two thirds of respondents (56%) supported the rise.',
      'Nearly three quarters (84%) of those who replied agreed.',
      'Just over half (42%) of victims were satisfied.',
      'The Hub made contact with 9,120 victims, of whom 3,040 (a quarter) took up support.',
      'One in four victims (45%) withdrew.',
      'About one in seven calls (24%) involve mental health.',
      'More than nine in ten (85%) said that they felt safe at home.',
      'Only a fifth of the 450 officers (190) have been trained.',
    ],
  },
  {
    kind: 'share',
    verdict: 'error',
    sentences: [
      'The panel met four times, and 11 of its 13 members (95%) attended every meeting.',
      'Twelve of the 40 applicants (40%) were women.',
      'Of 284 applications, 53 (28.7%) came from under-represented groups.',
      'The office employs 21 people, 14 of them (76%) women.',
      'The force answered 93,112 emergency calls (91%) out of 99,800 within ten seconds.',
      'Sickness cost £3.1m, 12% of the £41m pay bill.',
      'A total of £986,094 was awarded, of which £446,000 (54%) went to the hub.',
      'Of the 106 visits, 61% (75) took place in the evening.',
      'Only 2 of the 19 bids (21%) were refused.',
      'Of 1,310 referrals received, 917 were accepted (80%).',
      'Out of 14 recommendations, 11 have been completed (68%).',
      'Eleven of the fourteen recommendations (68%) are complete.',
    ],
  },
  {
    kind: 'share',
    verdict: 'question',
    sentences: ['Visitors offered to see 505 detainees; 455 (80%) accepted.'],
  },
]

describe('sentences whose figures do not agree', () => {
  for (const { kind, verdict, sentences } of wrong) {
    for (const sentence of sentences) {
      it(`finds the ${verdict} of ${kind} in: ${sentence}`, () => {
        const found = alarmsIn(sentence).map((finding) => [finding.kind, finding.verdict])
        assert.deepEqual(found[0], [kind, verdict])
      })
    }
  }
})
