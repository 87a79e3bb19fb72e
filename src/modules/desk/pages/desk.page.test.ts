import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { publishUpdates, recordUpdate } from '#modules/delivery/index.js'
import { publishMeasure } from '#modules/measures/index.js'
import { addNode, planTree } from '#modules/plan/index.js'
import { createReport } from '#modules/reports/index.js'
import { actorOf, SYSTEM, testApp } from '#test/support/app.js'
import { aBody } from '#test/support/body.js'
import { type DeliveryApp, deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { anAccount } from '#test/support/people.js'
import { aReportDraft } from '#test/support/reports.js'

const waitingOn = ($: Awaited<ReturnType<DeliveryApp['page']>>['$']) =>
  $('.waiting__row')
    .toArray()
    .map((row) =>
      `${$(row).find('.waiting__due').text()}: ${$(row).find('.waiting__title').text()}`.replace('\u00a0', ' '),
    )

describe('the desk', () => {
  it('tells whoever lets people in what comes first, and whose roles are to be looked at again', async () => {
    const { deps, get } = await testApp({ day: isoDate('2026-05-01') })
    const waiting = async () => waitingOn(load((await get('/staff', actorOf('administrator'))).body))
    assert.deepEqual(await waiting(), ['Today: No local policing body is founded'])
    await aBody(deps)
    await anAccount(deps)
    assert.deepEqual(await waiting(), [])
    await anAccount(
      { ...deps, today: () => isoDate('2025-04-30') },
      { email: 'panel@wessex.example', roles: ['panel'] },
    )
    assert.deepEqual(await waiting(), ['Today: The roles of 1 person to look at again'])
  })

  it('shows the office what waits, the longest overdue first, each with one thing to do', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    const mine = await anActionIn(deps, office, { leadId: office.officeId })
    await anActionIn(deps, office, { title: 'Talk in schools', leadId: null })
    await recordUpdate(deps, officer, { actionId: mine.id, ...aDraft() })
    const { $ } = await page('/staff', officer)
    assert.equal($('h1').text(), 'Three things are waiting for you')
    assert.deepEqual(waitingOn($), [
      'Overdue 3 months: Talk in schools: nobody leads',
      'Overdue 30 days: Visits within 48 hours',
      'Today: 1 update not published yet',
    ])
    assert.deepEqual(
      $('.waiting__action a')
        .toArray()
        .map((each) =>
          $(each)
            .attr('href')
            ?.replace(/[0-9a-f-]{36}/, ':id'),
        ),
      ['/staff/actions/:id/edit', '/staff/actions/:id/updates/new', '/staff/publish'],
    )
    assert.match(wordsOf($('.panel').text()), /1 of 2 actions has an owner\. 1 was updated in time\./)
    await close()
  })

  it('leads a new office to its first plan', async () => {
    const { deps, get, close } = await testApp()
    const desk = async () => load((await get('/staff', actorOf('office'))).body)
    assert.deepEqual(waitingOn(await desk()), ['Today: No local policing body is founded'])
    await aBody(deps)
    const $ = await desk()
    assert.deepEqual(waitingOn($), ['Today: There is no plan yet'])
    assert.equal($('.waiting__action a').attr('href'), '/staff/plans/new')
    await close()
  })

  it('tells the office of a draft that differs from what is published', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    const tree = await planTree(deps.db, office.planId)
    const levelId = tree?.levels.find(({ holdsActions }) => holdsActions)?.id ?? ''
    const added = await addNode(deps, SYSTEM, {
      ...{ planId: office.planId, levelId, parentId: office.themeId, title: 'New promise', text: '' },
      bodies: { leadId: office.forceId, supporting: [] },
    })
    assert.ok(added.ok)
    assert.deepEqual(waitingOn((await page('/staff', officer)).$), ['Today: Plan for Wessex: 1 change not published'])
    await close()
  })

  it('asks for measures to be published and for figures that fell due during the plan, not for older ones', async () => {
    const { deps, officer, page, close } = await deliveryApp()
    await aMeasure(deps, { title: 'Knife crime' })
    for (const [title, period] of [
      ['Burglary', '2025-01'],
      ['Robbery', '2025-03'],
      ['Hate crime', '2017-03'],
    ] as const) {
      const { id, slug, version } = await aMeasure(deps, { title })
      await someFigures(deps, [`${slug},${period},230,,,final,`])
      assert.ok((await publishMeasure(deps, SYSTEM, { measureId: id, version })).ok)
    }
    assert.deepEqual(waitingOn((await page('/staff', officer)).$), [
      'Overdue 30 days: Burglary: newer figures',
      'Today: Knife crime: not published',
    ])
    await close()
  })

  it('brings up a report once its meeting is four weeks off', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    for (const [title, meetingOn] of [
      ['Near', '2025-05-20'],
      ['Far', '2025-06-11'],
    ] as const) {
      assert.ok((await createReport(deps, SYSTEM, aReportDraft(office, { title, meetingOn: isoDate(meetingOn) }))).ok)
    }
    assert.deepEqual(waitingOn((await page('/staff', officer)).$), ['Tue 20 May: Near'])
    await close()
  })

  it('shows a force only what its own organisation leads', async () => {
    const { deps, office, sergeant, page, close } = await deliveryApp()
    await anActionIn(deps, office)
    await anActionIn(deps, office, { title: 'The council’s own', leadId: office.councilId })
    await anActionIn(deps, office, { title: 'Nobody’s', leadId: null })
    const { $ } = await page('/staff', sergeant)
    assert.deepEqual(waitingOn($), ['Overdue 30 days: Visits within 48 hours'])
    assert.match(wordsOf($('.panel').text()), /You lead 1 action\. 1 of 1 behind\./)
    assert.doesNotMatch($('main').text(), /council|Nobody/)
    await close()
  })

  it('says that nothing waits when nothing does', async () => {
    const { officer, page, close } = await deliveryApp()
    const { $ } = await page('/staff', officer)
    assert.equal($('h1').text(), 'Nothing is waiting for you')
    assert.equal($('.waiting').length, 0)
    await close()
  })

  it('shows panel, auditor and visitor what was published lately, and nothing that was not', async () => {
    const { deps, office, page, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const hidden = await anActionIn(deps, office, { title: 'Still a draft' })
    const update = await recordUpdate(deps, SYSTEM, { actionId: id, ...aDraft() })
    await recordUpdate(deps, SYSTEM, { actionId: hidden.id, ...aDraft() })
    await publishUpdates(deps, SYSTEM, { updateIds: update.ok ? [update.value.id] : [] })
    for (const role of ['panel', 'auditor', 'visitor'] as const) {
      const { status, $ } = await page('/staff', actorOf(role))
      const text = wordsOf($('main').text())
      assert.equal(status, 200)
      assert.match(text, /Nothing is waiting for you.*Published lately.*Plan, version 1.*Visits within 48 hours/)
      assert.doesNotMatch(text, /Still a draft/)
      assert.equal($('main a[href="/staff/audit"]').length, role === 'auditor' ? 1 : 0)
    }
    await close()
  })

  it('sends anyone who has not signed in to the sign-in page', async () => {
    const { get, close } = await deliveryApp()
    const answer = await get('/staff')
    assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/sign-in?to=%2Fstaff'])
    await close()
  })
})
