import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { publicSite } from '#test/support/public-site.js'

describe('finding the reports that used a figure', () => {
  const { there } = publicSite()
  const officer = actorOf('office')

  it('lists them, and says to put the register right first where it says the same', async () => {
    const { app } = there()
    const $ = load((await app.get('/staff/publications/correct?figure=burglary.2025-03', officer)).body)
    assert.match($('main').text(), /Crime prevention to March 2025/)
    assert.match($('main').text(), /The register has the same figure/)
    assert.equal($('a[href^="/staff/publications/correct/"]').length, 0)
  })

  it('says that a figure is used nowhere, and is for the office', async () => {
    const { app } = there()
    assert.match(
      (await app.get('/staff/publications/correct?figure=burglary.2019-01', officer)).body,
      /No published report/,
    )
    assert.match((await app.get('/staff/publications/correct?figure=x', officer)).body, /names no figure/)
    assert.equal((await app.get('/staff/publications/correct', actorOf('auditor'))).statusCode, 403)
  })
})
