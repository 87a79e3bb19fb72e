import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { publicationsOf } from '#modules/reports/index.js'
import { actorOf } from '#test/support/app.js'
import { revised } from '#test/support/corrections.js'
import { publicSite } from '#test/support/public-site.js'

describe('correcting a published figure', () => {
  const { there } = publicSite()
  const officer = actorOf('office')
  const at = '/staff/publications/correct/burglary/2025-03'

  it('asks what was wrong and who decided, and then sends each report again', async () => {
    const { app, deps, office } = there()
    await revised(deps, office.measure.slug, 228)
    const shown = load((await app.get(at, officer)).body)
    assert.match(shown('main').text(), /given as 230 burglaries; it is 228 burglaries/)
    const empty = await app.post(at, { reason: '', decidedBy: '', changed: [], despiteElection: '' }, officer)
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Enter what was wrong/)
    const form = { reason: 'Two were counted twice', decidedBy: 'The office', changed: [], despiteElection: '' }
    const sent = await app.post(at, form, officer)
    assert.equal(sent.statusCode, 303)
    assert.equal((await publicationsOf(deps.db, office.report.id)).length, 2)
    const list = load((await app.get('/staff/publications', officer)).body)
    assert.match(list('main').text(), /Corrections made/)
    assert.match(list('main').text(), /Every figure of every published report stands/)
  })

  it('is not there for figures that no report used, and is for the office alone', async () => {
    const { app } = there()
    assert.equal((await app.get('/staff/publications/correct/burglary/2019-01', officer)).statusCode, 404)
    assert.equal((await app.get('/staff/publications/correct/burglary/never', officer)).statusCode, 404)
    assert.equal((await app.get(at, actorOf('auditor'))).statusCode, 403)
  })
})
