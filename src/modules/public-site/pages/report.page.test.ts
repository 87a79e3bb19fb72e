import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createReport } from '#modules/reports/index.js'
import { SYSTEM } from '#test/support/app.js'
import { publicSite } from '#test/support/public-site.js'
import { aReportDraft } from '#test/support/reports.js'

describe('a published report', () => {
  const { see, look, there } = publicSite()

  it('is read word for word as it was sent', async () => {
    const { office } = there()
    const { $, text } = await see(`/reports/${office.report.slug}`)
    assert.equal($('h1').length, 1)
    assert.equal($('h1').text(), 'Crime prevention to March 2025')
    assert.match(text, /Two teams were trained in March\./)
    assert.match(text, /Published 30 April 2025 and not altered since/)
  })

  it('is not there while it is being written, nor when it is unknown', async () => {
    const { deps, office } = there()
    const begun = await createReport(deps, SYSTEM, aReportDraft(office, { title: 'Still being written' }))
    assert.ok(begun.ok)
    assert.equal((await look(`/reports/${begun.value.slug}`)).status, 404)
    assert.equal((await look('/reports/unknown')).status, 404)
  })
})
