import assert from 'node:assert/strict'
import { describeJourneys, type Setting } from '#test/support/journey.js'
import type { KeyboardUser } from '#test/support/keyboard.js'

const THEME = '/plans/police-and-crime-plan-2021-to-2025/themes/crime-prevention'
const ACTION = 'Repeat burglary visits within 48 hours'
const MILESTONE = 'Check of a hundred homes after six months'
const WHAT = 'All hundred homes were looked at again. Four had been entered a second time.'

/** Follows the side list, which is a menu on a telephone. */
async function goTo(person: KeyboardUser, place: string): Promise<void> {
  if ((person.page.viewportSize()?.width ?? 0) < 600) {
    await person.tabTo('Menu')
    await person.page.keyboard.press('Enter')
  }
  await person.press(place)
}

async function recordUpdate(officer: KeyboardUser): Promise<void> {
  await officer.open('/staff')
  await goTo(officer, 'Actions and updates')
  await officer.press(ACTION)
  await officer.press('Write an update')
  await officer.write('What was done?', WHAT)
  await officer.tick(new RegExp(MILESTONE), true)
  await officer.press('Record update')
  assert.equal(officer.status, 422)
  await officer.tabTo(/evidence/i, { role: 'link' })
  await officer.page.keyboard.press('Enter')
  assert.equal(await officer.focusedId(), 'evidenceTitle')
  assert.equal(await officer.page.getByLabel('What was done?').inputValue(), WHAT)
  await officer.page.keyboard.insertText('Check of a hundred homes, April 2025')
  await officer.write('Where is that to be found?', 'https://www.example.org/hundred-homes')
  await officer.press('Record update')
  assert.match(await officer.words(), /Update recorded\. It is public once it is published/)
}

/** Leaves only the new update ticked, and publishes it. */
async function publishIt(officer: KeyboardUser): Promise<void> {
  await officer.press('See what waits to be published')
  const labels = await officer.page.locator('label').allInnerTexts()
  assert.ok(labels.some((label) => label.startsWith(ACTION)))
  for (const label of labels.filter((each) => !each.startsWith(ACTION))) {
    await officer.tick(label, false)
  }
  await officer.press('Publish what is ticked')
  assert.match(await officer.words(), /Published: 1 update/)
}

async function recordAndPublish({ visitor }: Setting): Promise<void> {
  const officer = await visitor('office')
  const resident = await visitor('public')
  await recordUpdate(officer)
  await resident.open(`${THEME}/actions`)
  assert.ok(!(await resident.words()).includes(WHAT), 'public before it is published')
  await publishIt(officer)

  await resident.open(`${THEME}/actions`)
  const words = await resident.words()
  assert.match(words, /Repeat burglary visits within 48 hours Complete /)
  assert.ok(words.includes(`${WHAT} Done: ${MILESTONE} Evidence: Check of a hundred homes, April 2025`))
  await resident.open(THEME)
  assert.match(await resident.words(), /Repeat burglary visits within 48 hours Constabulary Complete/)
  const feed = await resident.page.request.get(new URL('/feed.atom', resident.page.url()).href)
  assert.ok((await feed.text()).includes(WHAT))

  await goTo(officer, 'Reports')
  await officer.press('The Crime prevention theme in April 2025')
  assert.ok((await officer.words()).includes(WHAT), 'not in the Panel’s report')
}

describeJourneys('the policy officer', (journey) => {
  journey('records an update with evidence, publishes it, and sees it wherever it belongs', recordAndPublish)
  journey('does the same on a telephone', recordAndPublish, { width: 320 })
})

describeJourneys('a partner', (journey) => {
  journey('sees and updates what it leads, and nothing of anybody else', async ({ visitor }) => {
    const partner = await visitor('partner')
    await partner.open('/staff/actions')
    const words = await partner.words()
    assert.match(words, /4 actions in Police and crime plan 2021 to 2025/)
    assert.ok(!words.includes(ACTION))
    await partner.press('Problem-solving plans in six partnerships')
    await partner.press('Write an update')
    await partner.write('What was done?', 'The sixth plan is written.')
    await partner.press('Record update')
    assert.match(await partner.words(), /Update recorded.* The sixth plan is written\./)

    const officer = await visitor('office')
    await officer.open('/staff/actions')
    await officer.press(ACTION)
    for (const address of [officer.address, `${officer.address}/updates/new`]) {
      await partner.open(address)
      assert.ok([403, 404].includes(partner.status), `${address} answers ${partner.status}`)
      assert.ok(!(await partner.words()).includes(ACTION))
    }
    await partner.open('/staff/publish')
    assert.equal(partner.status, 403)
  })
})
