import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { anAccount, as } from '#test/support/people.js'

const office = actorOf('office')

async function setUp() {
  const app = await testApp()
  const { councilId } = await aBodyWithPartners(app.deps)
  const request = {
    email: 'lead@council.example',
    name: 'Council lead',
    roles: ['partner'],
    organisationId: councilId,
  } as const
  const partner = await anAccount(app.deps, request)
  const officer = await anAccount(app.deps)
  const me = as(officer, office)
  const address = `/staff/people/${partner.id}/links`
  const shown = async (viewer = me) =>
    load((await app.get(address, viewer)).body)('code')
      .first()
      .text()
  return { ...app, partner, officer, me, address, shown }
}

describe('the page of somebody’s links', () => {
  it('shows an invitation to whoever made it, until it was passed on', async () => {
    const { get, post, me, address, shown } = await setUp()
    assert.equal((await post(address, { kind: 'invitation' }, me)).statusCode, 303)
    assert.match(await shown(), /^http:\/\/localhost:3000\/invitation\/[\w-]{43}$/)
    assert.equal(await shown(office), '', 'another administrator sees the link')
    const noted = load((await get(address, me)).body)('button[name="noted"]').attr('value') ?? ''
    await post(address, { kind: '', noted }, me)
    assert.equal(await shown(), '')
    assert.match((await get(address, me)).body, /An invitation is open/)
  })

  it('ends one invitation with the next, or when it is withdrawn', async () => {
    const { get, post, me, address, shown } = await setUp()
    await post(address, { kind: 'invitation' }, me)
    const first = (await shown()).replace('http://localhost:3000', '')
    await post(address, { kind: 'invitation' }, me)
    const second = (await shown()).replace('http://localhost:3000', '')
    assert.match((await get(first)).body, /This link opens nothing/)
    assert.match((await get(second)).body, /Welcome, Council lead/)
    const withdraw = load((await get(address, me)).body)('button[name="withdraw"]').attr('value') ?? ''
    await post(address, { kind: '', withdraw }, me)
    assert.match((await get(second)).body, /This link opens nothing/)
  })

  it('makes a pass for partners only, and no link for who may not sign in', async () => {
    const { get, post, me, address, officer, shown } = await setUp()
    await post(address, { kind: '14' }, me)
    assert.match(await shown(), /\/pass\//)
    const own = `/staff/people/${officer.id}/links`
    assert.equal(load((await get(own, me)).body)('input[name="kind"]').length, 1)
    const answer = await post(own, { kind: '14' }, me)
    assert.match(load(answer.body)('#kind-error').text(), /Only partner contributors/)
    assert.equal((await post(own, { kind: '4000' }, me)).statusCode, 422)
  })
})
