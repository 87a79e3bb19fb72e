import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publishUpdates, recordUpdate } from '#modules/delivery/index.js'
import { actorOf, SYSTEM } from '#test/support/app.js'
import { deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'

describe('the page of an action', () => {
  it('says how it is going and why, and what the public sees of it', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    const { id, milestones } = await anActionIn(deps, office)
    await publishUpdates(deps, SYSTEM, { updateIds: [], actionIds: [id] })
    const evidence = { title: 'Training record', url: 'https://www.example.org/training' }
    await recordUpdate(deps, officer, { actionId: id, ...aDraft({ completes: [milestones[0]?.id ?? ''], evidence }) })
    const { $ } = await page(`/staff/actions/${id}`, officer)
    const text = wordsOf($('main').text())
    assert.match(
      text,
      /On course 1 of 2 milestones is done; the next, “All teams trained”, is due on 30 September 2025/,
    )
    assert.match(text, /The public sees this action as “Behind”\. 1 update not published\./)
    assert.equal($('main a[href="https://www.example.org/training"]').text(), 'Training record')
    assert.match(text, /Recorded 30 April 2025.* Not published yet/)
    await close()
  })
  it('shows the reason where a person set the state', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const override = { status: 'on-course', reason: 'The trainer comes in May' } as const
    await recordUpdate(deps, officer, { actionId: id, ...aDraft({ override }) })
    const text = wordsOf((await page(`/staff/actions/${id}`, officer)).$('main').text())
    assert.match(text, /By its milestones and dates it would be behind.*Reason given: The trainer comes in May/)
    await close()
  })
  it('is refused to a force that has no part in it, and is not there under a forged id', async () => {
    const { deps, office, officer, sergeant, page, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office, { leadId: office.councilId })
    assert.equal((await page(`/staff/actions/${id}`, sergeant)).status, 403)
    assert.equal((await page('/staff/actions/forged', officer)).status, 404)
    await close()
  })
  it('lets an auditor read and change nothing', async () => {
    const { deps, office, page, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const { status, $ } = await page(`/staff/actions/${id}`, actorOf('auditor'))
    assert.equal(status, 200)
    assert.equal($('main a[role="button"]').length, 0)
    await close()
  })
})
