import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it, type TestContext } from 'node:test'
import { NotFound } from '#platform/errors.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aTableOfCrime } from '#test/support/national-tables.js'
import { importTables } from './import.cli.js'
import { listTableKinds } from './kinds.cli.js'
import { listTables } from './list.cli.js'
import { showTable } from './show.cli.js'

function written(t: TestContext, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'residents.csv')
  writeFileSync(path, content)
  return path
}

const FILE = 'code,name,year,population\nE07000010,Fenland,2021,102500\n'

it('takes a file in, tries it first where asked, and says what it changed', async (t) => {
  const deps = testDeps(await openTestDb())
  const path = written(t, FILE)
  const dry = await ask(importTables, deps, 'population', path, '--dry-run')
  assert.partialDeepStrictEqual(dry.data, { dryRun: true, added: 1, fileId: null })
  const wet = await ask(importTables, deps, 'auto', path)
  assert.partialDeepStrictEqual(wet.data, {
    kind: 'population',
    added: 1,
    changed: 0,
    alreadyImported: false,
    problems: [],
  })
  assert.match(wet.lines.join(), /Residents by area and year: 1 new/)
  const again = await ask(importTables, deps, 'auto', path)
  assert.partialDeepStrictEqual(again.data, { added: 0, unchanged: 1, alreadyImported: true })
  const revised = await ask(importTables, deps, 'auto', written(t, FILE.replace('102500', '102600')))
  assert.match(revised.lines.join('\n'), /E07000010, 2021, population: 102500 → 102600/)
})

it('refuses with the sheet, the row and the mend, and changes nothing', async (t) => {
  const deps = testDeps(await openTestDb())
  const refused = await ask(importTables, deps, 'population', written(t, FILE.replace('102500', 'many')))
  assert.equal(refused.refused, true)
  assert.match(
    refused.said.join('\n'),
    /1 problem\. Nothing was taken in\.\n.*row 2, column “population”.*“many” is not a number/,
  )
  assert.partialDeepStrictEqual(refused.data, { added: 0, problemCount: 1 })
  assert.match((await ask(importTables, deps, 'recipes', 'x.csv')).said.join(), /no kind of table called “recipes”/)
  assert.match(
    (await ask(importTables, deps, 'population', written(t, FILE), '--year', '24')).said.join(),
    /is no year/,
  )
  await assert.rejects(ask(importTables, deps, 'population', '/nowhere.csv'), NotFound)
})

it('lists kinds and files, and shows a force’s figures with what is missing', async () => {
  const deps = testDeps(await openTestDb())
  assert.match((await ask(listTables, deps)).lines.join(), /No national table/)
  await aTableOfCrime(deps)
  assert.match((await ask(listTables, deps)).lines.join(), /recorded-crime {2}crime-120\.csv {2}3 rows/)
  assert.match((await ask(listTableKinds, deps)).lines.join('\n'), /council-tax/)
  const shown = await ask(showTable, deps, 'recorded-crime', '--force', 'Kent Police')
  assert.partialDeepStrictEqual(shown.data, [
    { force: 'Kent', areaCode: 'E23000032', offence: 'Burglary', offences: 120, source: 'crime-120.csv' },
    { offence: 'Robbery', offences: null, marks: { offences: 'not available' } },
  ])
  assert.match(shown.lines.join('\n'), /Kent {2}2017-04-01 to 2018-03-31 {2}Burglary {2}offences 120/)
  assert.equal((await ask(showTable, deps, 'recorded-crime', '--force', 'Camford')).refused, true)
  assert.equal((await ask(showTable, deps, 'boundaries')).refused, true)
  assert.equal((await ask(showTable, deps, 'recorded-crime', '--from', 'soon')).refused, true)
})
