import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { allImports, seriesOf } from '#modules/measures/index.js'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { listDue } from './due.cli.js'
import { importMeasures } from './import.cli.js'
import { makeTemplate } from './template.cli.js'

/** Runs a command as the command line would, and collects what it says to people. */
async function run(command: Command, deps: Deps, args: string[] = [], options: Record<string, string> = {}) {
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const answer = await command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { ...answer, said, json: JSON.parse(JSON.stringify(answer.data)) }
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'imports-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

async function aRegister() {
  const deps = testDeps(await openTestDb())
  return { deps, measure: await aMeasure(deps) }
}

function written(t: TestContext, name: string, content: string): string {
  const path = join(folder(t), name)
  writeFileSync(path, content)
  return path
}

describe('measures import', () => {
  const text = 'measure,period,value\nburglary,2025-02,198\nburglary,2025-03,230\n'

  it('takes a file in, says on a trial what it would do, and gives machines every change', async (t) => {
    const { deps, measure } = await aRegister()
    const file = written(t, 'return.csv', text)
    const source = written(t, 'source.json', JSON.stringify(A_SOURCE))
    const trial = await run(importMeasures, deps, [file], { source, 'dry-run': 'true' })
    assert.equal(trial.lines.at(-1), 'Would take in: 2 new figures, 0 revised, 0 known already')
    assert.deepEqual(await seriesOf(deps.db, measure.id), [])
    const done = await run(importMeasures, deps, [file], { source })
    assert.deepEqual(done.lines, ['Taken in: 2 new figures, 0 revised, 0 known already'])
    const { importId, changes, ...json } = done.json
    assert.match(importId, /^[0-9a-f-]{36}$/)
    assert.deepEqual(json, {
      dryRun: false,
      added: 2,
      revised: 0,
      unchanged: 0,
      problems: [],
      questions: [],
      notes: [],
    })
    const { measure: name, area, period, before, after, kind } = changes[0]
    assert.deepEqual([name, area, period, before, after, kind], ['burglary', '', '2025-02', null, 198, 'new'])
    const again = await run(importMeasures, deps, [file], { source })
    assert.deepEqual([again.json.importId, again.json.unchanged], [null, 2])
  })

  it('names the cell and the mend of what is wrong, and takes nothing in', async (t) => {
    const { deps, measure } = await aRegister()
    const file = written(t, 'return.csv', text.replace('230', 'x'))
    const { refused, said, json } = await run(importMeasures, deps, [file])
    assert.equal(refused, true)
    assert.match(said.join('\n'), /publisher and licence as “not stated”.*\n1 problem\. Nothing was taken in\./)
    const [problem] = json.problems
    assert.deepEqual([problem.sheet, problem.cell, problem.problem], ['return.csv', 'C3', '“x” is not a number'])
    assert.deepEqual([json.importId, json.added, json.changes], [null, 0, []])
    assert.deepEqual(await seriesOf(deps.db, measure.id), [])
  })

  it('is refused with a source that cannot be read, a way of reading that nobody kept, or a wrong day', async (t) => {
    const { deps } = await aRegister()
    const file = written(t, 'return.csv', text)
    const refusals: [Record<string, string>, RegExp][] = [
      [{ source: written(t, 'other.json', '[]') }, /does not describe a source/],
      [{ source: written(t, 'nameless.json', JSON.stringify({ ...A_SOURCE, publisher: undefined })) }, /publisher/],
      [
        { source: written(t, 'empty.json', JSON.stringify({ ...A_SOURCE, licence: '' })) },
        /The source lacks a licence/,
      ],
      [{ map: 'Nothing' }, /no way of reading called “Nothing”/],
      [{ 'known-on': '31/03/2025' }, /is not a date/],
      [{ 'known-on': '2999-01-01' }, /has not come yet/],
      [{ sheet: 'Other' }, /no sheet “Other”/],
    ]
    for (const [options, expected] of refusals) {
      const { refused, json } = await run(importMeasures, deps, [file], options)
      assert.equal(refused, true)
      assert.match(json.problems[0].problem, expected)
    }
    const broken = { source: written(t, 'broken.json', '{"title":') }
    await assert.rejects(run(importMeasures, deps, [file], broken), /broken\.json is not JSON/)
    await assert.rejects(run(importMeasures, deps, ['no-such.csv']), NotFound)
  })
})

describe('measures import of figures that may be slips', () => {
  const share = { title: 'Victims satisfied', unit: 'percentage', denominator: 'Victims asked' } as const

  it('asks about a percentage above 100, shows it on a trial, and takes it in once somebody says why', async (t) => {
    const { deps } = await aRegister()
    const { id } = await aMeasure(deps, share)
    const head = 'measure,period,numerator,denominator,value\n'
    const rows = 'victims-satisfied,2025-02,9,10,\nvictims-satisfied,2025-03,12,10,\nvictims-satisfied,2025-01,,,104\n'
    const file = written(t, 'return.csv', head + rows)
    const trial = await run(importMeasures, deps, [file], { 'dry-run': 'true' })
    assert.deepEqual([trial.refused, trial.json.added, trial.json.questions.length], [undefined, 3, 2])
    const refused = await run(importMeasures, deps, [file])
    assert.equal(refused.refused, true)
    assert.deepEqual(
      refused.json.questions.map(({ cell, question }: { cell: string; question: string }) => `${cell} ${question}`),
      ['C3 The part, 12, is larger than the whole, 10', 'E4 104% is more than 100%'],
    )
    assert.match(refused.said.join('\n'), /2 figures must be confirmed.*--accept <why>/)
    assert.deepEqual(await seriesOf(deps.db, id), [])
    const done = await run(importMeasures, deps, [file], { accept: 'Some were asked twice' })
    assert.equal(done.json.added, 3)
    const [kept] = await allImports(deps.db)
    assert.equal(kept?.reason, 'Asked about and confirmed: Some were asked twice')
    const again = await run(importMeasures, deps, [file])
    assert.deepEqual([again.refused, again.json.unchanged, again.json.questions], [undefined, 3, []])
  })

  it('refuses it where the definition says that it cannot be, and asks nothing where it can', async (t) => {
    const { deps } = await aRegister()
    await aMeasure(deps, { ...share, beyondWhole: 'never' })
    await aMeasure(deps, { ...share, title: 'Change on a year before', beyondWhole: 'freely' })
    const file = (name: string) => written(t, 'return.csv', `measure,period,value\n${name},2025-03,120\n`)
    const never = await run(importMeasures, deps, [file('victims-satisfied')], { accept: 'It is so' })
    assert.match(never.json.problems[0].problem, /120% is more than 100%/)
    assert.match(never.json.problems[0].fix, /part of a whole/)
    const freely = await run(importMeasures, deps, [file('change-on-a-year-before')])
    assert.deepEqual([freely.json.added, freely.json.questions], [1, []])
  })

  it('asks about a measure whose percentages are all below 1 while others go to 100', async (t) => {
    const { deps } = await aRegister()
    await aMeasure(deps, share)
    const { id } = await aMeasure(deps, { ...share, title: 'Charged' })
    const rows = ['victims-satisfied,2025-02,90', 'charged,2025-02,0.55', 'charged,2025-03,0.6']
    const file = written(t, 'return.csv', `measure,period,value\n${rows.join('\n')}\n`)
    const trial = await run(importMeasures, deps, [file], { 'dry-run': 'true' })
    const [question] = trial.json.questions
    assert.deepEqual([question.cell, question.measure], ['C3', 'charged'])
    assert.match(question.question, /Every percentage of “Charged” lies between 0 and 1.*0\.55%/)
    assert.equal((await run(importMeasures, deps, [file])).refused, true)
    assert.deepEqual(await seriesOf(deps.db, id), [])
    assert.equal((await run(importMeasures, deps, [file], { accept: 'Charges are rare' })).json.added, 3)
    const again = await run(importMeasures, deps, [file])
    assert.deepEqual([again.refused, again.json.unchanged], [undefined, 3])
  })
})

describe('measures due and measures template', () => {
  it('say what is due from whom, and write the workbook to fill in', async (t) => {
    const { deps } = await aRegister()
    const due = await run(listDue, deps)
    assert.deepEqual(due.lines, ['Performance officer', '  burglary: no figures yet'])
    const out = join(folder(t), 'due.xlsx')
    const made = await run(makeTemplate, deps, [], { owner: 'Performance officer', out })
    assert.match(made.lines[0] ?? '', /1 row to fill in/)
    assert.equal(readFileSync(out).subarray(0, 2).toString(), 'PK')
    await assert.rejects(run(makeTemplate, deps, [], { owner: 'Nobody', out }), NotFound)
  })
})
