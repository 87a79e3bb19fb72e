import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { seriesOf } from '#modules/measures/index.js'
import { readTables } from '#platform/tables/read-tables.js'
import { type WorkbookCell, writeWorkbook } from '#platform/tables/write-workbook.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure, someFigures } from '#test/support/measures.js'
import { importFile } from './import-file.js'
import { templateWorkbook } from './template-workbook.js'

it('comes back filled in, with no mapping, and its empty rows are passed over', async () => {
  const deps = testDeps(await openTestDb(), isoDate('2025-06-10'))
  const { id } = await aMeasure(deps)
  await aMeasure(deps, { title: 'Arson', owner: 'Someone else' })
  await someFigures(deps, ['burglary,2025-02,198,,,final,'])
  const { bytes, rows } = await templateWorkbook(deps, SYSTEM, 'performance officer')
  assert.equal(rows, 3)
  const read = await readTables(bytes, { fileName: 'template.xlsx' })
  assert.ok(read.ok)
  const [figures] = read.value
  const cells = (figures?.rows ?? []).map((row) =>
    row.cells.map((cell): WorkbookCell => cell?.number ?? cell?.text ?? null),
  )
  assert.deepEqual(
    cells.slice(1).map((row) => [row[0], row[2], row[8], row[9], row[10]]),
    [
      ['burglary', '2025-03', '2025-04-30', '2025-02', 198],
      ['burglary', '2025-04', '2025-05-31', '2025-02', 198],
      ['burglary', '2025-05', '2025-06-30', '2025-02', 198],
    ],
  )
  const slipped = cells.map((row, at) => (at === 1 ? row.with(3, 210).with(10, 199) : row))
  const looked = await importFile(deps, SYSTEM, {
    ...{ fileName: 'slipped.xlsx', bytes: await writeWorkbook([{ name: 'Figures', rows: slipped }], 'xlsx') },
    ...{ source: A_SOURCE, dryRun: true },
  })
  assert.ok(looked.ok)
  assert.match(looked.value.notes[1] ?? '', /^K2 gives 199 as the last figure of burglary, 2025-02, where .* has 198/)
  const misnamed = cells.map((row, at) => (at === 1 ? row.with(1, 'Arson').with(3, 210) : row))
  const wrong = await importFile(deps, SYSTEM, {
    ...{ fileName: 'misnamed.xlsx', bytes: await writeWorkbook([{ name: 'Figures', rows: misnamed }], 'xlsx') },
    source: A_SOURCE,
  })
  assert.ok(!wrong.ok && wrong.error.code === 'problems')
  assert.deepEqual(
    wrong.error.problems.map(({ cell, problem }) => `${cell}: ${problem}`),
    ['B2: “Arson” is another measure than “burglary” in A2'],
  )
  const filled = cells.map((row, at) => (at === 1 ? row.with(3, 210).with(6, 'provisional') : row))
  const back = await writeWorkbook(
    [
      { name: 'Figures', rows: filled },
      { name: 'Notes', rows: [['As asked']] },
    ],
    'xlsx',
  )
  const result = await importFile(deps, SYSTEM, { fileName: 'back.xlsx', bytes: back, source: A_SOURCE })
  assert.ok(result.ok, JSON.stringify(result))
  assert.deepEqual([result.value.added, result.value.notes], [1, ['2 rows have no figure yet and were passed over']])
  assert.deepEqual((await seriesOf(deps.db, id)).map(({ value, status }) => [value, status])[1], [210, 'provisional'])
})
