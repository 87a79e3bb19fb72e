import { describe, it } from 'node:test'
import { assertQuiet, assertTwins, titleOf } from '#test/support/twins.js'
import { checkDocument } from './check-document.js'

const check = (document: Parameters<typeof checkDocument>[0]) => checkDocument(document).findings

/** What a charge raises, with the charge or the tax base sentences away; right with the first of two, wrong with the second. */
const APART = [
  'The Band D charge will be £212.40. Most homes are below Band D.\n\nWith {268,000|286,000} Band D equivalents that raises £56.9m.',
  'Council tax for a Band D home goes up by £12.50 a year. It brings in {£3.8m|£8.3m}, the county having 304,200 such homes.',
  'The tax base is 196,400. After long debate the charge was kept.\n\nAt £241.75 it gives {£47.5m|£41.5m}.',
  'Every £1 on Band D is worth {£0.42m|£0.24m}, there being 418,300 Band D equivalent homes.',
  'There are 231,500 Band D equivalent homes, and 231,500 times {£198.36|£193.86} is £45.9m.',
]

/** True, though another amount is raised. */
const TRUE = [
  'The Band D charge is £230.10. Grants brought in £6.4m for 118,000 homes with poor heating.',
  'The tax base is 196,400 and the Band D charge £241.75. The precept raises £47.5m, £1.6m of it from new homes.',
]

describe('the tax base, the charge and what it raises, apart', () => {
  for (const statement of APART) it(titleOf(statement), () => assertTwins(check, statement))
})

describe('another amount raised', () => {
  for (const statement of TRUE) it(`is left alone: ${titleOf(statement)}`, () => assertQuiet(check, statement))
})
