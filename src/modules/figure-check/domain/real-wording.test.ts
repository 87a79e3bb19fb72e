import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkContradiction } from './check-contradiction.js'
import { checkCountOfThings } from './check-count-of-things.js'
import { checkCrossReference } from './check-cross-reference.js'
import { checkNumbering } from './check-numbering.js'
import { checkPeriod } from './check-period.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'
import { checkSaid } from './check-said.js'
import { checkShare } from './check-share.js'
import { checkSum } from './check-sum.js'
import { checkUnitHeader } from './check-unit-header.js'

const checks = [
  checkAverage,
  checkChange,
  checkContradiction,
  checkCountOfThings,
  checkCrossReference,
  checkNumbering,
  checkPeriod,
  checkPossiblePercentage,
  checkSaid,
  checkShare,
  checkSum,
  checkUnitHeader,
]
const findingsIn = (text: string) =>
  checks.flatMap((check) => check(plainDocument('paper.txt', text), { others: [], register: [] }))
const alarmsIn = (text: string) => findingsIn(text).filter(({ verdict }) => verdict !== 'holds')

/** True sentences that look as if they compared, added or counted what they do not. */
const quiet = [
  'Officers from 3 counties took part in a scheme that moved more than half a million pounds.',
  'Of the £9.2m set aside, less than £1m has been used.',
  'About 40 groups give more than £250,000 a year between them.',
  'Growth forecasts were cut to 2.1% from 2.4%.',
  'The growth forecast for income fell from 1.9% to 1.1%, and then to 0.8%.',
  'The force went from number four to number six in the national table.',
  'Complaints rose by 19 in May, more than the 14 expected and above the 11 reported in April.',
  'The grant of $1.2m went to partners abroad, up from £400 for each.',
  'They have 163 seats, two fewer than at the 1997 election.',
  'Quarter Three and Channel Four were both named in the paper, and so was Phase Two.',
  'A season ticket costs £6.50 a month or £70 a year.',
  'Two routes were tried. Some 5% of those questioned used the first.',
  'Calls were answered faster, and 41% saw an improvement, as against 33% who saw none.',
  'Members asked about 112 schools, and the paper reports a rise of 9.7%.',
  'Our place in the survey is 12, rising seven places to 5.',
  'Three firms (Alder Ltd., Birch Ltd. and Cedar Ltd.) bid for the work.',
  'The forecast of £150m for the year is £40m above the budget of £110m.',
  'Quarter 2 data cover the year so far, April to September 2023.',
]

/** Relations that offices write, right and wrong. */
const related: [right: string, wrong: string][] = [
  [
    'The Commissioner proposes a rise of 5.0% (an increase of £14 a year), taking the charge to £294.00.',
    'The Commissioner proposes a rise of 4.0% (an increase of £14 a year), taking the charge to £294.00.',
  ],
  [
    'Cases solved increased by 84, a 3.0 per cent increase, to 2,884 cases.',
    'Cases solved increased by 84, a 5.0 per cent increase, to 2,884 cases.',
  ],
  [
    'This was an increase of 4.2% on March 2021 (up 61 FTEs from 1,452 officers).',
    'This was an increase of 6.2% on March 2021 (up 61 FTEs from 1,452 officers).',
  ],
  [
    'At 812 volunteers (1.5%) higher than the earlier peak of 54,133, this is a record.',
    'At 812 volunteers (2.5%) higher than the earlier peak of 54,133, this is a record.',
  ],
  [
    "Searches came to 5,210, an increase of 410 on the previous year's 4,800.",
    "Searches came to 5,210, an increase of 310 on the previous year's 4,800.",
  ],
  [
    'Grade 1 calls: 84.2% in time (target 85%, previous year 82.6%, +1.6pp).',
    'Grade 1 calls: 84.2% in time (target 85%, previous year 82.6%, +2.9pp).',
  ],
  [
    'Some 21 per cent of reports led to a charge, or 1,302 of 6,200 reports.',
    'Some 21 per cent of reports led to a charge, or 1,602 of 6,200 reports.',
  ],
  [
    'We visited 32 schools and met 6,400 pupils, an average of 200 pupils per school.',
    'We visited 32 schools and met 6,400 pupils, an average of 250 pupils per school.',
  ],
  [
    'There were 58 reports - 3 of which were of one kind, 41 of which of a second and 14 of which of another.',
    'There were 58 reports - 3 of which were of one kind, 51 of which of a second and 14 of which of another.',
  ],
  [
    'Confidence has recovered: it was 58.4% in 2021 and is 61.0% in 2022.',
    'Confidence has recovered: it was 61.0% in 2021 and is 58.4% in 2022.',
  ],
  ['Robbery rose to 412, a rise of 3%.', 'Robbery rose to 412, a fall of 3%.'],
  [
    'Quarter 1 figures cover the period 1 April 2024 to 30 June 2024.',
    'Quarter 1 figures cover the period 1 April 2024 to 30 September 2024.',
  ],
  [
    'Twenty people answered. 65% said that they would come again.',
    'Twenty people answered. 68% said that they would come again.',
  ],
]

