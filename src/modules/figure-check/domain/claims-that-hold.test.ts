import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkContradiction } from './check-contradiction.js'
import { checkMagnitude } from './check-magnitude.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'
import { checkShare } from './check-share.js'
import { plainDocument } from './plain-document.js'

const checks = [checkChange, checkAverage, checkShare, checkPossiblePercentage, checkContradiction, checkMagnitude]
const verdictsIn = (text: string) =>
  checks
    .flatMap((check) => check(plainDocument('paper.txt', text), { others: [], register: [] }))
    .map((finding) => finding.verdict)

/** True sentences whose arithmetic can be followed. */
const holding = [
  'In 2018/19 the force dealt with 61,204 crimes, 4.1% more than the 58,794 dealt with in 2017/18.',
  'Burglary dwelling offences reduced by 14.9%, from 2,214 to 1,884.',
  'The vacancy rate went down from 6.2% to 4.8%, a fall of 1.4 percentage points.',
  'The rate of abandoned 101 calls dropped from 18.4% to 9.7%, almost half of what it was.',
  'Public confidence stands at 61.3%, up 2.1 percentage points on the previous year (59.2%).',
  'Public confidence stands at 61.3% (up from 59.2%).',
  'The force spent £1.24m on overtime, £0.31m less than the £1.55m spent in 2021/22.',
  'Overtime cost £1.24m in 2022/23 compared with £1.55m in 2021/22, a saving of 20%.',
  'The commissioner received 412 pieces of correspondence, 37 fewer than the year before (449).',
  'A Band D household pays £198.72, an increase of £12 (6.4%) on 2017/18.',
  'Band D council tax rises by £12.00, from £186.72 to £198.72, which is 6.4%.',
  'Some 8 in 10 people (81%) feel safe in their area after dark.',
  'Two thirds of respondents (66%) supported the rise.',
  'Nearly three quarters (74%) of those who replied agreed.',
  'Just over half (52%) of victims were satisfied.',
  'The scheme supported 1,021 young people over three years, or about 340 a year.',
  'There were 171,534 incidents in 2017/18, some 470 a day.',
  'Total crime is 78.9 per 1,000 people, below the national rate of 82.3.',
  'The number of special constables has decreased from 242 to 229.',
  'The panel met four times, and 11 of its 13 members (85%) attended every meeting.',
  'We funded 19 groups with more than £50,000, an average of about £2,600 each.',
  'Twelve of the 40 applicants (30%) were women.',
  'Of 284 applications, 53 (18.7%) came from under-represented groups.',
  'The four youth projects shared £20,000, that is £5,000 each.',
  'Reserves fell from £24.2m at 31 March 2018 to £21.7m at 31 March 2019, a fall of £2.5m or 10.3%.',
  'The charge rate rose from 11% to 12%; the national rate rose from 10% to 14%.',
  'Stop and search numbers dropped by around a quarter, from 4,010 to 2,980.',
  'Numbers in custody more than halved, from 11,853 to 5,120.',
  'Demand has almost doubled in five years, from 5,300 to 10,400 incidents.',
  'The Hub made contact with 9,120 victims, of whom 3,040 (a third) took up support.',
  'Visits rose from 25 in the first quarter to 31 in the second.',
  'Visitors offered to see 505 detainees; 455 (90%) accepted.',
  'The 2018/19 budget is £137.1m, up £6.2m (4.7%) from £131.0m.',
  'One in four victims (25%) withdrew.',
  'About one in seven calls (14%) involve mental health.',
  'The number of detainees fell by 12% to 10,431 (11,853 in 2017/18).',
  'In 2019/20 1,204 people were seen, an average of 100 a month.',
  'The team of 12 handles about 40 cases a month, around 480 a year.',
  'Over the six months to September 2017 the force received 61,749 calls, 10,292 a month.',
  'The backlog has improved from 410 cases to 280.',
  'Detection improved from 12.1% to 13.4%.',
  'Hate crime peaked at 131 in June 2017, up from 96 in May.',
  'The office employs 21 people, 14 of them (67%) women.',
  'The number of accredited staff rose from 31 (2015) to 46 (2016) and 58 (2017).',
  'In the year to March 2023 the force recorded 1,204 offences of stalking, of which 212 (18%) led to a charge, and 3,310 of harassment, of which 410 (12%) did.',
  'The proportion of victims who were kept informed rose from 68% to 74%, while those satisfied with the outcome fell from 61% to 59%.',
  'Council tax provides £55.9m (41%) of the £137.1m net budget requirement, and the police grant £78.4m (57%).',
  "The commissioner's office cost £1.22m in 2018/19, or 0.9% of the gross budget of £138.6m.",
  'The target was to cut burglary by 10%; it fell by 4% from 2,300 to 2,208.',
  'Fatal collisions fell from 41 in 2017 to 37 in 2018 and 30 in 2019, a fall of 27% over the two years.',
  'Fatal collisions fell from 41 to 37 in the first year and from 37 to 30 in the second.',
  'By June 2018 the backlog had fallen to 212 cases from a peak of 460 in January, a reduction of more than half.',
  'PCSO posts were cut from 186 to 80, saving £3.1m a year.',
  'An extra £12 a year (23p a week) from a Band D household raises £3.4m.',
  'The helpline took 1,310 calls in 2016/17 and 1,290 in 2017/18; the website had 41,000 visits, up from 33,500.',
  'The chance of being a victim is 1 in 12, down from 1 in 10 five years ago.',
  'There were 455 visits accepted out of 505 offered, a rate of 90%.',
  'Twelve per cent of officers left, compared with nine per cent the year before: a rise of three percentage points.',
  'The number of victims of modern slavery rose tenfold, from 4 to 41.',
  'The number of 999 calls was 10% higher in July than in January (11,240 against 10,210).',
  'Costs fell by £1.2m or 3% to £38.8m after £40.0m the year before.',
]

