import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Thefts of lead are {down|up}, with 64 this spring following 91 in the last.',
  'Cadet numbers have {swelled|shrunk}: there were 84 in June 2022 and there are 132 now.',
  'Reserves {weaken|strengthen} in the year, going from £14.2m to £11.9m.',
  'Trust was {stronger|weaker} than last year, when 1,120 had said yes against 1,340 this time.',
  '{Fewer|More} fires were lit from May to July, 212, than in the months before, 305.',
  'The pay gap also {narrowed|widened}, standing at 9.1% where it was 11.6%.',
  "Holme is last with {51%|59%}, just behind Vale's 54%.",
  'Elm comes first with {71%|64%}, ahead of Oak on 66%.',
  'Waits have {lengthened|shortened}: 14 days in 2021, 19 days now.',
  'Our fleet {grew|shrank}, 212 vans then and 240 today.',
  'Enquiries {tumbled|multiplied}, to 640 from 1,015.',
  'Absence {eased|worsened} to 8.1 days where it had been 9.6.',
  'Only one in nine now waits; the queue has {shortened|lengthened} from 120 people to 84.',
  'At {2.9%|3.9%} the charge is inside our own ceiling of 3.5%.',
  'Vacancies ran at 7% of posts, inside the agreed corridor of {6 to 8|8 to 9} per cent.',
  'Of the crew 35 per cent left, a turnover of 6.1 per cent. That 6.1 lies inside the band of {6 to 9|7 to 9} per cent which the owner likes.',
  'The last quarter was {busier|quieter} for us than the first: 36 visits against 33.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'Demand is rising, and 23 officers this year took the place of 30 last year.',
  'The gap is closed: 14 posts were filled in 2022 and 12 in 2023.',
  'A larger team, 24 people, served 18 districts last year.',
  'With fewer staff, 24 now, we answered 1,200 letters where others answered 900.',
  'Stronger links with schools brought 412 pupils this year and 530 last year came with parents.',
  'Burglary fell in Elm, where 40 were recorded this year, and in Oak 60 were recorded last year.',
  'We expect falls to come: 412 this year, 430 last year.',
  'Costs are falling even though we spent £3.2m last year and £3.4m now.',
  'The risk of rising prices is put at 40% now and was 30% last year.',
  'It takes 14 days now, better than most, and took 12 in 2019.',
  'Not all is falling: there were 17 in March 2024 and there are 22 now.',
]

describe('a word of direction and the only two levels of its sentence', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})

describe('a result against a range', () => {
  it('is quoted with both ends of the range', () => {
    const text = 'A turnover of 6.1 per cent lies inside the band of 7 to 9 per cent.'
    const quotes = check(plainDocument('band.txt', text)).flatMap((finding) => finding.quotes.map((one) => one.text))
    assert.deepEqual(quotes, ['6.1 per cent', 'inside', '7', '9 per cent'])
  })
})
