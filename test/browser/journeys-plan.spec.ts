import assert from 'node:assert/strict'
import { describeJourneys } from '#test/support/journey.js'
import type { KeyboardUser } from '#test/support/keyboard.js'

const PLAN = 'Police and crime plan 2021 to 2025'
const MOVED = 'Solve problems where they keep coming back'
const STEPPED = 'Neighbourhood teams that people know and can reach'
const EDITED = 'Protect homes after a burglary'

/** "Edit: Ethical policing": what a link does and, hidden from the eye, to what. */
const named = (verb: string, what: string) => new RegExp(`^${verb} ?: ${what}$`)

async function editOne(officer: KeyboardUser): Promise<void> {
  await officer.press(named('Edit', EDITED))
  await officer.write('Title', '')
  await officer.press('Save')
  assert.equal(officer.status, 422)
  await officer.tabTo('Enter a title', { role: 'link' })
  await officer.write('Title', `${EDITED} or theft`)
  await officer.press('Save')
  assert.match(await officer.words(), /How we will achieve this saved/)
}

async function addOne(officer: KeyboardUser): Promise<void> {
  await officer.press(named('Add how we will achieve this', 'Ethical policing'))
  await officer.write('Title', 'Publish every finding on conduct')
  await officer.write('Text (optional)', 'Each finding is put on the site within a month.')
  await officer.select('Who leads?', /^Cambridgeshire Constabulary/)
  await officer.press('Add')
  assert.match(await officer.words(), /How we will achieve this added/)
}

/** One part to another theme by its form, one two places down by its button. */
async function moveTwo(officer: KeyboardUser): Promise<void> {
  await officer.press(named('Edit', MOVED))
  await officer.press('Move it elsewhere')
  await officer.select('Put it under', /Robust enforcement/)
  await officer.write('Place there', '99')
  await officer.press('Move')
  assert.equal(officer.status, 422)
  await officer.write('Place there', '1')
  await officer.press('Move')
  assert.match(await officer.words(), /How we will achieve this moved/)
  await officer.press(`Down ${STEPPED}`)
  await officer.press(`Down ${STEPPED}`)
  assert.match(await officer.words(), /How we will achieve this moved/)
}

/** What a comparison says of each part that it names: the words before its first fact are its heading. */
async function comparedBy(person: KeyboardUser): Promise<void> {
  const words = await person.words()
  assert.match(words, /1 part added, 1 part reworded, 2 parts moved/)
  assert.doesNotMatch(words, /removed/i)
  assert.match(
    words,
    new RegExp(`${MOVED} How we will achieve this.{0,120} Moved From place \\d under “Crime prevention.{0,200}`),
  )
  assert.match(words, new RegExp(`${STEPPED} How we will achieve this.{0,200} Moved From place 1 to place 3`))
  assert.match(words, /Title reworded Protect homes after a burglary \[added\] or theft/)
  assert.match(words, /Publish every finding on conduct .*Added/)
}

describeJourneys('the policy officer', (journey) => {
  journey('changes a plan, publishes a version, and reads what changed', async ({ visitor }) => {
    const officer = await visitor('office')
    const resident = await visitor('public')
    await officer.open('/staff/plans')
    await officer.press(PLAN)
    await editOne(officer)
    await addOne(officer)
    await moveTwo(officer)
    await resident.open('/')
    assert.match(await resident.words(), /39 commitments/)

    await officer.press('Check and publish')
    await comparedBy(officer)
    await officer.press('Publish version 3')
    assert.equal(officer.status, 422)
    await officer.write('What is this version for?', 'The review of spring 2025.')
    await officer.press('Publish version 3')
    assert.match(await officer.words(), /Version 3 published/)
    await officer.press('What changed since version 2')
    await comparedBy(officer)

    await resident.open('/')
    assert.match(await resident.words(), /40 commitments/)
    await resident.press(/^What changed in/)
    assert.match(await resident.words(), /The review of spring 2025\./)
    await comparedBy(resident)
    await resident.open('/plans/police-and-crime-plan-2021-to-2025/themes/robust-enforcement')
    await resident.tabTo(MOVED)
  })
})
