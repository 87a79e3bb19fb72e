import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { publishedMeasures } from '../data/measures.queries.js'
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
