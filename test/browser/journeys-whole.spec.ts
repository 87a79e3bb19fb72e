import assert from 'node:assert/strict'
import { EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import { describeJourneys } from '#test/support/journey.js'

const WHAT = 'The last ten homes were looked at again this week.'

describeJourneys('somebody who has never seen it', (journey) => {
  journey('reads, follows a figure to its source, records an update and finds it published', async ({ visitor }) => {
    const person = await visitor('public')
    await person.open('/')
    await person.press('Crime prevention')
    await person.press('All measures of this theme')
    await person.press('Burglary')
    assert.match(await person.words(), /230 burglaries were recorded .* Source data\.police\.uk/)

    await person.press('Staff sign in')
    await person.write('E-mail address', 'policy-officer@example.test')
    await person.write('Password', EXAMPLE_PASSWORD)
    await person.enter()
    await person.press('Actions and updates')
    await person.press('Repeat burglary visits within 48 hours')
    await person.press('Write an update')
    await person.write('What was done?', WHAT)
    await person.press('Record update')
    await person.press('Publish')
    await person.press('Publish what is ticked')

    await person.press('What the public sees')
    await person.press('Crime prevention')
    await person.press('Repeat burglary visits within 48 hours')
    assert.ok((await person.words()).includes(WHAT), 'not on the public site')
    await person.press('Staff sign in')
    await person.press('Go to your work')
    await person.press('Reports')
    await person.press('The Crime prevention theme in April 2025')
    assert.ok((await person.words()).includes(WHAT), 'not in the Panel’s report')
  })
})