describe('wording of real papers', () => {
  for (const text of quiet) {
    it(`keeps quiet about: ${text}`, () => {
      assert.deepEqual(alarmsIn(text), [])
    })
  }

  for (const [right, wrong] of related) {
    it(`tells right from wrong in: ${right}`, () => {
      assert.deepEqual(alarmsIn(right), [])
      assert.equal(alarmsIn(wrong).length, 1)
    })
  }

  it('only asks where the verb and the change may compare with different times', () => {
    const [finding] = alarmsIn('Robbery rose to 412 in May, a fall of 3% on May last year.')
    assert.equal(finding?.verdict, 'question')
  })

  it('asks no more than a question about a recovery without its figure', () => {
    assert.deepEqual(alarmsIn('Confidence fell from 61.2% to 58.4% but has since recovered.'), [])
  })

  it('quotes a bracket to its end', () => {
    const [finding] = alarmsIn('The plan runs for six years (2020/21 to 2022/23) and may be renewed.')
    assert.equal(finding?.quotes[0]?.text, 'six years (2020/21 to 2022/23)')
  })

  it('takes rows that say "Less" away, and what comes from reserves either way', () => {
    const table = (left: string) =>
      `Budget requirement      142.310\nLess: police grant       61.204\nLess: other grants        4.020\nAmount to be raised      ${left}\n`
    assert.deepEqual(alarmsIn(table('77.086')), [])
    assert.deepEqual(
      alarmsIn(table('77.986')).map(({ verdict }) => verdict),
      ['error'],
    )
    const net =
      'Net budget after savings     143.144\nContribution from reserves     0.834\nNet budget requirement       142.310\n'
    assert.deepEqual(alarmsIn(net), [])
  })

  it('reads rows set apart by upright strokes', () => {
    const rows = 'Item | £m |\nStaff | 4.120 |\nPremises | 1.310 |\nTravel | 0.214 |\nTotal | 5.744 |\n'
    assert.equal(alarmsIn(rows).length, 1)
    assert.deepEqual(alarmsIn(rows.replace('5.744', '5.644')), [])
  })

  it('only asks about a total that bears the mark of a note', () => {
    const rows = 'Upheld        14\nNot upheld    28\nWithdrawn      6\nTotal        50*\n'
    assert.deepEqual(
      alarmsIn(rows).map(({ verdict }) => verdict),
      ['question'],
    )
  })

  it('finds a number copied wrongly for the same day', () => {
    const text =
      'On 31 March 2024 the Force had 1,732 officers.\n\nOf the 1,723 officers on 31 March 2024, 44% were women.'
    assert.deepEqual(
      alarmsIn(text).map(({ kind, verdict }) => `${verdict} ${kind}`),
      ['warning contradiction'],
    )
  })

  it('keeps to its own sections, not those of an Act', () => {
    const text =
      '1. Purpose\n1.1 Section 28(4) of the PRSRA says so.\n1.2 So does section 12 PRSRA.\n2. Finance\n2.1 None.'
    assert.deepEqual(alarmsIn(text), [])
  })

  it('finds a paragraph number that is missing from a long row', () => {
    const paper = (last: number) =>
      `14. Robbery was dealt with in May, and theft in June.\n\n15. Fraud is dealt with by the region, as it was before.\n\n16. The north has a team of its own, and so has the south.\n\n${last}. Nothing else was decided, and the Chair closed the meeting.`
    assert.deepEqual(alarmsIn(paper(17)), [])
    assert.deepEqual(
      alarmsIn(paper(18)).map(({ kind, verdict }) => `${verdict} ${kind}`),
      ['warning numbering'],
    )
  })
})
