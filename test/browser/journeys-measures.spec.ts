import assert from 'node:assert/strict'
import { describeJourneys } from '#test/support/journey.js'
import type { KeyboardUser } from '#test/support/keyboard.js'

const HEAD = 'measure,period,numerator,denominator,value,status,note'
const WRONG = `${HEAD}\ncalls-to-the-helpline,2024-13,210,,,final,\ncalls-to-the-helpline,2024-02,many,,,final,`
const MONTHS = [210, 198, 225, 240, 231, 219, 205, 214, 228, 236, 222, 217, 209, 230, 341]

/** Fifteen months from January 2024, the last far above the others. */
function rightFile(): string {
  const rows = MONTHS.map((calls, index) => {
    const month = `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
    return `calls-to-the-helpline,${month},${calls},,,final,`
  })
  return [HEAD, ...rows].join('\n')
}

async function register(officer: KeyboardUser): Promise<void> {
  await officer.open('/staff/measures')
  await officer.press('Enter a measure')
  await officer.write('What is it called?', 'Calls to the helpline')
  await officer.choose('What are its figures?', /^A count/)
  await officer.write('What stands after a figure?', 'calls')
  await officer.choose('How often are there figures?', /^Each month/)
  await officer.choose('Which way is wanted?', /^Neither/)
  await officer.press('Enter measure')
  assert.match(await officer.words(), /Measure entered.* Before it can be published it needs a definition/)
}

async function complete(officer: KeyboardUser): Promise<void> {
  await officer.press('Edit')
  await officer.write('What does it mean?', 'Calls that the helpline for victims answered.')
  await officer.write('What is counted?', 'Answered calls')
  await officer.write('Source', 'Telephone system of the office')
  await officer.write('Who answers for the figures?', 'Performance officer')
  await officer.write('Which place do they cover?', 'Cambridgeshire police area')
  await officer.write('What should a reader bear in mind?', 'One person may call more than once.')
  await officer.press('Save measure')
}

async function takeIn(officer: KeyboardUser): Promise<void> {
  await officer.press('Take in figures')
  await officer.write('Or paste the figures', WRONG)
  await officer.write('What is the source called?', 'Helpline log')
  await officer.write('Who published it?', 'The office')
  await officer.write('Attribution', 'Source: the office’s own records')
  await officer.press('See what would change')
  const words = await officer.words()
  assert.match(words, /cannot be taken in yet .* 2 problems. Nothing was taken in/)
  assert.match(words, /B2 in .*2024-13 is no period: there is no month 13.* C3 in .*“many” is not a number/)
  await officer.press('Send it again')
  assert.equal(await officer.page.getByLabel('Or paste the figures').inputValue(), WRONG)
  assert.equal(await officer.page.getByLabel('Who published it?').inputValue(), 'The office')
  await officer.write('Or paste the figures', rightFile())
  await officer.press('See what would change')
  assert.match(await officer.words(), /15 new figures, 0 revised/)
  await officer.press('Take in 15 figures')
  assert.match(await officer.words(), /Taken in: 15 new figures, 0 revised/)
}

describeJourneys('the performance officer', (journey) => {
  journey('registers a measure, takes in its figures and publishes it', async ({ visitor }) => {
    const officer = await visitor('office')
    const resident = await visitor('public')
    await register(officer)
    await complete(officer)
    await takeIn(officer)
    await resident.open('/measures/calls-to-the-helpline')
    assert.equal(resident.status, 404, 'public before it is published')
    await officer.press('Calls to the helpline')
    await officer.press('Publish', { role: 'button' })
    await officer.press('Publish measure')
    assert.match(await officer.words(), /Published/)
    await officer.press('See it as the public does')

    await resident.open('/measures')
    await resident.press('Calls to the helpline')
    const words = await resident.words()
    assert.match(words, /341 calls .* in March 2025/)
    assert.match(words, /above|outside/)
    assert.doesNotMatch(words, /improve|better|worse/i)
    assert.match(words, /Mar 2025 341/)
    assert.match(words, /Source Telephone system of the office/)
    await resident.tabTo('How to read this chart')
    await resident.tabTo('CSV')
  })

  journey('says how a table of strange words is read, and keeps that for the next', async ({ visitor }) => {
    const officer = await visitor('office')
    await officer.open('/staff/measures/import')
    await officer.write('Or paste the figures', 'Line,When,Outcome,Aim\nHouse break-ins,Apr 2025,241,200')
    await officer.write('What is the source called?', 'Monthly return')
    await officer.write('Who published it?', 'The force')
    await officer.write('Attribution', 'Source: the force’s own records')
    await officer.press('See what would change')
    assert.match(await officer.words(), /cannot be taken in yet/)
    await officer.press('Say how it is read')
    await officer.select('What does “Line” hold?', 'The measure')
    await officer.select('What does “When” hold?', 'The period')
    await officer.select('What does “Outcome” hold?', 'The figure itself')
    await officer.select('What does “Aim” hold?', 'Leave it out')
    await officer.press('Read it so')
    assert.match(await officer.words(), /There is no measure “House break-ins”/)
    await officer.press('Say how it is read')
    await officer.select('Which measure is “House break-ins”?', 'Burglary')
    await officer.write(/^Keep this way of reading/, 'Return of the force')
    await officer.press('Read it so')
    assert.match(await officer.words(), /Kept as Return of the force .* 1 new figure, 0 revised.* Burglary .* 241/)
    await officer.press('Take in 1 figure')
    assert.match(await officer.words(), /Taken in: 1 new figure, 0 revised/)
    await officer.press('Take in figures')
    await officer.select('How is it read?', 'Return of the force')
  })
})
