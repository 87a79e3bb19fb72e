import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { publicView } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aFile, aPublishedMeasure } from '#test/support/measures.js'
import { liveFigures } from './live-figures.js'
import { whyFigure } from './why-figure.js'

const DAYS = { from: isoDate('2024-04-01'), until: isoDate('2025-03-31') }
const month = (index: number) =>
  `${2023 + Math.floor((index + 3) / 12)}-${String(((index + 3) % 12) + 1).padStart(2, '0')}`

/** Twenty-four months from April 2023: some 400 a month in the first year, 300 in the second. */
const rows = Array.from(
  { length: 24 },
  (_, index) => `burglary,${month(index)},,,${(index < 12 ? 400 : 300) + (index % 3)},final,`,
)

describe('a live figure', () => {
  let deps: Deps
  before(async () => {
    deps = testDeps(await openTestDb(), isoDate('2025-04-30'))
    await aPublishedMeasure(deps, { title: 'Burglary' })
    await aFile(deps, { fileName: 'return.csv', bytes: aFigureFile(rows), source: A_SOURCE })
  })
  const said = async (label: string, attributes: Record<string, string> = {}, days = DAYS) => {
    const { figure } = await liveFigures(deps, [{ name: 'fig', label, attributes }], days)
    const found = figure(label, attributes)
    return found.ok ? found.value.text : `! ${found.error}`
  }

  it('says the number, its change and its change in per cent', async () => {
    assert.equal(await said('burglary.2024/25'), '3,612')
    assert.equal(await said('burglary.period'), '3,612')
    assert.equal(await said('burglary.2024/25', { form: 'change' }), '−1,200')
    assert.equal(await said('burglary.2024/25', { form: 'percent' }), '−24.9%')
  })

  it('says “fell” only where the fall is more than chance', async () => {
    assert.match(
      await said('burglary.2024/25', { form: 'comparison' }),
      /^fell by 1,200 \(24\.9%\) from 4,812 in the 2023\/24/,
    )
    assert.match(await said('burglary.2025-03', { form: 'comparison' }), /^(fell|showed no significant change|was )/)
    assert.doesNotMatch(await said('burglary.2023/24', { form: 'comparison' }), /rose|fell/)
  })

  it('says a sentence for any period', async () => {
    assert.match(await said('burglary.2025-03', { form: 'sentence' }), /^302 burglaries were recorded in March 2025/)
    assert.match(await said('burglary.2024/25', { form: 'sentence' }), /3,612 burglaries/)
  })

  it('refuses what it does not know, and says why', async () => {
    assert.match(await said('robbery.2024/25'), /! There is no published measure “robbery”/)
    assert.match(await said('burglary.never'), /! “never” is no period/)
    assert.match(await said('burglary.2019/20'), /! There is no figure of “Burglary”/)
    assert.match(await said('burglary.2024/25', { form: 'shape' }), /! A figure has the form value, change/)
    assert.match(await said('burglary.2024/25', { form: 'rank' }), /! There is no group/)
  })

  it('is as known on the day that is asked for', async () => {
    const early = { ...DAYS, knownOn: isoDate('2020-01-01') }
    assert.match(await said('burglary.2024/25', {}, early), /^!/)
  })

  it('answers why: the observations that it is made from, each with its file and fingerprint', async () => {
    const view = await publicView(deps.db)
    const facts = await whyFigure(deps.db, { id: 'burglary.2024/25.value', text: '3,612', knownOn: undefined, ...view })
    const { value, observations } = JSON.parse(JSON.stringify(facts))
    assert.equal(value, 3612)
    assert.equal(observations.length, 12)
    const sum = observations.reduce((total: number, each: { value: number }) => total + each.value, 0)
    assert.equal(sum, 3612)
    for (const { file } of observations) assert.match(file.sha256, /^[0-9a-f]{64}$/)
  })
})
