import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { planTree } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { actorOf, type TestApp, testApp } from '#test/support/app.js'
import { OLD_PLAN } from '#test/support/old-plan.js'
import { anOfficeToReportOn } from '#test/support/reports.js'

const dated = (name: string, [year, month, day]: readonly number[]) => ({
  [`${name}-year`]: String(year),
  [`${name}-month`]: String(month),
  [`${name}-day`]: String(day),
})

const PLAN = {
  ...{ title: 'The old plan', vision: 'Safer together' },
  ...dated('electionOn', [2021, 5, 6]),
  ...dated('nextElectionOn', [2024, 5, 2]),
  ...dated('startsOn', [2021, 12, 1]),
}

describe('a draft plan of what was confirmed', () => {
  let app: TestApp
  let at = ''
  const officer = actorOf('office')
  before(async () => {
    app = await testApp()
    await anOfficeToReportOn(app.deps)
    const file = { fileName: 'plan.txt', bytes: Buffer.from(OLD_PLAN), as: officer }
    at = String((await app.upload('/staff/plans/read', {}, file)).headers.location)
  })
  after(() => app.close())

  it('is not made of nothing', async () => {
    const answer = await app.post(`${at}/draft`, PLAN, officer)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /No theme is confirmed yet/)
  })

  it('has the confirmed themes with what stands under them, and nothing else', async () => {
    const $ = load((await app.get(at, officer)).body)
    const chosen = $('input[name="confirmed"]')
      .toArray()
      .filter((box) => /Safer streets/.test($(`label[for="${box.attribs.id}"]`).text()))
      .map((box) => box.attribs.value ?? '')
    await app.post(at, { version: '1', confirmed: chosen }, officer)
    const made = await app.post(`${at}/draft`, PLAN, officer)
    assert.equal(made.statusCode, 303)
    const id = String(made.headers.location).split('/').at(-1) ?? ''
    const tree = found(await planTree(app.deps.db, id))
    assert.deepEqual(
      tree.nodes.map(({ title }) => title),
      [
        'Safer streets',
        'Fewer people are harmed in public places',
        'Patrol where harm is greatest',
        'Bring people to justice',
      ],
    )
  })
})
