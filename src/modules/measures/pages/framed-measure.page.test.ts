import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework, labelsWithin } from '#test/support/frameworks.js'

it('changes the name that a measure has there, and its place', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const [, , third = ''] = await aFramework(app.deps, ['A', 'B', 'C'])
  const path = `/staff/frameworks/national/measures/${third}`
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.deepEqual([$('#label').attr('value') ?? '', $('#place').attr('value')], ['', '3'])
  const send = (place: string) => app.post(path, { label: 'Third', place }, actorOf('office'))
  assert.equal((await send('1')).statusCode, 303)
  assert.deepEqual(await labelsWithin(app.deps), ['Third', 'A', 'B'])
  for (const bad of ['', '0', '4', 'last', '1.5']) assert.equal((await send(bad)).statusCode, 422)
  assert.deepEqual(await labelsWithin(app.deps), ['Third', 'A', 'B'])
  const forged = '/staff/frameworks/national/measures/forged'
  assert.equal((await app.get(forged, actorOf('office'))).statusCode, 404)
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
