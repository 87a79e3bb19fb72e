import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { editNode, publishVersion } from '#modules/plan/index.js'
import { SYSTEM } from '#test/support/app.js'
import { PLAN, publicSite } from '#test/support/public-site.js'

describe('a published version', () => {
  const { see, look, there } = publicSite()

  it('is given whole, with its fingerprint', async () => {
    const { text } = await see(`${PLAN}/versions/1`)
    assert.match(text, /Work with young people/)
    assert.match(text, /Fingerprint \(SHA-256\): [0-9a-f]{64}/)
    assert.doesNotMatch(text, /A later version/)
  })

  it('is not there for a number that no version has', async () => {
    for (const number of ['0', '2', '01', '-1', 'one', '1e0', '99999999999999999999']) {
      assert.equal((await look(`${PLAN}/versions/${number}`)).status, 404, number)
    }
  })

  it('keeps its words when a later one is published, and leads to it', async () => {
    const { deps, office } = there()
    const change = { nodeId: office.youthId, version: 1, title: 'Work with families', text: '' }
    assert.ok((await editNode(deps, SYSTEM, change)).ok)
    assert.doesNotMatch((await see(`${PLAN}/versions/1`)).text, /families/)
    assert.ok((await publishVersion(deps, SYSTEM, { planId: office.planId, note: 'Families too.' })).ok)
    const { $, text } = await see(`${PLAN}/versions/1`)
    assert.match(text, /Work with young people/)
    assert.ok($(`a[href="${PLAN}/versions/2"]`).length > 0)
    assert.match((await see(`${PLAN}/versions/2`)).text, /Work with families/)
  })
})
