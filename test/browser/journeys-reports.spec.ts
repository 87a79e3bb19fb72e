import assert from 'node:assert/strict'
import { describeJourneys } from '#test/support/journey.js'

const TITLE = 'Ethical policing in the year to March 2025'
const WORDS = 'The Panel asked in January how findings are followed up. This paper answers.'

describeJourneys('the policy officer', (journey) => {
  journey('begins a report for the Panel, writes in it and publishes it', async ({ visitor }) => {
    const officer = await visitor('office')
    const resident = await visitor('public')
    await officer.open('/staff/reports')
    await officer.press('Begin a report')
    await officer.write('Title', TITLE)
    await officer.writeDate('First day of the period', '1 4 2024')
    await officer.writeDate('Last day of the period', '31 3 2024')
    await officer.writeDate('Day of the meeting', '11 6 2025')
    await officer.press('Begin report')
    assert.equal(officer.status, 422)
    await officer.tabTo('Select a theme or a plan', { role: 'link' })
    await officer.page.keyboard.press('Enter')
    assert.equal(await officer.focusedId(), 'theme')
    await officer.page.keyboard.press('Shift+Tab')
    await officer.select('What is it about?', /Ethical policing/)
    await officer.press('Begin report')
    assert.equal(officer.status, 422, 'a period that ends before it begins')
    await officer.writeDate('Last day of the period', '31 3 2025')
    await officer.press('Begin report')

    await officer.tabTo('Write or change a section')
    await officer.page.keyboard.press('Enter')
    await officer.press('Background')
    await officer.write(/own words/, WORDS)
    await officer.press('Save section')
    assert.ok((await officer.words()).includes(WORDS))
    await resident.open('/reports')
    assert.ok(!(await resident.words()).includes(TITLE), 'public before it is published')

    await officer.press('Publish report')
    await officer.press('Publish report')
    assert.match(await officer.words(), /Published, number 1/)
    await resident.open('/reports')
    await resident.press(TITLE)
    const words = await resident.words()
    assert.match(words, /1\. Purpose .* 2\. Recommendation .* 3\. Terms of reference .* 4\. Background/i)
    assert.ok(words.includes(WORDS))
  })
})
