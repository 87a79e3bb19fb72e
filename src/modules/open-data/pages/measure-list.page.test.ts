import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { frameMeasure, saveFramework } from '#modules/measures/index.js'
import { SYSTEM } from '#test/support/app.js'
import { aMeasure, aPublishedMeasure } from '#test/support/measures.js'
import { publicSite } from '#test/support/public-site.js'

describe('the list of measures', () => {
  const { see, look, file, there } = publicSite()
  before(async () => {
    await aMeasure(there().deps, { title: 'Not published' })
    await aPublishedMeasure(there().deps, { title: 'Robbery', unitLabel: 'robberies' })
  })

  it('gives each published measure with its newest figure, period and source, and what its chart says', async () => {
    const { $, text } = await see('/measures')
    assert.equal($('tbody tr').length, 2)
    assert.match(text, /Burglary ?Returns of the force 230 burglaries Mar 2025 – Too few points/)
    assert.doesNotMatch(text, /Not published/)
  })

  it('groups measures by the parts of the plan, and puts them in another order when asked', async () => {
    const { $ } = await see('/measures')
    assert.deepEqual(
      $('h2')
        .map((_, head) => $(head).text())
        .get()
        .slice(0, 2),
      ['Crime prevention', 'Other measures'],
    )
    const byName = await see('/measures?order=name')
    assert.equal(byName.$('main h2').first().text(), 'All measures')
    assert.deepEqual(
      byName
        .$('tbody th a')
        .map((_, link) => byName.$(link).text())
        .get(),
      ['Burglary', 'Robbery'],
    )
  })

  it('shows only those that inform a theme when asked, and nothing for an unknown theme', async () => {
    const { $ } = await see('/measures?plan=plan-for-wessex&theme=crime-prevention')
    assert.equal($('tbody tr').length, 1)
    assert.equal($('select[name=theme] option[selected]').text(), 'Crime prevention')
    assert.equal((await look('/measures?theme=unknown')).status, 404)
    assert.equal((await look('/measures?plan=unknown&theme=crime-prevention')).status, 404)
  })

  it('shows a framework under the names that it gives to measures', async () => {
    const { deps, office } = there()
    const words = { name: 'National measures', source: 'White paper', sourceUrl: null, startsOn: null, endsOn: null }
    await saveFramework(deps, SYSTEM, { slug: 'national', kind: 'national-measures', ...words })
    await frameMeasure(deps, SYSTEM, {
      framework: 'national',
      measureId: office.measure.id,
      label: 'Homes broken into',
    })
    const { $, text } = await see('/measures?framework=national')
    assert.equal($('tbody tr').length, 1)
    assert.match(text, /Homes broken into ?Burglary/)
    assert.equal((await look('/measures?framework=unknown')).status, 404)
  })

  it('shows what was known on a day, in its files too, and says so of a day that cannot be shown', async () => {
    const { $, text } = await see('/measures?as-known-on=2024-01-31')
    assert.match(text, /This page shows what was known on 31 January 2024/)
    assert.doesNotMatch($('table').text(), /230/)
    assert.ok($('a[href="/open-data/observations.csv?as-known-on=2024-01-31"]').length > 0)
    assert.doesNotMatch((await file('/open-data/observations.csv?as-known-on=2024-01-31')).body, /230/)
    assert.match((await see('/measures?as-known-on=2099-01-01')).text, /1 January 2099 is still to come/)
    assert.equal((await look('/open-data/observations.csv?as-known-on=2099-01-01')).status, 404)
    assert.equal((await look('/open-data/actions.csv?as-known-on=2024-01-31')).status, 404)
  })
})

describe('the list of measures of a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says so', async () => {
    assert.match((await see('/measures')).text, /No measures have been published yet/)
  })
})
