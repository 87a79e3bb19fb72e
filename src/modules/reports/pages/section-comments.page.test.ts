import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf } from '#test/support/app.js'
import { reportPages } from '#test/support/report-pages.js'

describe('comments on a section', () => {
  const { officer, there } = reportPages()

  it('are left, counted on the report, and settled', async () => {
    const { app, at } = there()
    const here = `${at}/sections/purpose/comments`
    assert.equal((await app.post(here, { text: 'Which <b>year</b>?' }, officer)).statusCode, 303)
    assert.match((await app.get(at, officer)).body, /1 open comment/)
    const page = load((await app.get(here, officer)).body)
    assert.equal(page('.remark .as-typed').text(), 'Which <b>year</b>?')
    const settle = page('button[name="settle"]').attr('value') ?? ''
    assert.equal((await app.post(here, { settle }, officer)).statusCode, 303)
    assert.doesNotMatch((await app.get(at, officer)).body, /open comment/)
    assert.match((await app.get(here, officer)).body, /Settled by/)
  })

  it('are asked for when nothing was typed, and are for the office', async () => {
    const { app, at } = there()
    const here = `${at}/sections/purpose/comments`
    assert.equal((await app.post(here, { text: '' }, officer)).statusCode, 422)
    assert.equal((await app.post(here, { text: 'x' }, actorOf('panel'))).statusCode, 403)
  })
})
