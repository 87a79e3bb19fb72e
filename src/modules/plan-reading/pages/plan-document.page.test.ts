import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { OLD_PLAN } from '#test/support/old-plan.js'

describe('what was found in an old plan', () => {
  let app: TestApp
  let at = ''
  const officer = actorOf('office')
  before(async () => {
    app = await testApp()
    const file = { fileName: 'plan.txt', bytes: Buffer.from(OLD_PLAN), as: officer }
    at = String((await app.upload('/staff/plans/read', {}, file)).headers.location)
  })
  after(() => app.close())

  it('stands with the passage that it cites, and nothing is confirmed beforehand', async () => {
    const $ = load((await app.get(at, officer)).body)
    assert.equal($('input[name="confirmed"]:checked').length, 0)
    assert.match($('main').text(), /Safer streets: Patrol where harm is greatest/)
    assert.match($('main').text(), /Line 9: “Patrol where harm is greatest”|Line 9: “- Patrol where harm is greatest”/)
    assert.match($('main').text(), /Victim hub: 2023\/24: £446,000; 2024\/25: £450,000/)
  })

  it('is confirmed one by one, and can be taken back', async () => {
    const values = load((await app.get(at, officer)).body)('input[name="confirmed"]')
      .toArray()
      .map((box) => box.attribs.value ?? '')
    const [first = '', second = ''] = values
    await app.post(at, { version: '1', confirmed: [first, second] }, officer)
    await app.post(at, { version: '3', confirmed: [second, 'row-1-1'] }, officer)
    const late = await app.post(at, { version: '3', confirmed: [first] }, officer)
    assert.equal(late.statusCode, 409, 'somebody else decided since')
    const unknown = await app.post(at, { version: '5', confirmed: ['part-999'] }, officer)
    assert.equal(unknown.statusCode, 422)
    const $ = load((await app.get(at, officer)).body)
    const checked = $('input[name="confirmed"]:checked').toArray()
    assert.deepEqual(
      checked.map((box) => box.attribs.value),
      [second, 'row-1-1'],
    )
    const csv = (await app.get(`${at}/money.csv`, officer)).body
    assert.match(csv, /Victim hub,2024\/25,"?£450,000"?/)
    assert.doesNotMatch(csv, /Counselling/)
  })
})
