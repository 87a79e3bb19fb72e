import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { testApp } from '#test/support/app.js'
import { aGroup, anOfficeWithNeighbours } from '#test/support/comparisons.js'
import { aPublishedMeasure } from '#test/support/measures.js'

describe('the public page that compares a measure', () => {
  it('is led to from the measure, and says where we stand', async () => {
    const { deps, get } = await testApp()
    await anOfficeWithNeighbours(deps)
    assert.equal(load((await get('/measures/crime-rate')).body)('a[href="/measures/crime-rate/compare"]').length, 1)
    const page = load((await get('/measures/crime-rate/compare')).body)
    assert.match(page('.lede').text(), /Cambridgeshire had 70\.0 crimes .* the second lowest of four areas/)
    assert.match(page('main').text(), /As known on 28 April 2025\. Group: Chosen by the office/)
  })

  it('shows no group that is not for the public', async () => {
    const { deps, get } = await testApp()
    await anOfficeWithNeighbours(deps)
    await aGroup(deps, ['Kent'], { kind: 'most-similar-group', name: 'Secret peers', isPublishable: false })
    const answer = await get('/measures/crime-rate/compare?group=secret-peers')
    assert.doesNotMatch(answer.body, /Secret peers/)
    assert.match(answer.body, /Our neighbours/)
  })

  it('is not offered for counts, and not there for what is not public', async () => {
    const { deps, get } = await testApp()
    await anOfficeWithNeighbours(deps)
    await aPublishedMeasure(deps)
    assert.doesNotMatch((await get('/measures/burglary')).body, /burglary\/compare/)
    assert.match((await get('/measures/burglary/compare')).body, /Not compared/)
    assert.equal((await get('/measures/none/compare')).statusCode, 404)
  })
})
