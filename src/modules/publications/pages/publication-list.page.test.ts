import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { reportById } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { revised } from '#test/support/corrections.js'
import { publicSite } from '#test/support/public-site.js'
import { packFor } from '../actions/report-pack.js'

describe('what became of published reports', () => {
  const { there } = publicSite()
  const officer = actorOf('office')

  it('says that all stands, then what was revised, from what to what, with the way to correct it', async () => {
    const { app, deps, office } = there()
    assert.match((await app.get('/staff/publications', officer)).body, /Every figure of every published report stands/)
    await revised(deps, office.measure.slug, 228)
    const $ = load((await app.get('/staff/publications', officer)).body)
    assert.match($('main').text(), /230 burglaries in the report, 228 burglaries now/)
    assert.equal($('a[href="/staff/publications/correct/burglary/2025-03"]').length, 1)
    const audited = load((await app.get('/staff/publications', actorOf('auditor'))).body)
    assert.equal(audited('a[href^="/staff/publications/correct"]').length, 0)
    assert.equal((await app.get('/staff/publications', actorOf('panel'))).statusCode, 403)
  })

  it('gives a pack for the host: the same bytes each time, with a cover and the fingerprint of each file', async () => {
    const { app, deps, office } = there()
    const report = found(await reportById(deps.db, office.report.id))
    const [one, other] = [await packFor(deps, report), await packFor(deps, report)]
    assert.ok(one.ok && other.ok)
    assert.deepEqual(one.value.bytes, other.value.bytes)
    const { cover, files } = one.value
    assert.equal(cover.committee, 'Wessex Police and Crime Panel')
    assert.equal(cover.meetingDate, '2025-06-11')
    assert.equal(cover.access, 'open')
    assert.deepEqual(
      files.map(({ kind }) => kind),
      ['report', 'appendix', 'editable copy'],
    )
    const sent = await app.get(`/staff/publications/${report.id}/pack`, officer)
    assert.equal(sent.headers['content-type'], 'application/zip')
    const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    assert.equal(sha(sent.rawPayload), sha(one.value.bytes))
  })
})
