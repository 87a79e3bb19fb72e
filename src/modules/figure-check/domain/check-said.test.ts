import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import type { Check } from './check.js'
import { checkDocument } from './check-document.js'
import { checkLooseShare } from './check-loose-share.js'
import { checkSaid } from './check-said.js'
import { checkShare } from './check-share.js'

const verdictsOf = (check: Check, text: string) =>
  check(plainDocument('paper.txt', text), { others: [], register: [] }).map((finding) => finding.verdict)

const kindsTold = (text: string) =>
  checkDocument(plainDocument('paper.txt', text)).findings.flatMap(({ kind, verdict }) =>
    verdict === 'holds' ? [] : kind,
  )

/** A sentence whose figures agree, and the same with one figure wrong. */
type Pair = [right: string, wrong: string]

const sums: Pair[] = [
  [
    'The van made 18 stops in May, 24 in June and 31 in July, 73 in all.',
    'The van made 18 stops in May, 24 in June and 31 in July, 83 in all.',
  ],
  [
    'Bids came from schools (40), clubs (25) and parishes (15), 80 altogether.',
    'Bids came from schools (40), clubs (35) and parishes (15), 80 altogether.',
  ],
  ['Of the 260 lamps 212 were mended, leaving 48 dark.', 'Of the 260 lamps 221 were mended, leaving 48 dark.'],
  [
    'Income of £3.9m less spending of £3.6m left a surplus of £0.3m.',
    'Income of £3.9m less spending of £3.1m left a surplus of £0.3m.',
  ],
  [
    'The cost of £98.4m is met by £60.1m from grant and £38.3m from local tax.',
    'The cost of £98.4m is met by £60.1m from grant and £33.8m from local tax.',
  ],
]

const gaps: Pair[] = [
  [
    'The overspend was £0.2m, as spending was £4.7m against a budget of £4.5m.',
    'The overspend was £0.6m, as spending was £4.7m against a budget of £4.5m.',
  ],
  ['Spending of £7.1m was £0.2m above the budget of £6.9m.', 'Spending of £7.1m was £0.8m above the budget of £6.9m.'],
  [
    'Reserves were £9.2m at 1 April and £8.5m at 31 March, a fall of £0.7m.',
    'Reserves were £9.2m at 1 April and £8.5m at 31 March, a fall of £0.9m.',
  ],
]

const shares: Pair[] = [
  ['Of 900 asked, 585 felt safe at night, which is 65%.', 'Of 900 asked, 585 felt safe at night, which is 56%.'],
  ['Women made up 34% of recruits (85 of 250).', 'Women made up 43% of recruits (85 of 250).'],
  [
    'The response rate was 28%, with 420 of 1,500 forms returned.',
    'The response rate was 28%, with 240 of 1,500 forms returned.',
  ],
  [
    '420 forms came back from the 1,500 sent out, a 28% response.',
    '420 forms came back from the 1,500 sent out, a 38% response.',
  ],
]

describe('figures that follow from others of their sentence', () => {
  it('accepts them where they agree and finds one that is wrong', () => {
    for (const [right, wrong] of sums) {
      assert.deepEqual(verdictsOf(checkSaid, right), ['holds'], right)
      const [found, ...rest] = verdictsOf(checkSaid, wrong)
      assert.match(found ?? '', /^(question|warning|error)$/, wrong)
      assert.deepEqual(rest, [], wrong)
    }
  })
  it('tells of a gap as of a change', () => {
    for (const [right, wrong] of gaps) {
      assert.deepEqual(kindsTold(right), [], right)
      assert.deepEqual(kindsTold(wrong), ['change'], wrong)
    }
  })
  it('keeps quiet where figures only stand beside each other', () => {
    for (const sentence of [
      'The surplus of £0.4m was added to a budget of £6.2m and reserves of £5.1m.',
      'Each of the 14 districts received £25,000, and the launch cost £12,000.',
      'Grants of £5,000 each went to 14 clubs from a fund worth £1.2m.',
      'Fees of £40 each year from 300 members cost £9,000 to collect.',
      'Spending of £5.8m was below the budget of £6.2m, and £0.9m was carried over.',
      'Reserves were £9.2m at 1 April and £8.5m at 31 March, a fall of £1.9m since 2015.',
      'Burglary was 412 in the north and 300 in the south, a fall of 20.',
      'The cost of £98.4m is partly met by £20.1m from grant and £33.8m from local tax.',
      'The cost of £98.4m is met by £20.1m from grant, £33.8m from tax and the rest from fees.',
      'We made 12 visits, 9 of them at night, 30 in all with the council.',
      'Twelve letters were answered and seven were added, leaving 44.',
      'We spent £1.2m on estates and £0.4m on vehicles, £2.1m in total with computers.',
      'Of the 260 lamps about 210 were mended, leaving 48 dark.',
      'The share rose from 61.2% to 64.0% (72.1% in towns).',
      'The team took on three officers and two staff, leaving at 5 on 12 May.',
    ]) {
      assert.deepEqual(
        verdictsOf(checkSaid, sentence).filter((verdict) => verdict !== 'holds'),
        [],
        sentence,
      )
    }
  })
})

const sharesOf = (text: string) => [...verdictsOf(checkShare, text), ...verdictsOf(checkLooseShare, text)]

describe('shares away from their counts', () => {
  it('accepts them where they agree and finds one that is wrong', () => {
    for (const [right, wrong] of shares) {
      assert.deepEqual(sharesOf(right), ['holds'], right)
      const [found] = sharesOf(wrong)
      assert.ok(found === 'warning' || found === 'error', wrong)
    }
  })
  it('keeps quiet where the percentage is of something else', () => {
    for (const sentence of [
      'Of the 1,200 asked, 744 replied; trust stood at 51%.',
      'In 480 of the 2,000 cases satisfaction was 81%.',
      'The response rate was 24%, with 12 of the 43 wards replying late.',
      '480 of the 2,000 staff replied, and the completion rate was 81%.',
      'Of 2,000 homes, 480 were visited, with a response rate of 81%.',
      'Some 480 of the 2,000 people replied, 52% of them women.',
      'Of 1,200 calls, 744 came from women, 12% more than expected.',
      'The detection rate was 24%, with 12 of 43 cases still open.',
      'Of the 300 letters, 120 were answered late, against a target of 5%.',
      'In 2019 we saw 40 of the 210 sites, giving 15% of our time to them.',
    ]) {
      assert.deepEqual(
        verdictsOf(checkLooseShare, sentence).filter((verdict) => verdict !== 'holds'),
        [],
        sentence,
      )
    }
  })
})
