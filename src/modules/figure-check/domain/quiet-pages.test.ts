import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** True as they stand: how pages of measures say a change, a chart, several tables and shares that were rounded. */
const QUIET = [
  'At 31 March there were 129 special constables. That is 40 (23.7%) fewer than a year before.',
  'The gap is £7,768,000. That is £2,280,000 (41.5%) more than the year before.',
  'There were 197 officers on 31 March 2012. At 31 March 2013 there were 179. That is 18 (9.1%) lower than at 31 March 2012, 197.',
  'The vertical scale starts at 450.\n\nCalls came to 472.\n\nThe vertical scale starts at 4,500.',
  '9 months stand out, from January 2024 to February 2025.',
  'All of these 5 measures have a target.\n\n| Measure | Newest |\n|---|--:|\n| Theft | 4 |\n| Fraud | 9 |\n| Arson | 2 |\n\nRoads.\n\n| Measure | Newest |\n|---|--:|\n| Speed | 7 |\n| Deaths | 1 |',
  '| Outcome | Share |\n|---|--:|\n| No suspect | 45.4% |\n| Evidence | 34.1% |\n| Charged | 6.7% |\n| Court | 5.4% |\n| Warned | 4.7% |\n| Local | 2.7% |\n| Other | 0.8% |',
  'Borrowing is £11.595m of it.\n\nTable A. Programme, £000\n\n- borrowing: £11.595m (52%)\n- the capital reserve: £2.9m (13%)',
  '| Applicant | Score | Asked (£) |\n|---|--:|--:|\n| Fenside Youth Work | 21 | 28,000 |\n| Harbour Refuge | 24 | 38,500 |\n\nFenside had £20,500.',
  'There are four town teams with 24 police officers and six civilian staff, 30 people altogether.',
  'Of the 900 who replied 567 were content with the speed, which is 63%, and 612 were content with the help, or 68% of 900.',
  'Beyond the 704, 128 (11.1% of those held) said no; 184 were asleep (83), being interviewed (71) or busy (30).',
  'A questionnaire was answered by 212 of them. Girls who replied numbered 68, 32.1% of respondents.',
  'Robbery stood at 368 in 2024/25, an 8.0% improvement (it was 400).',
  'Of them 205 began. I was hoping for 200; that is 28% above the 160 who began in 2023/24.',
  'Staff numbered 1,506 (1,331 full-time equivalent), PCSOs 148 and special constables 127.',
  'Victims over 65 (84 in all) were happier, at 69%, than those under 25, of whom there were 52 and 23 content (44%).',
  'It stopped 3,150 vehicles. Four out of ten drivers stopped (1,260) got advice, 1,418 a ticket and 66 were arrested.',
  'Volunteers went to the suites 165 times. The plan had been one visit a week at the three large suites, 182 in all.',
  'Of the 31, eighteen are new to us. Those under 25 are the chief audience of 21 projects (68%).',
  'In round seven the number was 2,240. Round eight had 71 bids.',
  'In the year the deaths were 34; that is not at odds with the 31 above, since the twelve months differ.',
  'Among 20 with an earlier knife offence it was 45%; among eight on a gang list, 12.5%.',
  '| Service | Award (£) | People helped | Cost each (£) |\n|---|--:|--:|--:|\n| Helpline | 300,000 | 1,500 | 200 |\n\nThe helpline contract is worth £1.5m.',
  'Only 91 had been to court. Fifty-nine had met a supporter there (65%) and 70 had been told of the sentence (77%).',
  'The university puts the benefit at £2.9m against the £1.2086m spent: £2.40 for each pound. Its range runs from £1.70 to £3.10.',
]

/** Lines of a printed page whose columns stand side by side, each cut where its column ends. */
const PRINTED = [
  'Speedwatch volunteers          1,431 volunteers         –                 That is 569 (28.5%) fewer than at 30',
  '–                                                                         That is 4,724 (1.4%) fewer than in the 12',
  'The pay gap          76.1 points          −3.64 (−4.7%)       That is 3.64 (4.7%) lower than in the 12',
]

/** Each right with the first of two, and noticed with the second. */
const TWINS = [
  'Calls recovered from {850 to 900|900 to 850}.',
  'Footfall at the desk rebounded from {412 to 440|440 to 412}.',
]

describe('columns of a printed page', () => {
  for (const line of PRINTED)
    it(`are read as no sentence: ${line.trim()}`, () => {
      const text = `Figures\n\n${line}\nmonths to September 2017. The two\n`
      const told = check(plainDocument('paper.txt', text)).filter(({ verdict }) => verdict !== 'holds')
      assert.deepEqual(told, [])
    })
})

describe('what measures and their pages say', () => {
  for (const statement of QUIET) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
  for (const statement of TWINS) it(`is told from a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
})
