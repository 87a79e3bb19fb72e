import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aFramework } from '#test/support/frameworks.js'

it('lists the frameworks with the number of their measures, and offers a new one to the office alone', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.match((await app.get('/staff/frameworks', actorOf('office'))).body, /No framework has been entered yet/)
  await aFramework(app.deps, ['Burglary', 'Robbery'])
  const $ = load((await app.get('/staff/frameworks', actorOf('office'))).body)
  assert.deepEqual(
    $('tbody td, tbody th')
      .toArray()
      .map((cell) => $(cell).text()),
    ['National measures', 'National measures', '2'],
  )
  assert.equal($('tbody a').attr('href'), '/staff/frameworks/national')
  assert.equal($('a[href="/staff/frameworks/new"]').length, 1)
  const force = load((await app.get('/staff/frameworks', actorOf('force'))).body)
  assert.equal(force('a[href="/staff/frameworks/new"]').length, 0)
})
