import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'Membership of the cadet corps stands at {418|478} young people. A year earlier the corps had 380, so it is 10% larger.',
  'The bus made 96 trips. Each took a morning. Against the {128|178} of 2021 that is 25% less.',
  'Stolen bicycles: 1,218, having been 1,402 the summer before, {13.1%|18.1%} down.',
  'Overtime cost £3.42m, £0.38m or {12.5%|17.5%} over the £3.04m allowed.',
  'The mean wait was 26 days (2022: {31|81}), five days or 16% shorter.',
  'Trust stood at {61.5%|67.5%} in the spring survey. By autumn it had climbed 4.2 points, to 65.7%.',
  'We helped 1,420 women; in 2023/24 it was {1,250|1,750} women, so the service reached 13.6% more.',
  'The ceiling of 1,850 was beaten by 18 officers, {1.0%|6.0%}.',
]

const QUIET = [
  'Sales came to 3.9 million. In the north they were down 3.1% at 1.06 million.',
  'Exports rose by 14% in 2023, and tourist revenues by 30%. Imports gained 13%.',
  'The survey had 43 replies, against a target of 60, and cost 12% less than the last one.',
  'There were 344 robberies, 34 more than last year and 12% fewer than in 2018/19.',
  'A charge of £285.00 was set. The council took £10.00 more in 2023/24, up 3.6%, and households pay by ten instalments.',
]

describe('a change whose levels stand some sentences apart', () => {
  for (const statement of TWINS) it(`is told from a slip: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
