import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aMeasure, someFigures } from '#test/support/measures.js'

it('says of each owner what is due, what is longest due first, with a workbook to fill in', async (t) => {
  const app = await testApp({ day: isoDate('2025-06-10') })
  t.after(app.close)
  await aMeasure(app.deps)
  await aMeasure(app.deps, { title: 'Arson', owner: 'Fire officer' })
  await someFigures(app.deps, ['burglary,2025-02,198,,,final,'])
  const $ = load((await app.get('/staff/measures/due', actorOf('office'))).body)
  assert.deepEqual(
    $('main h2')
      .toArray()
      .map((each) => $(each).text()),
    ['Fire officer', 'Performance officer'],
  )
  assert.match($('main').text(), /Since 30 April 2025.*Feb 2025.*Mar 2025 to May 2025 \(3\)/s)
  const one = load((await app.get('/staff/measures/due?owner=Fire+officer', actorOf('office'))).body)
  assert.equal(one('main h2').length, 1)
  const link = String($('main a[href*="template.xlsx"]').first().attr('href'))
  const file = await app.get(link, actorOf('office'))
  assert.equal(file.statusCode, 200)
  assert.match(String(file.headers['content-disposition']), /figures-fire-officer\.xlsx/)
})

it('is for those who may read the register', async (t) => {
  const app = await testApp()
  t.after(app.close)
  assert.equal((await app.get('/staff/measures/due', actorOf('panel'))).statusCode, 403)
  assert.equal((await app.get('/staff/measures/template.xlsx', actorOf('panel'))).statusCode, 403)
  assert.equal((await app.get('/staff/measures/template.xlsx?owner=Nobody', actorOf('office'))).statusCode, 404)
})
