import assert from 'node:assert/strict'
import { it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { frameworks } from '../actions/labels-of.js'

it('enters a framework under an address of its own', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const form = { name: 'New', kind: 'other', source: 'Decision of 1 June' }
  for (const address of ['/staff/frameworks/new-2', '/staff/frameworks/new-3']) {
    const answer = await app.post('/staff/frameworks/new', form, actorOf('office'))
    assert.equal(answer.headers.location, address)
    assert.equal((await app.get(address, actorOf('office'))).statusCode, 200)
  }
})

it('asks for name and source, and for a last day that is not before the first', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const day = (name: string, year: string) => ({
    [`${name}-day`]: '1',
    [`${name}-month`]: '4',
    [`${name}-year`]: year,
  })
  const send = (form: Record<string, string>) => app.post('/staff/frameworks/new', form, actorOf('office'))
  assert.match((await send({ kind: 'other', name: '', source: '' })).body, /Enter where it is laid down/)
  const words = { name: 'Set', kind: 'other', source: 'Decision' }
  const late = await send({ ...words, ...day('startsOn', '2025'), ...day('endsOn', '2024') })
  assert.equal(late.statusCode, 422)
  assert.match(late.body, /must not lie before the first/)
  assert.deepEqual(await frameworks(app.deps.db), [])
  assert.equal((await app.get('/staff/frameworks/new', actorOf('force'))).statusCode, 403)
})
