import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) =>
  checkDocument(document).findings.filter(({ kind }) => kind === 'contradiction')

/** Each right with the first of two, and asked about with the second. */
const TWINS = [
  'The programme is £9.2m: estates £4.7m, vehicles £2.6m and radios £1.9m.\n\nThe estates work began in May. The radios budget of {£1.9m|£1.4m} is on course.',
  'Drone flights numbered 318, most of them by night. Dogs went out oftener.\n\n# Equipment\n\nThe drone unit, which made {318|381} flights, has four pilots.',
  'The course was taken by 2,905 drivers, and the drivers who took it, all {2,905|2,950}, got a booklet.',
  '# Knives handed in: 734\n\nThe bins took in {734|743} knives between May and July.',
  'E-mail accounts for 4,327 of them. The rest were letters.\n\nE-mails have reached {4,327|4,372} since we began.',
]

const QUIET = [
  'Vetting has a backlog of 412 cases.\n\nForensics has a backlog of 421 cases.',
  'Property stores held 240 items. When we last tested, in November 2022, the stores held 200.',
  'Kennels cost £31,000. In 2022/23 kennels cost £37,000.',
  'Risk one scores 12 and is red. Risk two scores 16 and is red.',
]

describe('a figure that comes back under a name of which hardly a word is the same', () => {
  for (const statement of TWINS) it(`is told: ${titleOf(statement)}`, () => assertTwins(check, statement))
  for (const statement of QUIET) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
