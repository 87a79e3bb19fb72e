import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { bindSlice } from '#modules/police-data/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { aPoliceOffice, FORCE } from '#test/support/local-crime.js'
import { aMeasure } from '#test/support/measures.js'

it('ends the filling of a measure once somebody has seen what it is, and keeps its figures', async () => {
  const { deps, get, post } = await testApp()
  await aPoliceOffice(deps)
  const { id: measureId } = await aMeasure(deps)
  const slice = { forces: [FORCE], types: ['Burglary'], includeAsb: false }
  const bound = await bindSlice(deps, SYSTEM, { measureId, slice })
  assert.ok(bound.ok)
  const address = `/staff/police-data/bindings/${bound.value.binding.id}`
  const as = actorOf('office')
  const $ = load((await get(address, as)).body)
  assert.match($('.summary').text(), /Burglary, reported by Bedfordshire Police/)
  assert.equal((await get(address, actorOf('panel'))).statusCode, 403)
  assert.equal((await post(address, {}, as)).statusCode, 422)
  assert.equal((await post(address, { end: 'end' }, as)).statusCode, 303)
  assert.equal((await get(address, as)).statusCode, 404)
  const figures = await get(`/staff/measures/${measureId}`, as)
  assert.match(load(figures.body)('.lede').text(), /12/)
})
