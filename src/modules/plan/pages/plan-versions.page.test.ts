import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan, aPublishedPlan } from '#test/support/draft-plan.js'
import { editNode } from '../actions/edit-node.js'
import { publishVersion } from '../actions/publish-version.js'

const office = actorOf('office')

describe('the list of versions', () => {
  it('shows each with its note, its fingerprint and what changed since the one before', async () => {
    const { deps, get } = await testApp()
    const { planId, slug, idOf, version } = await aPublishedPlan(deps)
    await editNode(deps, office, { nodeId: idOf('streets'), version: 1, title: 'Calm', text: '' })
    await publishVersion(deps, office, { planId, note: 'Second version' })
    const page = load((await get(`/staff/plans/${planId}/versions`, office)).body)
    const rows = page('tbody tr')
    assert.equal(rows.length, 2)
    assert.match(rows.first().text(), /Version 2.*Second version/)
    assert.equal(rows.first().find('td a').attr('href'), `/staff/plans/${planId}/changes/1/2`)
    assert.equal(rows.last().find('a').attr('href'), `/plans/${slug}/versions/1`)
    assert.equal(rows.last().find('code').text(), version.sha256.slice(0, 12))
  })

  it('says when there is none yet', async () => {
    const { deps, get } = await testApp()
    const { planId } = await aDraftPlan(deps)
    assert.match((await get(`/staff/plans/${planId}/versions`, office)).body, /Not published yet/)
  })
})
