import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { measurePicture } from '../data/pictures.queries.js'
import { csvRows } from '../domain/csv-table.js'
import { FIGURE_COLUMNS, measureCsv, measureJson } from './measure-files.js'

async function aPicture() {
  const deps = testDeps(await openTestDb())
  const measure = await aMeasure(deps, { caveat: 'Homes, and "other" buildings' })
  const rows = ['burglary,2025-01,245,,,provisional,"Late, in part"', 'burglary,2025-03,230,,,final,']
  await someFigures(deps, rows)
  return measurePicture(deps.db, measure, { today: deps.today() })
}

it('gives every figure with its period, unit, status, source, licence and the fingerprint of its file', async () => {
  const picture = await aPicture()
  const table = csvRows(measureCsv(picture))
  assert.ok(table.ok)
  const [head, ...rows] = table.value.map(({ cells }) => cells)
  assert.deepEqual(head, FIGURE_COLUMNS)
  const column = (name: (typeof FIGURE_COLUMNS)[number]) => rows.map((cells) => cells[FIGURE_COLUMNS.indexOf(name)])
  assert.deepEqual(column('period'), ['2025-01', '2025-02', '2025-03'])
  assert.deepEqual(column('value'), ['245', '', '230'])
  assert.deepEqual(column('status'), ['provisional', 'missing', 'final'])
  assert.deepEqual(column('note'), ['Late, in part', 'No figure has been taken in for this period', ''])
  assert.deepEqual(column('licence'), ['Open Government Licence v3.0', '', 'Open Government Licence v3.0'])
  assert.equal(column('file_sha256')[0], picture.sources[0]?.sha256)
  assert.deepEqual([...new Set(column('unit_label'))], ['burglaries'])
})

it('says the same as JSON, with the sentence, and nothing of who took it in', async () => {
  const picture = await aPicture()
  const data = JSON.parse(measureJson(picture))
  assert.equal(data.sentence, picture.sentence)
  assert.deepEqual(
    data.figures.map(({ period, value }: { period: string; value: number | null }) => [period, value]),
    [
      ['2025-01', 245],
      ['2025-02', null],
      ['2025-03', 230],
    ],
  )
  assert.equal(data.files[0].licence, 'Open Government Licence v3.0')
  assert.equal(data.files[0].importedBy, undefined)
  assert.equal(data.id, undefined)
})
