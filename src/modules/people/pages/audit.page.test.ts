import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import type { Deps } from '#platform/deps.js'
import { actorOf, SYSTEM, testApp } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'

const auditor = actorOf('auditor')

async function record(deps: Deps, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    const line = {
      action: 'plan.edit-node',
      subject: `plan.node:n${time}`,
      detail: { before: { title: 'Old' }, after: { title: '<b>New</b>' } },
    }
    await deps.db.transaction((tx) => deps.audit(tx, SYSTEM, line))
  }
}

describe('the audit trail', () => {
  it('says who did what, when, and what it was before', async () => {
    const { deps, get } = await testApp()
    await record(deps, 1)
    const { body } = await get('/staff/audit', auditor)
    const row = load(body)('main tbody tr').text()
    for (const words of ['30 April 2025, 13:00', 'Test', 'Edit node', 'Title: Old, now <b>New</b>', 'n1']) {
      assert.ok(row.includes(words), words)
    }
    assert.ok(!body.includes('<b>New</b>'))
  })

  it('comes fifty entries a page, newest first, each once', async () => {
    const { deps, get } = await testApp()
    await record(deps, 120)
    const seen: string[] = []
    let address: string | undefined = '/staff/audit'
    for (let pages = 0; address && pages < 5; pages += 1) {
      const page = load((await get(address, auditor)).body)
      seen.push(
        ...page('main tbody tr td:last-child')
          .toArray()
          .map((cell) => page(cell).text()),
      )
      address = page('a[rel="next"]').attr('href')
    }
    assert.deepEqual(
      seen.map(Number),
      Array.from({ length: 120 }, (_, index) => 120 - index),
    )
  })

  it('is narrowed by who, by words and by days, from page to page', async () => {
    const { deps, get } = await testApp()
    await record(deps, 60)
    const account = await anAccount(deps, { name: 'Panel clerk' })
    const numbers = async (query: string) => {
      const page = load((await get(`/staff/audit?${query}`, auditor)).body)
      const cells = page('main tbody tr td:last-child').toArray()
      return { shown: cells.map((cell) => Number(page(cell).text())), next: page('a[rel="next"]').attr('href') }
    }
    assert.deepEqual((await numbers('words=Create+Account')).shown, [61])
    assert.deepEqual((await numbers(`who=${account.id}`)).shown, [])
    assert.deepEqual((await numbers('from=1/5/2025')).shown, [])
    assert.equal((await numbers('from=30/4/2025&until=30/4/2025')).shown.length, 50)
    assert.deepEqual((await numbers('words=100%25')).shown, [], 'a sign of the database stands for anything')
    const first = await numbers('words=edit+node')
    assert.deepEqual([first.shown[0], first.shown.length], [60, 50])
    const second = await numbers(first.next?.split('?')[1] ?? '')
    assert.deepEqual([second.shown[0], second.shown.length], [10, 10])
    assert.match((await get('/staff/audit?from=nonsense', auditor)).body, /Enter a day, like/)
  })

  it('starts at the newest when the address asks for nonsense', async () => {
    const { deps, get } = await testApp()
    await record(deps, 2)
    for (const before of ['x', '-1', '0', '1e9', '9'.repeat(40), "1' or '1"]) {
      const { body } = await get(`/staff/audit?before=${encodeURIComponent(before)}`, auditor)
      assert.equal(load(body)('main tbody tr').length, 2, before)
    }
  })

  it('names the account that an entry is about', async () => {
    const { deps, get } = await testApp()
    await anAccount(deps, { name: 'Panel clerk' })
    const { body } = await get('/staff/audit', auditor)
    assert.match(load(body)('main tbody tr').text(), /Account of Panel clerk;/)
  })

  it('is for the office and the auditor only', async () => {
    const { get } = await testApp()
    assert.equal((await get('/staff/audit', actorOf('office'))).statusCode, 200)
    for (const role of ['force', 'partner', 'panel', 'visitor'] as const) {
      assert.equal((await get('/staff/audit', actorOf(role))).statusCode, 403, role)
    }
    assert.equal((await get('/staff/audit')).statusCode, 303)
  })
})
