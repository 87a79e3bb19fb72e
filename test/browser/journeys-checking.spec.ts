import assert from 'node:assert/strict'
import { describeJourneys } from '#test/support/journey.js'

const PAPER = 'Burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.'
const REASON = 'The 40% is of homes alone, as the annex says'

describeJourneys('the author of a paper', (journey) => {
  journey('checks a pasted paper, and dismisses a finding with a reason', async ({ visitor }) => {
    const author = await visitor('office')
    await author.open('/staff')
    await author.press('Check figures')
    await author.write(/^What the document is called/, 'Paper for the panel')
    await author.write('Or the text', PAPER)
    await author.press('Check figures', { role: 'button' })
    assert.match(await author.words(), /Paper for the panel .* Error: change between two figures .* 25%/)
    await author.press('Accept or dismiss finding 1')
    await author.choose('Your decision', /^Dismiss/)
    await author.press('Save decision')
    assert.equal(author.status, 422)
    assert.match(await author.words(), /Say why it is no fault/)
    await author.write('Reason', REASON)
    await author.press('Save decision')
    assert.match(await author.words(), new RegExp(`Decision saved .* Dismissed: ${REASON}`))
    await author.press('Change finding 1')
    assert.equal(await author.page.getByLabel('Reason').inputValue(), REASON)
  })
})
