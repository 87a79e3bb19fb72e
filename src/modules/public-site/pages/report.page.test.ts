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

  it('is shown as the site stood on a past day: not yet there, and then there', async () => {
    const { office } = there()
    const before = await see(`/reports/${office.report.slug}?as-known-on=2025-04-29`)
    assert.match(before.text, /Not published by 29 April 2025/)
    assert.equal(before.$('.paper').length, 0)
    const then = await see(`/reports/${office.report.slug}?as-known-on=30/4/2025`)
    assert.match(then.text, /This page shows what was known on 30 April 2025/)
    assert.match(then.text, /Two teams were trained in March\./)
    assert.match((await see('/reports?as-known-on=2025-04-29')).text, /No reports had been published by then/)
    assert.equal((await see('/reports?as-known-on=2025-04-30')).$('tbody tr').length, 1)
    assert.match((await see('/reports?as-known-on=2025-02-31')).text, /That day cannot be shown/)
  })

  it('is not there while it is being written, nor when it is unknown', async () => {
    const { deps, office } = there()
    const begun = await createReport(deps, SYSTEM, aReportDraft(office, { title: 'Still being written' }))
    assert.ok(begun.ok)
    assert.equal((await look(`/reports/${begun.value.slug}`)).status, 404)
    assert.equal((await look('/reports/unknown')).status, 404)
  })
})
