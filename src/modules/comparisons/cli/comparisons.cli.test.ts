import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NotFound } from '#platform/errors.js'
import { anOfficeWithNeighbours } from '#test/support/comparisons.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { listComparisons } from './list.cli.js'
import { showComparison } from './show.cli.js'

async function anOffice() {
  const deps = testDeps(await openTestDb())
  await anOfficeWithNeighbours(deps)
  const context = { deps, actor: SYSTEM, say: () => {}, progress: () => {} }
  return {
    list: (options: Record<string, string> = {}) => listComparisons.run({ ...context, args: [], options }),
    show: (measure: string, options: Record<string, string> = {}) =>
      showComparison.run({ ...context, args: [measure], options }),
  }
}

describe('the commands of comparisons', () => {
  it('list the groups with their areas now', async () => {
    const { list } = await anOffice()
    assert.deepEqual((await list()).lines, ['our-neighbours: Our neighbours, 3 areas now'])
    const before = { 'as-known-on': '1999-12-31' }
    assert.deepEqual((await list(before)).lines, ['our-neighbours: Our neighbours, 0 areas on 1999-12-31'])
    assert.equal((await list({ 'as-known-on': '31/12/1999' })).refused, true)
  })

  it('show a measure beside that of the others, for people and for machines', async () => {
    const { show } = await anOffice()
    const { lines, data, refused } = await show('crime-rate', { group: 'our-neighbours', period: '2023/24' })
    assert.equal(refused, undefined)
    assert.match(lines[0] ?? '', /Cambridgeshire had 70\.0 .* second lowest of four areas/)
    assert.match(lines.at(-1) ?? '', /^As known on \d+ \w+ \d{4}\.$/)
    const answer = data as { areas: { name: string; position: number; first: number; last: number }[]; from: string }
    assert.equal(answer.from, 'lowest')
    assert.deepEqual(
      answer.areas.map(({ name, position, first, last }) => [name, position, first, last]),
      [
        ['Norfolk', 1, 1, 1],
        ['Cambridgeshire', 2, 2, 3],
        ['Suffolk', 3, 2, 3],
        ['Essex', 4, 4, 4],
      ],
    )
  })

  it('say why not, and know what is not there', async () => {
    const { show } = await anOffice()
    const { refused, lines } = await show('crime-rate', { period: '1999/00' })
    assert.equal(refused, true)
    assert.match(lines[0] ?? '', /no period/)
    assert.equal((await show('crime-rate', { 'as-known-on': 'yesterday' })).refused, true)
    await assert.rejects(show('unknown'), NotFound)
    await assert.rejects(show('crime-rate', { group: 'unknown' }), NotFound)
  })
})
