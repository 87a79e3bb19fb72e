import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { Obstacle } from '../errors.js'
import { verifyTrail, writeTrail } from './trail-file.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-trail-'))
after(() => rmSync(folder, { recursive: true }))

/** A trail of some entries, every other one from the network, in a file of its own. */
async function written(name: string, count: number): Promise<{ path: string; lines: string[] }> {
  const deps = testDeps(await openTestDb())
  for (let n = 1; n <= count; n += 1) {
    const actor = n % 2 ? SYSTEM : { ...SYSTEM, cameFrom: '192.0.2.7' }
    await deps.db.transaction((tx) =>
      deps.audit(tx, actor, { action: 'test.write', subject: `test.line:${n}`, detail: { text: 'é\n"x"\u2028' } }),
    )
  }
  const path = join(folder, name)
  await writeTrail(deps.db, path)
  return { path, lines: readFileSync(path, 'utf8').trimEnd().split('\n') }
}

it('holds every entry of the trail, with where it came from, and proves itself', async () => {
  const { path, lines } = await written('whole.jsonl', 1203)
  assert.equal(lines.length, 1204)
  assert.equal(JSON.parse(lines[2] ?? '').came_from, '192.0.2.7')
  assert.ok(!('came_from' in JSON.parse(lines[1] ?? '')))
  const report = await verifyTrail(path)
  assert.deepEqual(report, { intact: true, entries: 1203, head: JSON.parse(lines[0] ?? '').head })
})

it('shows any entry that was changed, taken out, put in or cut off', async () => {
  const { lines } = await written('five.jsonl', 5)
  const attacks: Record<string, [readonly string[], number]> = {
    'another address': [lines.with(2, (lines[2] ?? '').replace('192.0.2.7', '192.0.2.8')), 2],
    'no address': [lines.with(2, (lines[2] ?? '').replace(',"came_from":"192.0.2.7"', '')), 2],
    'another detail': [lines.with(3, (lines[3] ?? '').replace('x', 'y')), 3],
    'one taken out': [lines.toSpliced(3, 1), 3],
    'one twice': [lines.toSpliced(3, 0, lines[3] ?? ''), 4],
    'the last cut off': [lines.slice(0, -1), 5],
  }
  for (const [what, [changed, where]] of Object.entries(attacks)) {
    const path = join(folder, 'changed.jsonl')
    writeFileSync(path, changed.join('\n'))
    const report = await verifyTrail(path)
    assert.ok(!report.intact, what)
    assert.equal(report.seq, where, what)
  }
})

it('writes over no file, and takes no other for a trail', async () => {
  const { path } = await written('once.jsonl', 1)
  await assert.rejects(writeTrail(await openTestDb(), path), /is there already/)
  const other = join(folder, 'other.txt')
  for (const content of ['', 'hello', '{"format":"frankpledge-audit-trail"}', '[1]\n[2]']) {
    writeFileSync(other, content)
    await assert.rejects(verifyTrail(other), Obstacle)
  }
  await assert.rejects(verifyTrail(join(folder, 'gone.jsonl')), Obstacle)
})
