import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBytes } from '#test/support/figure-evaluation.js'
import { checkDocument } from './check-document.js'

/** What is said of the changes, shares and sums of a text, warnings and errors as "doubted". */
async function said(text: string): Promise<string> {
  const document = await readBytes('paper.md', Buffer.from(text))
  const found = checkDocument(document).findings.filter(({ kind }) => /^(change|share|sum)$/.test(kind))
  if (found.some(({ verdict }) => verdict === 'error' || verdict === 'warning')) return 'doubted'
  if (found.some(({ verdict }) => verdict === 'question')) return 'asked'
  return found.length > 0 ? 'holds' : 'silent'
}

type Twin = readonly [right: string, wrong: string]

function areTold(twins: readonly Twin[]) {
  for (const [right, wrong] of twins) {
    it(`tells right from wrong in: ${wrong}`, async () => {
      assert.equal(await said(right), 'holds')
      assert.equal(await said(wrong), 'doubted')
    })
  }
}

function areSilent(texts: readonly string[]) {
  for (const text of texts) {
    it(`has no doubt about: ${text}`, async () => {
      assert.match(await said(text), /^(holds|silent)$/)
    })
  }
}

describe('how far two figures are apart', () => {
  areTold([
    ['Risks were cut from 31 to 28, three fewer.', 'Risks were cut from 31 to 24, three fewer.'],
    [
      'The 22 left out are the difference between 209 and 187.',
      'The 22 left out are the difference between 309 and 187.',
    ],
    [
      'Four vans have been sold, taking the fleet from 61 to 57.',
      'Four vans have been sold, taking the fleet from 61 to 75.',
    ],
    [
      'That is 17 short of the plan for 1,221 against 1,204 in post.',
      'That is 17 short of the plan for 1,221 against 1,240 in post.',
    ],
    ['It was 74%, so it has dropped by three points to 71%.', 'It was 74%, so it has dropped by three points to 69%.'],
    [
      'The gap narrowed by half a percentage point, from 9.1% to 8.6%.',
      'The gap narrowed by half a percentage point, from 9.1% to 8.2%.',
    ],
    [
      'Last year it cost £1.26m; the increase to £1.31m is 4.0%.',
      'Last year it cost £1.26m; the increase to £1.31m is 9.0%.',
    ],
    [
      'Over the two years that is 7.5%, from £161.940m to £174.125m.',
      'Over the two years that is 9.5%, from £161.940m to £174.125m.',
    ],
    [
      'Overtime came to £3.9m against a budget of £3.2m, 21.9% over.',
      'Overtime came to £3.9m against a budget of £3.2m, 31.9% over.',
    ],
    [
      'Bills rise from £262.20 to £276.12, an extra £13.92 a year.',
      'Bills rise from £262.20 to £276.12, an extra £18.92 a year.',
    ],
    [
      'Women rose from 31.6% to 36.3%, or 4.7 percentage points.',
      'Women rose from 31.6% to 36.3%, or 3.7 percentage points.',
    ],
    ['Gas is down from 3.10 GWh to 2.85 GWh, an 8% cut.', 'Gas is down from 3.10 GWh to 2.85 GWh, a 12% cut.'],
    ['It is up by a quarter (25.0%), from 1,130 to 1,412.', 'It is up by a quarter (29.0%), from 1,130 to 1,412.'],
  ])
  areSilent([
    'The force has 1,347 officers, 186 fewer than in 2010, and 80 wardens.',
    'Reports rose from 120 to 150, including a rise of 40% in online reports.',
    'Numbers fell by 12 to 1,884 in the year but are 132 higher than in 2019/20.',
    'A cut of 13% was not reached: crimes rose by 6.7% (3,935 offences to 4,199).',
    'The share opened 4.5% up by 0900 GMT to 6.2 euros.',
    'Some 32,000 joined, taking the number to 1.41 million, even as 90,000 left.',
    'Of the fleet of 742 cars 118 are electric, 41 more than the 77 of a year ago.',
    'Burglary was 6.1% lower than the year before (1,391 in 2024/25 after 1,482) at 1,391.',
  ])
})

describe('shares with their counts close behind', () => {
  areTold([
    ['With 33 of 60 seats filled, 55% of places are taken.', 'With 33 of 60 seats filled, 45% of places are taken.'],
    ['Clear-ups reached 30%, with 1,860 of 6,200 solved.', 'Clear-ups reached 33%, with 1,860 of 6,200 solved.'],
    ['Theft stood at 72.4%, 21 of 29.', 'Theft stood at 74.2%, 21 of 29.'],
    [
      'One in four of the drivers stopped, 43 of 172, was advised.',
      'One in four of the drivers stopped, 43 of 127, was advised.',
    ],
    ['Three quarters of the 312, or 234, came again.', 'Three quarters of the 312, or 134, came again.'],
    ['They make up 78.3% of the total (3,175 of 4,056).', 'They make up 73.8% of the total (3,175 of 4,056).'],
    ['Some 58% of 2,100 residents, 1,218, knew the team.', 'Some 58% of 2,100 residents, 1,418, knew the team.'],
    ['Delivery is 101.5% of plan, £3,350k against £3,300k.', 'Delivery is 105.1% of plan, £3,350k against £3,300k.'],
    [
      'With 290 endings for 390 places the completion rate is 74.4%.',
      'With 290 endings for 390 places the completion rate is 77.4%.',
    ],
    ['Charges are 12.6% of the 3,262 outcomes, with 411.', 'Charges are 16.2% of the 3,262 outcomes, with 411.'],
    ['Of £18.6m, £11.9m was spent, 64% of the budget.', 'Of £18.6m, £11.9m was spent, 46% of the budget.'],
    [
      'Of the 2,315 who wrote, 1,273 (55%) agreed; 31%, or 718, did not.',
      'Of the 2,315 who wrote, 1,273 (55%) agreed; 13%, or 718, did not.',
    ],
  ])
  areSilent([
    'Of 1,200 calls, 744 came from women and 52% were about noise.',
    'The force gave £0.7m back (of £141.9m), 0.5% of the £142.6m, at £0.7m.',
    'Some 58% of 2,100 residents, up from 1,900, knew the team.',
    'Of these 5,251, 3,466 (66%) were women and 1,785 (34%) men.',
  ])
})

describe('parts of a whole that stands in the sentence before', () => {
  areSilent([
    'The service helped 5,251 people. Of these, 3,466 were women, 1,523 men and the remaining 262 did not say.',
    'Seven questions came: four on crime, two about 101 and one about parking.',
  ])
})
