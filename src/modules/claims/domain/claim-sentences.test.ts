import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentenceTokens } from './claim-sentences.js'

const sentencesIn = (text: string) => sentenceTokens(text, 0, text.length).length

const one = [
  'It costs £3 p.a. for each home.',
  'See No. 5 for more.',
  'It opened in St. Neots.',
  'Some schemes, e.g. Horsewatch, grew.',
  'It rose to 4.5 in the year.',
  'It was led by J. Smith of the force.',
  'It cost approx. 40 pounds.',
]
const two = [
  'It rose. It fell.',
  'It cost £1.2m. It was paid.',
  'It rose to 12. Crime fell.',
  'It is open at 10 a.m. The office is near.',
  'Did it rise? It did.',
  'It was “fair.” Some agreed.',
  'It was 12%. 40 people came.',
  'They were • 12 cars • 14 vans'.replace('They were ', ''),
]

describe('the sentences of a text', () => {
  for (const text of one) it(`reads one sentence in: ${text}`, () => assert.equal(sentencesIn(text), 1))
  for (const text of two) it(`reads two sentences in: ${text}`, () => assert.equal(sentencesIn(text), 2))
})
