import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aPublishedMeasure } from '#test/support/measures.js'

it('shows staff the newest quarter that is over, with the ways to choose another and to take it away', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const page = await app.get('/staff/data-pack', actorOf('office'))
  assert.equal(page.statusCode, 200)
  const $ = load(page.body)
  assert.match($('h1').text(), /Data pack, /)
  const chosen = $('select[name=quarter] option[selected]').attr('value') ?? ''
  assert.match(chosen, /^\d{4}\/\d{2} Q[1-4]$/)
  const asked = new URLSearchParams({ quarter: chosen })
  assert.equal($(`a[href="/data-pack/measures.xlsx?${asked}"]`).length, 1)
  assert.notEqual((await app.get('/staff/data-pack')).statusCode, 200)
})
