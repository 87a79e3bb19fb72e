import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second; the relation stands in one clause of several. */
const TWINS = [
  'In May there were {418|718} visitors among 1,045 callers, 40.0%; the number of guides has since moved from 12 to 15, while the hall has 220 seats and the annex 64.',
  'Of 640 adults 416 slept well, 65%; of {380|780} children 285 did, and that is 75%.',
  'On a bill of £361,000 each bed cost £190; a late bed (£240,560 for 1,940) cost £{124|184}, most of them being let by telephone.',
  'We paid for 4,820 leaflets at £0.35, which is £{1,687|1,987}, or 20 leaflets a street.',
  'The choir has 14 altos and 9 tenors, while of the {260|860} friends of the choir 182 paid, that is 70%.',
  'The boats made 318 trips on 106 days; the café took £{9,540|4,540}, £30 for each of the 318 trips, and sold 41 cakes.',
]

/** True, though a clause that is read by itself takes up what stands before it. */
const QUIET = [
  'Of the 1,200 seats 480 were sold by noon; 40% in all, 300 of them to members, and 180 to guests.',
  'The hall has 640 seats; 320 (50%) are upstairs, and of these 80 (25%) have no view – 12.5% of all seats.',
  'There were 84 boats in June and 70 in May; 20% more, and 14 more than the 56 of April by 2024.',
  'Sales were 310 (200 by post, 110 at the door), or 62% of the 500 printed; the rest, 190, are in store: 38%.',
  'Ten of the 40 left, and 30 stayed, while 12 of the 30 asked for a room and 18 did not; 45% of those who came.',
]

describe('clauses of long sentences', () => {
  for (const text of TWINS) it(titleOf(text), () => assertTwins(check, text))
  for (const text of QUIET) it(titleOf(text), () => assertQuiet(check, text))
})
