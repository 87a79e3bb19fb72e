import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { publishUpdates, waitingToBePublished } from '#modules/delivery/index.js'
import { SYSTEM } from '#test/support/app.js'
import { publicSite } from '#test/support/public-site.js'

describe('the feed', () => {
  const { file, look, there } = publicSite()
  const entries = async () => {
    const xml = load((await file('/feed.atom')).body, { xml: true })
    return xml('entry')
      .toArray()
      .map((entry) => ({
        id: xml(entry).find('id').text(),
        title: xml(entry).find('title').text(),
        href: xml(entry).find('link').attr('href') ?? '',
      }))
  }

  it('has one entry for each publication, and none for what waits', async () => {
    const titles = (await entries()).map(({ title }) => title).sort()
    assert.deepEqual(titles, [
      'Measure: Burglary',
      'Plan for Wessex: version 1',
      'Report: Crime prevention to March 2025',
      'Update: Visits within 48 hours',
    ])
  })

  it('is Atom, with absolute addresses that are there and identifiers that differ', async () => {
    assert.equal((await file('/feed.atom')).type, 'application/atom+xml; charset=utf-8')
    const all = await entries()
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length)
    for (const { id, href } of all) {
      assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/)
      const url = new URL(href)
      assert.equal((await look(url.pathname)).status, 200, href)
    }
  })

  it('tells of a newly published update once, and keeps the others as they were', async () => {
    const { deps, office } = there()
    const before = await entries()
    const [waiting] = (await waitingToBePublished(deps.db)).updates
    assert.equal(waiting?.action.id, office.action.id)
    await publishUpdates(deps, SYSTEM, { updateIds: [waiting?.update.id ?? ''] })
    const after = await entries()
    assert.equal(after.length, before.length + 1)
    for (const entry of before) assert.ok(after.some(({ id }) => id === entry.id))
  })
})
