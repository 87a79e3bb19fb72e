import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure } from '#test/support/measures.js'
import { aTableOfCrime } from '#test/support/national-tables.js'

const ADDRESS = '/staff/national-tables/bind'

describe('the page that lets a table fill a measure', () => {
  it('shows the figures first, then binds and fills', async () => {
    const { deps, get, post } = await testApp()
    await aTableOfCrime(deps)
    const { id: measure } = await aMeasure(deps, { title: 'Burglary in Kent', frequency: 'rolling-12-months' })
    const as = actorOf('office')
    const lines = { kind: 'recorded-crime', force: 'E23000032', figure: '', label: 'offence', text: 'Burglary' }
    const answers = { measure, ...lines }
    const seen = await post(ADDRESS, { ...answers, do: 'preview' }, as)
    assert.equal(seen.statusCode, 303)
    const $ = load((await get(String(seen.headers.location), as)).body)
    assert.match($('caption:contains("What would fill it")').parent().find('tbody tr').text(), /12m to 2018-03120/)
    const bound = await post(ADDRESS, { ...answers, do: 'bind' }, as)
    assert.equal(bound.statusCode, 303)
    const listed = load((await get('/staff/national-tables', as)).body)
    assert.match(
      listed('caption:contains("Lines of tables and the measures that they fill")').parent().text(),
      /Burglary in Kent.*offences of Kent, Burglary/,
    )
    const twice = await post(ADDRESS, { ...answers, do: 'bind' }, as)
    assert.equal(twice.statusCode, 422)
    assert.match(twice.body, /A national table fills this measure/)
  })

  it('says which lines there are when none is meant, and asks for what is not said', async () => {
    const { deps, post } = await testApp()
    await aTableOfCrime(deps)
    const { id: measure } = await aMeasure(deps, { frequency: 'rolling-12-months' })
    const as = actorOf('office')
    const lines = { kind: 'recorded-crime', force: 'E23000032', figure: '', label: 'offence', text: 'Arson' }
    const none = await post(ADDRESS, { measure, ...lines, do: 'preview' }, as)
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /Burglary, Robbery/)
    const half = await post(ADDRESS, { measure, ...lines, text: '', do: 'preview' }, as)
    assert.match(half.body, /Say both which column and what it says/)
    const empty = { measure: '', kind: '', force: '', figure: '', label: '', text: '', do: 'preview' }
    assert.match((await post(ADDRESS, empty, as)).body, /Choose the measure/)
  })

  it('is closed to those who may not bind', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
  })
})
