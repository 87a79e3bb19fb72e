import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { aTableOfCrime } from '#test/support/national-tables.js'
import { bindTable } from '../actions/bind-table.js'
import type { TableSlice } from '../domain/table-slice.js'

it('ends the filling of a measure once somebody has seen what it is, and keeps its figures', async () => {
  const { deps, get, post } = await testApp()
  await aTableOfCrime(deps)
  const { id: measureId } = await aMeasure(deps, { frequency: 'rolling-12-months' })
  const where = { offence: 'Burglary' }
  const slice: TableSlice = { kind: 'recorded-crime', force: 'E23000032', figure: 'offences', where }
  const bound = await bindTable(deps, SYSTEM, { measureId, slice })
  assert.ok(bound.ok)
  const address = `/staff/national-tables/bindings/${bound.value.binding.id}`
  const as = actorOf('office')
  assert.match(load((await get(address, as)).body)('.summary').text(), /offences of Kent, Burglary/)
  assert.equal((await get(address, actorOf('panel'))).statusCode, 403)
  assert.equal((await post(address, {}, as)).statusCode, 422)
  assert.equal((await post(address, { end: 'end' }, as)).statusCode, 303)
  assert.equal((await get(address, as)).statusCode, 404)
  assert.match(load((await get(`/staff/measures/${measureId}`, as)).body)('.lede').text(), /120/)
})
