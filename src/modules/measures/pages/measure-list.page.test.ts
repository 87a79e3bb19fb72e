import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure, aPublishedMeasure, someFigures } from '#test/support/measures.js'

it('lists what is not public first, with what it lacks, then what is, with when its next figures are due', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  await aMeasure(app.deps, { title: 'Arson', caveat: '' })
  await aMeasure(app.deps, { title: 'Robbery' })
  await someFigures(app.deps, ['robbery,2025-01,5,,,final,'])
  const page = await app.get('/staff/measures', actorOf('office'))
  assert.equal(page.statusCode, 200)
  const $ = load(page.body)
  const rows = $('tbody tr')
    .toArray()
    .map((row) =>
      $(row)
        .children()
        .toArray()
        .map((cell) => $(cell).text()),
    )
  assert.deepEqual(rows, [
    ['Arson', 'Performance officer', '–', 'what to bear in mind (caveat) and at least one figure'],
    ['Robbery', 'Performance officer', '5 burglaries, Jan 2025', 'Nothing: it can be published'],
    ['BurglaryNext due by end of May 2025', '230 burglariesMar\u00a02025', '–', 'Too few pointsToo few points'],
  ])
})

it('shows what was known on a day, and says so of a day that is none', async (t) => {
  const app = await testApp()
  t.after(app.close)
  await aPublishedMeasure(app.deps)
  const then = await app.get('/staff/measures?as-known-on=2024-01-31', actorOf('office'))
  assert.match(then.body, /This page shows what was known on 31 January 2024/)
  assert.doesNotMatch(load(then.body)('table').text(), /230/)
  const never = await app.get('/staff/measures?as-known-on=2024-02-31', actorOf('office'))
  assert.match(never.body, /‘2024-02-31’ is no day of the calendar/)
})

it('offers to change nothing to those who may only read, and is closed to the Panel and the public', async (t) => {
  const app = await testApp()
  t.after(app.close)
  const page = await app.get('/staff/measures', actorOf('auditor'))
  assert.equal(load(page.body)('main a[href="/staff/measures/new"]').length, 0)
  assert.match(page.body, /No measure has been entered yet/)
  assert.equal((await app.get('/staff/measures', actorOf('panel'))).statusCode, 403)
  assert.notEqual((await app.get('/staff/measures')).statusCode, 200)
})
