import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'Of the 704 visitors, 148 were Danes (21.0%). An interpreter was used in 57 talks, or {8.1|8.8}%.',
  'We heard from 1,240 households. Weekly rent is paid by 45% (558). Another 31% (384) pay monthly. The rest, {298|928}, or 24%, pay in other ways.',
  'What was stolen:\n\n- bicycles 212 (53%)\n- phones 104 ({26%|62%})\n- tools 84 (21%)\n\nThat accounts for all 400 reports.',
  '| Ward | Calls | Share |\n|---|--:|--:|\n| Abbey | 310 | 38.8% |\n| Brook | 245 | {30.6%|36.6%} |\n| Castle | 160 | 20.0% |\n| Dene | 85 | 10.6% |',
  '| | Abbey | Brook | Castle | Dene |\n|---|--:|--:|--:|--:|\n| Calls | 310 | {245|425} | 160 | 85 |\n| Share | 38.8% | 30.6% | 20.0% | 10.6% |',
  '{2,450|2,950} forms came back.\n\nBy post we had 1,176 (48%), and 735 (30%) were handed in. The web brought 539 (22%).',
  'The fund paid out £640,000 in the year. Hostels had £288,000 (45%), training £160,000 (25%) and advice {£192,000|£129,000} (30%).',
  'Officers made 860 checks. In 387, 45%, nothing was wrong. In {301|501}, 35%, there was a warning. In 172, 20%, a penalty.',
  'Of the 180 we judged {153|163} good, 20 fair and seven poor: 85%, 11% and 4%.',
  'Take a household that pays £320. £176 goes on officers, £80 on staff and PCSOs, £48 on buildings and kit, £16 on everything else. In shares: {55%|35%}, 25%, 15% and 5%.',
  'The unit examined 640 phones. Drugs inquiries sent 288, fraud {192|132} and child abuse 160. As shares that makes 45%, 30% and 25%.',
  'Yes: 1,488 of the 2,400 who wrote (62%) liked the plan, 30% ({720|820}) did not and 192, or 8%, had no view.',
  'Half of the 312 went to Aldport (156), a third to Benfleet (104) and the remaining {17|77}% (52) to Carrow.',
]

const QUIET = [
  'Of 18 who began, 56% were still there at Easter. Eleven of the eighteen, 61%, came back.',
  'Burglary stood at 340 (up 5%), robbery at 122 (down 8%) and fraud at 610 (up 12%).',
  '| Offence | 2023/24 | Change |\n|---|--:|--:|\n| Burglary | 340 | 5% |\n| Robbery | 122 | -8% |\n| Fraud | 610 | 12% |\n| Arson | 57 | 21% |',
  'Of 820 calls, 410 (50%) were urgent. Of those, 82 (20%) came at night.',
  '| Town | Forms | Share |\n|---|--:|--:|\n| Ashby | 355 | 36% |\n| Barrow | 335 | 34% |\n| Corby | 310 | 31% |\n| All | 1,000 | 101% |',
  'In the last three years 120, 150 and 180 officers joined, and turnover was 6%, 7% and 9%.',
]

describe('amounts with their percentage beside them, whose whole stands elsewhere', () => {
  for (const statement of TWINS) it(`are told from a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`are left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
