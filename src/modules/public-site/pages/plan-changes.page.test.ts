import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { editNode, publishVersion } from '#modules/plan/index.js'
import { SYSTEM } from '#test/support/app.js'
import { PLAN, publicSite } from '#test/support/public-site.js'

describe('what changed between two versions', () => {
  const { see, look, there } = publicSite()
  before(async () => {
    const { deps, office } = there()
    await editNode(deps, SYSTEM, { nodeId: office.youthId, version: 1, title: 'Work with families', text: '' })
    await publishVersion(deps, SYSTEM, { planId: office.planId, note: 'Families too.' })
  })

  it('marks the words that went and came, and gives the office’s reason', async () => {
    const { $, text } = await see(`${PLAN}/changes/1/2`)
    assert.match($('del').text(), /young people/)
    assert.match($('ins').text(), /families/)
    assert.match(text, /Families too\./)
  })

  it('is linked from the front page', async () => {
    const { $ } = await see('/')
    assert.equal($(`a[href="${PLAN}/changes/1/2"]`).text(), 'What changed in April 2025')
  })

  it('is not there for a version that was never published', async () => {
    for (const pair of ['1/3', '0/1', 'a/b']) assert.equal((await look(`${PLAN}/changes/${pair}`)).status, 404, pair)
  })
})
