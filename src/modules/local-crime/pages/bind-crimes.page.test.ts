import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aPoliceOffice } from '#test/support/local-crime.js'
import { aMeasure } from '#test/support/measures.js'

const ADDRESS = '/staff/police-data/bind'

describe('the page that lets crimes fill a measure', () => {
  it('shows the figures first, then binds and fills', async () => {
    const { deps, get, post } = await testApp()
    await aPoliceOffice(deps)
    const { id: measure } = await aMeasure(deps, { title: 'Burglary in Luton' })
    const as = actorOf('office')
    const answers = { measure, type: 'Burglary', place: 'E06000032' }
    const seen = await post(ADDRESS, { ...answers, do: 'preview' }, as)
    assert.equal(seen.statusCode, 303)
    const $ = load((await get(String(seen.headers.location), as)).body)
    assert.match(
      $('caption:contains("What would fill it")').parent().find('tbody tr').last().text(),
      /March 2025\D*12March 2025/,
    )
    const bound = await post(ADDRESS, { ...answers, do: 'bind' }, as)
    assert.equal(bound.statusCode, 303)
    const listed = load((await get('/staff/police-data', as)).body)
    assert.match(
      listed('caption:contains("measures that they fill")').parent().text(),
      /Burglary in LutonBurglary, Luton, reported by Bedfordshire Police/,
    )
    const twice = await post(ADDRESS, { ...answers, do: 'bind' }, as)
    assert.equal(twice.statusCode, 422)
    assert.match(twice.body, /Police records fill this measure/)
  })

  it('asks for the measure', async () => {
    const { deps, post } = await testApp()
    await aPoliceOffice(deps)
    const sent = await post(ADDRESS, { measure: '', type: '', place: '', do: 'preview' }, actorOf('office'))
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /Choose the measure/)
  })

  it('is closed to those who may not bind', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
  })
})
