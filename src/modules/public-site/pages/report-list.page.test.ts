import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createReport } from '#modules/reports/index.js'
import { SYSTEM } from '#test/support/app.js'
import { publicSite } from '#test/support/public-site.js'
import { aReportDraft } from '#test/support/reports.js'

describe('the list of reports', () => {
  const { see, there } = publicSite()

  it('shows what was published, for whom, and not what is being written', async () => {
    const { deps, office } = there()
    await createReport(deps, SYSTEM, aReportDraft(office, { title: 'Still being written' }))
    const { $, text } = await see('/reports')
    assert.equal($('tbody tr').length, 1)
    assert.equal($('tbody a').attr('href'), `/reports/${office.report.slug}`)
    assert.match(text, /Wessex Police and Crime Panel 11 June 2025 30 April 2025/)
  })
})

describe('the list of reports of a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says so', async () => {
    assert.match((await see('/reports')).text, /No reports have been published yet/)
  })
})
