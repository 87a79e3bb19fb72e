import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'

const verdictsIn = (text: string) =>
  checkPossiblePercentage(plainDocument('paper.txt', text), { others: [], register: [] }).map((one) => one.verdict)

const cases: [string, string[]][] = [
  ['45% of the 17 respondents were satisfied.', ['error']],
  ['47% of the 17 respondents were satisfied.', ['holds']],
  ['About 45% of the 17 respondents were satisfied.', []],
  ['A weighted 45% of the 17 respondents were satisfied.', []],
  ['A survey of 24 wardens found that 35% had thought of leaving.', ['warning']],
  ['A survey of 24 wardens found that 38% had thought of leaving.', ['holds']],
  ['Among the 12 users of the service, 70% felt safer.', ['warning']],
  ['Twenty-three people applied. 40% of them were women.', ['warning']],
  ['There were 9 complaints, 45% of which were upheld.', ['warning']],
  ['Satisfaction was 70% (base: 12).', ['warning']],
  ['Part completion stands at 10.6% (15). Of the six not begun, 40% are over a year old.', ['warning']],
  ['The board asked 12 questions, and satisfaction stood at 87%.', []],
  ['Of the 40 schools, attendance rose by 3% in 30.', []],
  ['120% of the 40 officers had been trained.', ['error']],
  ['Of the 1,200 people asked, 45.3% agreed.', []],
]

describe('percentages of a small number', () => {
  for (const [text, expected] of cases) {
    it(`${expected[0] ?? 'stays silent'}: ${text}`, () => assert.deepEqual(verdictsIn(text), expected))
  }
})
