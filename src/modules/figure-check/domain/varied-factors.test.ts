import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** Each right with the first of two, and wrong with the second. */
const TWINS = [
  'Vans cost £31,200 and lorries £46,800, {1.5|2.5} times as much.',
  'The number of open inquiries has {halved|trebled}, 96 to 48.',
  'A large hall, at £412, costs {double|treble} the £206 of a small one.',
  "Last season's 315 has {doubled|trebled} to 630.",
  'Rangers had {twice|three times} the 44 calls of May, 88.',
  'With 1,260 hours given, cadets gave {three times|four times} as many as the 420 of 2019.',
  'Noise complaints {trebled|doubled}: 31, then 93.',
  'The rate in the port, 24.6, is {3.0|4.0} times the 8.2 of the county.',
  'Thefts of tools have {halved|doubled}, 140 in 2021 against 70 in 2023.',
  'The number we help is two and a half times what it was: {516|586} then and 1,290 now.',
  'By 2030 we aim to halve the {402|302} killed or seriously hurt to 201.',
  'Black people were searched 18.0 times per 1,000 residents and White people {7.5|3.5} times, a ratio of 2.4 to one.',
  'There were {5,160|5,660} men and 860 women among those stopped, six to one.',
]

/** True, with nothing wrong in them. */
const TRUE = [
  'The panel met twice as often as in 2022, and read 412 files of 530.',
  'We want to double the 412 cadets; 530 have applied.',
  'Of 120 calls half were hoaxes, and 45 came from one box.',
  'A ratio of one officer to 420 residents was set for the 12 towns and 31 villages.',
  'Our aim is to halve the 402 hurt; 357 were hurt this year.',
  'The fund has doubled in size and made 24 awards to 18 groups.',
  'Officers twice visited the 24 shops of 31 that sell knives.',
  'The team halved the backlog while taking in 412 cases and closing 530.',
  'Sales nearly doubled, from 412 to 790.',
  'More than twice as many came, 530 against 240.',
]

describe('twice, halved and so many times, against the only two figures', () => {
  for (const each of TWINS) it(`tells right from wrong in: ${titleOf(each)}`, () => assertTwins(check, each))
  for (const each of TRUE) it(`says nothing of: ${titleOf(each)}`, () => assertQuiet(check, each))
})
