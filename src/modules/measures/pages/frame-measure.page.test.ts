import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework, labelsWithin } from '#test/support/frameworks.js'
import { aMeasure } from '#test/support/measures.js'

it('puts a measure in under the name that it has there, once', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const [within] = await aFramework(app.deps, ['Burglary'])
  const { id } = await aMeasure(app.deps, { title: 'Robbery' })
  const path = '/staff/frameworks/national/measures/new'
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.equal($(`option[value="${within}"]`).length, 0)
  const put = (measure: string) => app.post(path, { measure, label: 'Personal robbery' }, actorOf('office'))
  assert.equal((await put(id)).statusCode, 303)
  assert.deepEqual(await labelsWithin(app.deps), ['Burglary', 'Personal robbery'])
  for (const bad of ['', 'forged', id]) assert.equal((await put(bad)).statusCode, 422)
  assert.equal((await app.get(path, actorOf('force'))).statusCode, 403)
})
