import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { publishedMeasures } from '../data/measures.queries.js'
import { seriesOf } from '../data/observations.queries.js'
import { importMeasures } from './import.cli.js'
import { listMeasures } from './list.cli.js'
import { publishMeasureCommand } from './publish.cli.js'
import { showMeasure } from './show.cli.js'

/** Runs a command as the command line would, and collects what it says to people. */
async function run(command: Command, deps: Deps, args: string[] = [], options: Record<string, string> = {}) {
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const answer = await command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { ...answer, said }
}

/** A figures file and its source in a folder of their own. */
function files(t: TestContext, rows: string[], source: unknown = A_SOURCE): [figures: string, source: string] {
  const folder = mkdtempSync(join(tmpdir(), 'measures-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const paths: [string, string] = [join(folder, 'return.csv'), join(folder, 'return.source.json')]
  writeFileSync(paths[0], aFigureFile(rows))
  writeFileSync(paths[1], typeof source === 'string' ? source : JSON.stringify(source))
  return paths
}

describe('measures list and show', () => {
  it('tell people and machines the same', async () => {
    const deps = testDeps(await openTestDb())
    await aPublishedMeasure(deps)
    await aMeasure(deps, { title: 'Arson', owner: '' })
    const list = await run(listMeasures, deps)
    assert.match(list.lines.join('\n'), /burglary +public +230 burglaries, Mar 2025 +Burglary\n/)
    assert.match(list.lines.join('\n'), /arson +incomplete/)
    const shown = await run(showMeasure, deps, ['burglary'])
    assert.match(shown.lines.join('\n'), /230 burglaries were recorded in March 2025\./)
    assert.match(shown.lines.join('\n'), /SHA-256 [0-9a-f]{64}/)
    assert.match(JSON.stringify(shown.data), /"period":\{"code":"2025-03","kind":"month"/)
    await assert.rejects(run(showMeasure, deps, ['theft']), NotFound)
  })
})

describe('measures import', () => {
  it('takes a file in, and says on a trial what it would do', async (t) => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    const [figures, source] = files(t, ['burglary,2025-03,230,,,final,'])
    const trial = await run(importMeasures, deps, [figures], { source, 'dry-run': 'true' })
    assert.deepEqual(trial.lines, ['Would take in: 1 new figure, 0 revised, 0 known already'])
    assert.deepEqual(await seriesOf(deps.db, id), [])
    const done = await run(importMeasures, deps, [figures], { source })
    assert.deepEqual(done.lines, ['Taken in: 1 new figure, 0 revised, 0 known already'])
    const again = await run(importMeasures, deps, [figures], { source })
    assert.deepEqual(again.lines, ['Taken in: 0 new figures, 0 revised, 1 known already'])
    assert.equal((await seriesOf(deps.db, id)).length, 1)
  })

  it('names row, column and mend of what is wrong, and takes nothing in', async (t) => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    const [figures, source] = files(t, ['burglary,2025-02,198,,,final,', 'burglary,2025-03,x,,,final,'])
    const { refused, said } = await run(importMeasures, deps, [figures], { source })
    assert.equal(refused, true)
    assert.deepEqual(said, [
      '1 problem. Nothing was taken in.',
      '  row 3, numerator: “x” is not a number. Write digits only, like 1250 or 90.6, without % or £.',
    ])
    assert.deepEqual(await seriesOf(deps.db, id), [])
  })

  it('is refused without a source that can be read', async (t) => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    const [figures, broken] = files(t, ['burglary,2025-03,230,,,final,'], '{"title":')
    assert.equal((await run(importMeasures, deps, [figures])).refused, true)
    assert.match(
      (await run(importMeasures, deps, [figures], { source: broken })).said[0] ?? '',
      /does not describe a source/,
    )
    const [, nameless] = files(t, [], { ...A_SOURCE, publisher: undefined })
    assert.match((await run(importMeasures, deps, [figures], { source: nameless })).said[0] ?? '', /publisher/)
    await assert.rejects(run(importMeasures, deps, ['no-such.csv'], { source: broken }), NotFound)
  })
})

describe('measures publish', () => {
  it('publishes what is complete and says what is missing', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps, { caveat: '' })
    const refused = await run(publishMeasureCommand, deps, ['burglary'])
    assert.equal(refused.refused, true)
    assert.match(refused.said[0] ?? '', /needs what to bear in mind \(caveat\), at least one figure/)
    await aMeasure(deps, { title: 'Arson' })
    await someFigures(deps, ['arson,2025-03,3,,,final,'])
    assert.deepEqual((await run(publishMeasureCommand, deps, ['arson'])).lines, ['Published Arson'])
    assert.equal((await run(publishMeasureCommand, deps, ['arson'])).refused, true)
    assert.equal((await publishedMeasures(deps.db)).length, 1)
  })
})
