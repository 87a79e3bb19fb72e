import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkCode, printedCode } from '#modules/reports/index.js'
import { SYSTEM } from '#test/support/app.js'
import { revised } from '#test/support/corrections.js'
import { publicSite } from '#test/support/public-site.js'
import { correctFigure } from '../actions/correct-figure.js'

describe('a code after a correction', () => {
  const { see, look, there } = publicSite()

  it('says what was corrected; the old number stays, says so, and the site can be asked about the day before', async () => {
    const { deps, office } = there()
    const { slug } = office.report
    const later = await revised(deps, office.measure.slug, 228)
    const asked = { measure: office.measure.slug, period: '2025-03' }
    const reason = 'Two were counted twice'
    await correctFigure(later, SYSTEM, { asked, reason, decidedBy: 'The office', withChangedWords: false })
    const code = printedCode(checkCode(office.report.id, 1))
    const one = await see(`/check/${code}.1`)
    assert.match(one.text, /Corrected: figure/)
    assert.match(one.text, /Corrected to 228 burglaries.*in number 2/)
    assert.match((await see(`/check/${code}`)).text, /This number was corrected On 21 May 2025, in number 2\./)
    const newest = await see(`/reports/${slug}`)
    assert.match(newest.text, /Corrected on 21 May 2025/)
    assert.match(newest.text, /228 burglaries were recorded/)
    const old = await see(`/reports/${slug}/numbers/1`)
    assert.match(old.text, /This number was corrected/)
    assert.match(old.text, /given as 230 burglaries; it is 228 burglaries/)
    assert.match(old.$('.paper').text(), /230 burglaries were recorded/)
    assert.equal((await look(`/reports/${slug}/numbers/3`)).status, 404)
  })
})
