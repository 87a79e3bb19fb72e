import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aTableOfCrime } from '#test/support/national-tables.js'
import { fileBySha, revisionsBy, rowsOf, tableFiles } from './national-tables.queries.js'

describeOnEachDatabase('national tables as stored', (open) => {
  it('gives the lines that hold, of one area and period where asked', async () => {
    const deps = testDeps(await open())
    await aTableOfCrime(deps)
    const kind = 'recorded-crime'
    assert.equal((await rowsOf(deps.db, kind)).length, 3)
    const kent = await rowsOf(deps.db, kind, { area: 'E23000032' })
    assert.deepEqual(
      kent.map(({ labels, figures }) => [labels.offence, figures.offences]),
      [
        ['Burglary', { value: 120 }],
        ['Robbery', { value: null, why: 'not available' }],
      ],
    )
    assert.deepEqual(await rowsOf(deps.db, kind, { until: isoDate('2017-12-31') }), [])
    assert.deepEqual(await rowsOf(deps.db, 'outcomes'), [])
  })

  it('knows each file by its bytes, the newest first, and what it replaced', async () => {
    const deps = testDeps(await open())
    const first = await aTableOfCrime(deps)
    const second = await aTableOfCrime(deps, 121)
    assert.deepEqual(
      (await tableFiles(deps.db)).map(({ name }) => name),
      ['crime-121.csv', 'crime-120.csv'],
    )
    assert.equal((await fileBySha(deps.db, 'recorded-crime', first.sha256))?.added, 3)
    assert.equal(await fileBySha(deps.db, 'outcomes', first.sha256), undefined)
    const revisions = await revisionsBy(deps.db, second.file?.id ?? '')
    assert.deepEqual(
      revisions.map(({ before, after }) => [before.figures.offences?.value, after?.figures.offences?.value]),
      [[120, 121]],
    )
    assert.equal((await rowsOf(deps.db, 'recorded-crime')).length, 3)
  })
})
