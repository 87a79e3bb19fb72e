import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { load } from 'cheerio'
import type { Deps } from '#platform/deps.js'
import { actorOf, SYSTEM, testApp } from '#test/support/app.js'

const auditor = actorOf('auditor')
const folder = mkdtempSync(join(tmpdir(), 'frankpledge-proof-'))
after(() => rmSync(folder, { recursive: true }))

async function record(deps: Deps, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    const actor = time % 2 ? SYSTEM : { ...SYSTEM, cameFrom: '192.0.2.7' }
    const line = { action: 'plan.edit-node', subject: `plan.node:n${time}`, detail: { title: 'Å "b"\n\u2028' } }
    await deps.db.transaction((tx) => deps.audit(tx, actor, line))
  }
}

/** The trail and the program, as an auditor takes them away by the links of the page. */
async function takenAway(entries: number) {
  const { deps, get, app } = await testApp()
  await record(deps, entries)
  const page = load((await get('/staff/audit/proof', auditor)).body)
  const program = page('a[download]')
  assert.equal(program.attr('download'), 'check-trail.mjs')
  const path = join(folder, 'check-trail.mjs')
  writeFileSync(path, (await app.inject(program.attr('href') ?? '')).rawPayload)
  const trail = await get(page('a[href$=".jsonl"]').attr('href') ?? '', auditor)
  const check = (text: string, ...more: string[]) => {
    writeFileSync(join(folder, 'audit-trail.jsonl'), text)
    const { status, stdout } = spawnSync(process.execPath, [path, join(folder, 'audit-trail.jsonl'), ...more])
    return { status, says: stdout.toString() }
  }
  return { trail, check, fingerprint: page('code.long-code').text() }
}

describe('the proof of the audit trail', () => {
  it('is an auditor’s own: page, file and program, without an account on the machine', async () => {
    const { trail, check, fingerprint } = await takenAway(1203)
    assert.match(String(trail.headers['content-disposition']), /audit-trail\.jsonl/)
    assert.equal(trail.headers['cache-control'], 'no-store')
    assert.equal(trail.body.trimEnd().split('\n').length, 1204)
    const { status, says } = check(trail.body, fingerprint)
    assert.equal(status, 0, says)
    assert.equal(says, `The audit trail is intact: 1203 entries.\nThe last has the hash ${fingerprint}\n`)
  })

  it('shows what was changed, taken out, put in or cut off, with a program that knows nothing of ours', async () => {
    const { trail, check } = await takenAway(5)
    const lines = trail.body.trimEnd().split('\n')
    const attacks: Record<string, readonly string[]> = {
      'Entry 2 has been changed': lines.with(2, (lines[2] ?? '').replace('192.0.2.7', '192.0.2.8')),
      'Entry 3 has been removed': lines.toSpliced(3, 1),
      'The trail should end at entry 5': lines.slice(0, -1),
      'stands a line that is no entry': lines.toSpliced(3, 0, 'nonsense'),
      'is no audit trail': ['{}'],
    }
    for (const [words, attacked] of Object.entries(attacks)) {
      const { status, says } = check(attacked.join('\n'))
      assert.ok(says.includes(words), says)
      assert.notEqual(status, 0)
    }
    assert.match(check(lines.toSpliced(3, 0, 'null').join('\n')).says, /stands a line that is no entry/)
    assert.match(check(trail.body, 'f'.repeat(64)).says, /No entry has the hash/)
  })

  it('checks every entry where it stands, on a click', async () => {
    const { deps, post } = await testApp()
    await record(deps, 3)
    const answer = await post('/staff/audit/proof', { do: 'check' }, auditor)
    assert.equal(answer.statusCode, 303)
    assert.match(decodeURIComponent(String(answer.headers['set-cookie'])), /whole: 3 entries/)
  })

  it('is for the office, the auditor and administrators only', async () => {
    const { get } = await testApp()
    for (const path of ['/staff/audit/proof', '/staff/audit/trail.jsonl']) {
      assert.equal((await get(path, actorOf('force'))).statusCode, 403, path)
      assert.equal((await get(path)).statusCode, 303, path)
    }
  })
})
