import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework } from '#test/support/frameworks.js'

it('shows the measures in the framework’s order, and offers changes to the office alone', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const [first, second] = await aFramework(app.deps, ['Robbery', 'Burglary'])
  const path = '/staff/frameworks/national'
  const $ = load((await app.get(path, actorOf('office'))).body)
  assert.deepEqual(
    $('tbody a[href^="/staff/measures/"]')
      .toArray()
      .map((link) => $(link).attr('href')),
    [first, second].map((id) => `/staff/measures/${id}`),
  )
  assert.equal($(`a[href="${path}/measures/${first}/take-out"]`).length, 1)
  const force = load((await app.get(path, actorOf('force'))).body)
  assert.equal(force(`a[href^="${path}/"]`).length, 0)
  assert.equal((await app.get('/staff/frameworks/none', actorOf('office'))).statusCode, 404)
})
