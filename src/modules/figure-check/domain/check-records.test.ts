import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkRecords } from './check-records.js'

const asked = async (text: string) => {
  const document = documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
  return checkRecords(document, []).map(({ kind, verdict }) => `${verdict} ${kind}`)
}

const twins: [name: string, kind: string, text: (figure: string) => string, right: string, wrong: string][] = [
  [
    'a rate beside its two counts',
    'share',
    (rate) => `Stops: 6,120. With a find: 1,836. Find rate: ${rate}.`,
    '30%',
    '36%',
  ],
  [
    'a share whose name leads to its whole',
    'share',
    (share) =>
      `- Reviews received: 168\n- Reviews decided: 150\n- Upheld: 33\n- Upheld as a share of decided: ${share}`,
    '22%',
    '27%',
  ],
  [
    'a second figure of its record',
    'share',
    (share) => `Cases opened: 88. Cases closed: 65. Agreement reached in 52 of the closed cases, i.e. ${share}.`,
    '80%',
    '60%',
  ],
  [
    'the only row of a table',
    'share',
    (rate) =>
      `| | Posts | Filled | Vacant | Vacancy rate |\n|---|---|---|---|---|\n| Control room | 210 | 189 | 21 | ${rate} |`,
    '10.0%',
    '16.0%',
  ],
  [
    'a change with its sign',
    'change',
    (change) => `| | 2023 | 2024 | Change |\n|---|---|---|---|\n| All casualties | 1,840 | 1,748 | ${change} |`,
    '-5.0%',
    '-6.0%',
  ],
  [
    'a figure for each',
    'average-of-total',
    (each) =>
      `| | 2024/25 |\n|---|---|\n| People supported | 3,125 |\n| Cost of the service | £1,250,000 |\n| Cost per person | ${each} |`,
    '£400',
    '£480',
  ],
  [
    'a change of a row that the sentence names',
    'change',
    (change) =>
      `| District | 2023/24 | 2024/25 |\n|---|---|---|\n| Ashby | 412 | 389 |\n| Brill | 655 | 701 |\n\nIn Brill thefts rose by ${change}.`,
    '7.0%',
    '7.6%',
  ],
  [
    'a card with its name behind the figure',
    'share',
    (share) => `2,480\n\nvictims referred\n\n1,984\n\ntook up support\n\n${share}\n\nof those referred`,
    '80%',
    '86%',
  ],
  [
    'what is left of two',
    'sum',
    (left) => `Searches reviewed: 150\n\nRecorded on video: 138\n\nNot recorded: ${left}`,
    '12',
    '17',
  ],
]

describe('a record of figures that have a name each', () => {
  for (const [name, kind, text, right, wrong] of twins) {
    it(`asks about ${name}`, async () => {
      assert.deepEqual(await asked(text(right)), [])
      assert.deepEqual(await asked(text(wrong)), [`question ${kind}`])
    })
  }

  it('leaves a percentage whose name leads to none of the counts beside it', async () => {
    assert.deepEqual(await asked('Calls: 48,200. Visits: 12,020. Satisfaction: 35%.'), [])
    assert.deepEqual(await asked('Calls: 48,200. Calls answered: 43,380. Target for calls answered: 96%.'), [])
    assert.deepEqual(await asked('999 calls: 412 in 10 seconds, 96%. 101 calls: 30 seconds, 12 lost.'), [])
  })

  it('leaves sentences with a verb', async () => {
    assert.deepEqual(await asked('There were 6,120 stops. Of them 1,836 were with a find. The find rate was 36%.'), [])
  })
})
