import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { it, type TestContext } from 'node:test'
import { withdrawMeasure } from '#modules/measures/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { NotFound, Obstacle } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aFile, aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { exportMeasures } from './export.cli.js'
import { partsCommand } from './parts.cli.js'
import { smallNumbersCommand } from './small-numbers.cli.js'

type Words = { readonly args?: readonly string[]; readonly options?: Readonly<Record<string, string>> }

function run(command: Command, deps: Deps, { args = [], options = {} }: Words = {}) {
  return command.run({ deps, actor: SYSTEM, args, options, say: () => {}, progress: () => {} })
}

function aFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function anOffice(): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  await aPublishedMeasure(deps)
  await someFigures(deps, ['burglary,2025-02,3,,,final,'])
  await aMeasure(deps, { title: 'Not public' })
  return deps
}

it('writes each form to its folder, published measures only, and tells machines what it wrote', async (t) => {
  const deps = await anOffice()
  const forms = { csvw: 4, xlsx: 1, json: 1, datapackage: 5 }
  for (const [format, count] of Object.entries(forms)) {
    const out = join(aFolder(t), 'new', 'folder')
    const { data, refused } = await run(exportMeasures, deps, { options: { format, out } })
    const { measures, files } = data as { measures: number; files: { path: string; bytes: number }[] }
    assert.ok(!refused)
    assert.equal(measures, 1)
    assert.equal(files.length, count)
    for (const { path, bytes } of files) assert.equal(readFileSync(join(out, path)).length, bytes)
    assert.doesNotMatch(files.map(({ path }) => readFileSync(join(out, path), 'utf8')).join(), /Not public/)
  }
  const out = aFolder(t)
  await run(exportMeasures, deps, { options: { out } })
  assert.deepEqual(readdirSync(out).sort(), [
    'burglary.csv',
    'burglary.csv-metadata.json',
    'export-manifest.json',
    'measures.csv',
    'measures.csv-metadata.json',
  ])
})

it('writes what can be taken in again without a change', async (t) => {
  const deps = await anOffice()
  const [first, second] = [aFolder(t), aFolder(t)]
  await run(exportMeasures, deps, { options: { out: first } })
  const bytes = readFileSync(join(first, 'burglary.csv'))
  await aFile(deps, { fileName: 'burglary.csv', bytes, source: A_SOURCE })
  await run(exportMeasures, deps, { options: { out: second } })
  assert.deepEqual(readFileSync(join(second, 'burglary.csv')), bytes)
})

it('says what is wrong with how it is called, and where it cannot write', async (t) => {
  const deps = await anOffice()
  await assert.rejects(run(exportMeasures, deps, { options: { out: 'x', format: 'pdf' } }), UsageError)
  await assert.rejects(run(exportMeasures, deps, { options: { format: 'csvw' } }), UsageError)
  await assert.rejects(run(exportMeasures, deps, { options: { out: 'x', 'as-known-on': '2025-02-30' } }), UsageError)
  const taken = join(aFolder(t), 'taken')
  writeFileSync(taken, '')
  await assert.rejects(run(exportMeasures, deps, { options: { out: taken } }), Obstacle)
})

it('withholds small numbers once the office says so, for all measures or for one', async (t) => {
  const deps = await anOffice()
  const csv = async () => {
    const out = aFolder(t)
    await run(exportMeasures, deps, { options: { out } })
    return readFileSync(join(out, 'burglary.csv'), 'utf8')
  }
  const set = (options: Record<string, string>) => run(smallNumbersCommand, deps, { options })
  assert.match(await csv(), /,3,3,,/)
  assert.equal((await set({ below: '5' })).refused, true)
  assert.equal((await set({ below: '1', reason: 'x' })).refused, true)
  const { data } = await set({ below: '5', zero: 'withheld', reason: 'Few victims' })
  assert.deepEqual(data, {
    ...{ suppressBelow: 5, showsZero: false, reason: 'Few victims', decidedAt: '2025-04-30T12:00:00.000Z' },
    ...{ withheld: 1, measures: [], sums: [] },
  })
  assert.match(await csv(), /withheld,\[c\]/)
  assert.ok(!(await set({ measure: 'burglary', below: 'none', reason: 'Not people' })).refused)
  assert.match(await csv(), /,3,3,,/)
  assert.match((await run(smallNumbersCommand, deps)).lines.join('\n'), /burglary: none withheld/)
})

it('names the parts of a sum, and knows no measure that is not there', async () => {
  const deps = await anOffice()
  await aPublishedMeasure(deps, { title: 'Homes' })
  const { lines } = await run(partsCommand, deps, { args: ['burglary', 'homes'] })
  assert.deepEqual(lines, ['burglary is the sum of homes'])
  assert.match((await run(smallNumbersCommand, deps)).lines.join('\n'), /burglary is the sum of homes/)
  assert.equal((await run(partsCommand, deps, { args: ['burglary', 'burglary'] })).refused, true)
  await assert.rejects(run(partsCommand, deps, { args: ['burglary', 'huts'] }), NotFound)
})

it('takes away what an earlier export of the same form left behind, and nothing else', async (t) => {
  const deps = await anOffice()
  const out = aFolder(t)
  const robbery = await aPublishedMeasure(deps, { title: 'Robbery' })
  const arson = await aPublishedMeasure(deps, { title: 'Arson' })
  await run(exportMeasures, deps, { options: { out } })
  await run(exportMeasures, deps, { options: { out, format: 'datapackage' } })
  writeFileSync(join(out, 'own-notes.csv'), 'mine')
  writeFileSync(join(out, 'arson.csv'), 'changed by hand')
  for (const measure of [robbery, arson])
    await withdrawMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version, reason: 'Wrong' })
  const { data } = await run(exportMeasures, deps, { options: { out } })
  const { removed, stale } = data as { removed: string[]; stale: string[] }
  assert.deepEqual(removed.sort(), ['arson.csv-metadata.json', 'robbery.csv', 'robbery.csv-metadata.json'])
  assert.deepEqual(stale, ['arson.csv'])
  const left = readdirSync(out)
  for (const name of ['own-notes.csv', 'arson.csv', 'burglary.csv', 'datapackage.json']) assert.ok(left.includes(name))
  assert.equal(readFileSync(join(out, 'own-notes.csv'), 'utf8'), 'mine')
})

it('touches nothing outside the folder, whatever a list of earlier files says', async (t) => {
  const deps = await anOffice()
  const [out, other] = [aFolder(t), aFolder(t)]
  const victim = join(other, 'victim.txt')
  writeFileSync(victim, 'precious')
  symlinkSync(victim, join(out, 'link.txt'))
  const sha256 = createHash('sha256').update('precious').digest('hex')
  const paths = [victim, relative(out, victim), 'link.txt', '..', '.']
  const manifest = { forms: { csvw: paths.map((path) => ({ path, sha256 })) } }
  writeFileSync(join(out, 'export-manifest.json'), JSON.stringify(manifest))
  await run(exportMeasures, deps, { options: { out } })
  assert.equal(readFileSync(victim, 'utf8'), 'precious')
  assert.ok(readdirSync(out).includes('link.txt'))
  for (const damaged of ['{', '[]', '{"forms":{"csvw":[{"path":7}]}}']) {
    writeFileSync(join(out, 'export-manifest.json'), damaged)
    assert.ok(!(await run(exportMeasures, deps, { options: { out } })).refused)
  }
})
