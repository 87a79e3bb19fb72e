import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkCode, printedCode } from '#modules/reports/index.js'
import { revised } from '#test/support/corrections.js'
import { publicSite } from '#test/support/public-site.js'

describe('checking a printed figure', () => {
  const { see, there } = publicSite()
  const code = (number = 1) => printedCode(checkCode(there().office.report.id, number))

  it('asks for a code, and answers one that is typed as it was printed or nearly', async () => {
    const { $, text } = await see('/check')
    assert.equal($('input[name="code"]').length, 1)
    assert.doesNotMatch(text, /Confirmed/)
    for (const typed of [`${code()}.1`, `${code()}.1`.toLowerCase(), ` ${code().replace('-', ' ')}.1 `])
      assert.match((await see(`/check?${new URLSearchParams({ code: typed })}`)).text, /Confirmed: figure/, typed)
  })

  it('says kindly that it does not know a code, and nothing of numbers to come', async () => {
    assert.match((await see('/check?code=hello')).text, /A code has eight letters and digits/)
    assert.match((await see(`/check?code=${code(2)}`)).text, /No report that this office has published has this code/)
    const { html } = await see('/check?code=%3Cscript%3Ealert(1)%3C/script%3E')
    assert.doesNotMatch(html, /<script>alert/)
  })
})

describe('a code of a published report', () => {
  const { see, there } = publicSite()

  it('stands on the report and leads to each of its figures, with its source and the way to why', async () => {
    const { office } = there()
    const code = printedCode(checkCode(office.report.id, 1))
    const report = await see(`/reports/${office.report.slug}`)
    assert.equal(report.$(`a[href="/check/${code}"]`).length, 1)
    assert.match(report.text, new RegExp(`${code}\\.1 Burglary, March 2025`))
    const whole = await see(`/check/${code}`)
    assert.match(whole.text, /Every figure stands as printed/)
    const one = await see(`/check/${code}.1`)
    assert.match(one.text, /As printed 230 burglaries were recorded in March 2025/)
    assert.match(one.text, /Returns of the force\. Monthly return/)
    assert.equal(one.$('a[href="/measures/burglary/values/2025-03"]').length, 1)
    assert.match((await see(`/check/${code}.99`)).text, /no figure of that number/)
  })

  it('tells what the register has revised since, on the report too, whose own words stay', async () => {
    const { deps, office } = there()
    await revised(deps, office.measure.slug, 228)
    const code = printedCode(checkCode(office.report.id, 1))
    const one = await see(`/check/${code}.1`)
    assert.match(one.text, /Superseded: figure/)
    assert.match(one.text, /The register says now 228 burglaries/)
    const report = await see(`/reports/${office.report.slug}`)
    assert.match(report.text, /One figure in it has since been revised/)
    assert.match(report.text, /230 burglaries 228 burglaries 21 May 2025 Return of May/)
    assert.match(report.$('.paper').text(), /230 burglaries were recorded/)
  })
})