/** True sentences that state figures without a sum to check; their numbers must not be set against each other. */
const quiet = [
  'Of the 865 validated responses, 67% supported the rise, 17% were neutral and 16% did not support it.',
  'In the year to March 2018, 34 arrests were made each day.',
  'Attendance at 999 calls was within 15 minutes in 88% of cases, against a target of 85%.',
  'We answered 94.7% of 322,408 calls to 101 within 30 seconds.',
  'In 2022 there were 41 deaths on the roads, and in 2021/22 there were 37.',
  'Recorded knife crime has risen by 9%, compared with 15% nationally.',
  'Local crime rose by 22% while the national rise was 15%.',
  'Complaints fell for the third year running, to 310.',
  'The average time to answer fell from 2 minutes 14 seconds to 1 minute 40 seconds.',
  'Over the last five years the number of officers grew by 150 to 1,560.',
  'The force has recruited 55 officers since April and plans a further 60 by March.',
  'Between 2010 and 2016 officer numbers fell by 8% to 1,347.',
  'The precept will raise £55.6m in 2018/19, £4.2m more than in 2017/18.',
  'Pay accounts for £72.1m (72,100,000) of spending.',
  'Under section 22A of the Police Act 1996, 3 collaborations are in force.',
  'PC 1234 and PC 5678 attended 12 incidents on the A14 and the M11 on 24 May 2018.',
  'The helpline (0300 123 4567) is open 24/7, 365 days a year.',
  'Calls to 101 rose by 3%, and calls to 999 by 6%.',
  'In Fenland 320 incidents were recorded, against 410 in Peterborough.',
  'The cost per head is 43p a day compared with a national average of 55p.',
  'Domestic abuse makes up one third of police business and 20% of recorded crime.',
  'In the first quarter 25 visits were made, in the second 31, in the third 22 and in the fourth 28: 106 in all.',
  'They were 95% confident, with an interval of 60% to 66%.',
  'The survey (n=1,100) found that 63.4% agreed.',
  'Over 600 people have been referred since September 2016, and compliance is about 85%.',
  'Mean response time in July was 9.4 minutes, 0.6 minutes faster than June.',
  'The grant fell by 2.1% to £986,000 after an uplift of 1.4% the year before.',
  'The 7% rise follows an 8% rise in 2016/17.',
  'Crime rose by 7% in 2018. Violent crime rose by 8%.',
  'Burglary fell by 5% last year. This 3% fall in robbery was smaller.',
  'Employees are 72% of the £138.6m gross budget.',
  'The population is estimated at 830,000, of which 25,000 are students.',
  'At the meeting on 7 September 2016 the panel made 14 comments on the draft.',
  'Satisfaction among burglary victims was 87.6%, and among all victims 90.6%.',
  'It costs £38.8m to insure and £3.8m a year to run.',
  'The number of cadets stayed at 127, compared with 126 in 2016.',
  'Attendance remained stable at 71%, against 72% the year before.',
  'Confidence has improved by 2 percentage points to 66%.',
  'Up to 30 places are offered each term, and 25 to 28 are taken.',
  'Each officer carries 15 to 20 cases, compared with 10 to 12 in 2015.',
  'The force area covers 1,309 square miles and 830,000 people.',
  'There were 3,268 replies to the precept survey; 78% were willing to pay £12 more.',
  'The national average is 12% and ours 8%, since 2010.',
  'A reduction of 10% in 2019 was followed by an increase of 10% in 2020.',
  'Savings of £16.1 million have been made in the last four years, with further savings of over £6 million to be found by 2019/20.',
  'Spending per person fell by 3p to 43p a day.',
  'Revenue spending was £138.6m against a budget of £139.1m, an underspend of £0.5m (0.4%).',
  'Officer numbers will rise by 50 to 1,521 by March 2020, and PCSO numbers by 10 to 90.',
  'The number of calls fell by 5% in the first half of the year and rose by 9% in the second.',
  'Of the £986,094 received from the Ministry of Justice, £446,000 went to the Hub, £213,000 to sexual violence services and £75,000 to the Pathfinders.',
  'Crime in Peterborough fell by 3% to 21,304, in Fenland by 7% to 6,120 and in Huntingdonshire it rose by 1% to 8,940.',
  'We held 12 surgeries, 3 more than last year, and met 340 people, 40 fewer.',
  'There were 52 complaints about officers in 2017, 48 in 2018 and 61 in 2019.',
  'The average investigation took 84 days in the year to March 2018, against 66 days a year earlier: 27% longer.',
  'Response within 15 minutes was achieved in 88.2% of emergencies (2017: 89.9%).',
  'The rate per 1,000 population is 78.9, compared with a national rate of 82.3 and 74.1 among similar forces.',
  'A total of 3,268 people took part, 1,912 (58.5%) online and 1,356 (41.5%) on paper.',
  'Women make up 31% of officers and 62% of staff; in 2010 the figures were 26% and 60%.',
  'The youth fund gave 19 grants worth £51,230, the largest of £5,000.',
  'The fund has awarded £1.2m since 2013, £150,000 of it last year.',
  'For every £1 spent on prevention, £3.20 is saved.',
  'On average the team helps 26 people a week; in December it helped 41.',
  'Speeding offences numbered 45,210 in 2019, and the 20 cameras caught an average of 43 drivers each week.',
  'The 24 teams each have 6 to 8 officers.',
  'Between 10% and 12% of applicants came from minority groups in earlier rounds, rising to 18.6% this year.',
  'The force has 1,347 officers, 186 fewer than in 2010, and 80 PCSOs.',
  'As at 31 March 2018 general reserves were £7.2m and earmarked reserves £17.0m, making £24.2m.',
  'General reserves are 5.3% of net revenue spending of £137.1m.',
  'Satisfaction with the initial contact was 94%, with action taken 83%, and with follow-up 77%.',
  'Satisfaction was 94.1% in Q1, 93.2% in Q2, 92.8% in Q3 and 94.6% in Q4.',
  'The panel asked why burglary had risen by 12% when the plan had aimed for a fall of 5%.',
  'Recorded crime is up 7% on 2016, and down 8.4% since 2010.',
  'Hate crime reports rose 17% to 1,020, with race accounting for 71% of them.',
  'Domestic abuse incidents were stable: 14,210 in 2018 and 14,305 in 2019.',
  'There is one officer on duty for every 1,849 people.',
  'The Hub has 17 staff and 30 volunteers, and helped 3,000 people, a third of them victims of violence.',
  'Ninety per cent of the 505 detainees offered a visit accepted it.',
  'The cost of the review, £250,000, is being met by the two forces in the ratio 60:40, that is £150,000 and £100,000.',
  'The call centre answered 94.7% within 30 seconds in 2017/18; in September 2017 it answered 92.8%.',
  '£3m of the £16.1m savings came from estates.',
  'Detections increased by 13.1 percentage points to 41.9%, the highest for six years.',
  'Two of the three districts saw falls, of 3% and 5%.',
  'Average speed fell from 34mph to 31mph after the 30mph limit was marked.',
  'Grants of £12,500, £1,961 and £334 were made, £14,795 in all.',
  'Some 1,245 families were enrolled by 2016, 83% of the target of 1,500.',
]

describe('sentences that are right', () => {
  for (const sentence of holding) {
    it(`checks and accepts: ${sentence}`, () => {
      const verdicts = verdictsIn(sentence)
      assert.ok(verdicts.length > 0 && verdicts.every((verdict) => verdict === 'holds'))
    })
  }
  for (const sentence of quiet) {
    it(`stays silent on: ${sentence}`, () => {
      assert.deepEqual(verdictsIn(sentence), [])
    })
  }
})
