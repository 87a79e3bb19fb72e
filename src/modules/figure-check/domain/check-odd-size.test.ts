import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** An amount right with the first of two, and of another size with the second. */
const TWINS = [
  'By term, enrolments were 912, 890, {945|9,450} and 901.',
  'Keepers numbered 1,805 in 2021, 1,850 in 2022, 1,887 in 2023 and {1,912|19,120} in 2024.',
  [
    '| Fund | 31 March 2024 | 31 March 2025 |',
    '|---|--:|--:|',
    '| Repairs | £4,200,000 | £4,300,000 |',
    '| Insurance | £1,900,000 | £2,100,000 |',
    '| Carried over | £1,300,000 | £{1,250,000|1,250} |',
    '| Equipment | £2,400,000 | £2,000,000 |',
  ].join('\n'),
  'The harbour spends £146.2m, of which {£4.2m|£4.2bn} is for tugs and £98m for pay.',
  'The library spent £{3.1m|3.1bn} on its vans last year, £2.9m the year before.',
  'The ferry carried {412,000|4,120} people over the year, 1,129 every day.',
  'The clinic saw {6,480|0,480} people.',
  'Thefts were 4.2 per 1,000 homes in the north. In the south the rate was 5.1 per {1,000|1,700}.',
  'Members wrote 7 letters for each {100|150} of the pupils.',
  'Per {1,000|1,060} vans there were 6.3 faults.',
  'That is 42 in every {100,000|800,000}, the lowest in the land.',
  'Thefts ran at {42|4.2} per 100,000: 357 among 850,000 people.',
]

/** True, though the amounts are of several sizes. */
const TRUE = [
  'The trust has £3.1bn, of which £4.2m is for vans.',
  'The council gave the fund £350,000. Of that, £120,000 went to clubs, £130,000 to shelters and £100,000 to patrols.',
  'There are 4.2 thefts per 1,000 homes, and the fee is 0.480 of a pound.',
  'One warden for every 1,600 people is the rule, and no rate is 10,480 or 100,000,000.',
  'It was 1 for every 1,640 homes, £14 per 101 call, 3 for every 600 and 2 for every 5,000 residents.',
  `1${',1'.repeat(20_000)}${',.'.repeat(20_000)} per`,
  'Journeys ran from 9 to 14 minutes, averaging 11.4 minutes.',
  'The four shops took £812, £790, £1,450 and £801.',
  'In Oakham 4.2 per 1,000 homes were burgled, against 312 of 41,600 in Elm.',
  [
    '| Offence | 2023/24 | 2024/25 | Charged 2024/25 |',
    '|---|--:|--:|--:|',
    '| Burglary | 1,742 | 1,615 | 141 |',
    '| Robbery | 906 | 851 | 117 |',
  ].join('\n'),
]

describe('an amount of another size than those beside it', () => {
  for (const statement of TWINS) it(titleOf(statement), () => assertTwins(check, statement))
  for (const statement of TRUE) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
