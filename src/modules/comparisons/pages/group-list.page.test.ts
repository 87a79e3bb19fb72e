import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aGroup, anOfficeWithNeighbours } from '#test/support/comparisons.js'

const ADDRESS = '/staff/comparisons'

describe('the page of groups', () => {
  it('lists each with its kind, its areas now, and whether it is public', async () => {
    const { deps, get } = await testApp()
    await anOfficeWithNeighbours(deps)
    await aGroup(deps, [], { name: 'Peers', isPublishable: false })
    const rows = load((await get(ADDRESS, actorOf('office'))).body)('tbody tr')
    assert.deepEqual(
      rows.get().map((row) =>
        load(row)('th, td')
          .get()
          .map((cell) => load(cell).text()),
      ),
      [
        ['Our neighbours', 'Neighbours chosen by the office', '3', 'Yes'],
        ['Peers', 'Neighbours chosen by the office', '0', 'No'],
      ],
    )
  })

  it('offers to add one to the office alone, and is closed to the public', async () => {
    const { get } = await testApp()
    const link = (body: string) => load(body)('a[href="/staff/comparisons/new"]').length
    assert.equal(link((await get(ADDRESS, actorOf('office'))).body), 1)
    const auditor = await get(ADDRESS, actorOf('auditor'))
    assert.match(auditor.body, /There is no group yet/)
    assert.equal(link(auditor.body), 0)
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
  })
})
