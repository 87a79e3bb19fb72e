import assert from 'node:assert/strict'
import { EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import { describeJourneys } from '#test/support/journey.js'
import type { KeyboardUser } from '#test/support/keyboard.js'

async function signIn(person: KeyboardUser, email: string, password: string): Promise<void> {
  await person.open('/')
  await person.press('Staff sign in')
  await person.write('E-mail address', email)
  await person.write('Password', password)
  await person.press('Sign in')
}

/** Fails twice, once for each thing that can be wrong, then comes in and leaves. */
async function signInAndOut(officer: KeyboardUser): Promise<void> {
  const email = 'policy-officer@example.test'
  const refusals: string[] = []
  for (const [address, password] of [
    [email, 'not-the-password'],
    ['nobody@example.test', EXAMPLE_PASSWORD],
  ] as const) {
    await signIn(officer, address, password)
    assert.equal(officer.status, 422)
    refusals.push((await officer.words()).replace(/ E-mail address .*/, ''))
    assert.equal(await officer.page.getByLabel('E-mail address').inputValue(), address)
    assert.equal(await officer.page.getByLabel('Password').inputValue(), '')
  }
  assert.match(refusals[0] ?? '', /There is a problem The e-mail address or the password is not right/)
  assert.equal(refusals[0], refusals[1], 'says which of the two was wrong')
  await signIn(officer, email, EXAMPLE_PASSWORD)
  assert.equal(officer.address, '/staff')
  await officer.press('Sign out')
  await officer.open('/staff')
  assert.equal(officer.address, '/sign-in?to=%2Fstaff')
}

describeJourneys('the policy officer', (journey) => {
  journey('signs in, after mistakes that tell nothing, and out', async ({ visitor }) => {
    await signInAndOut(await visitor('public'))
  })

  journey(
    'does the same on a telephone',
    async ({ visitor }) => {
      await signInAndOut(await visitor('public'))
    },
    { width: 320 },
  )

  journey('comes back to the page that asked for the sign-in', async ({ visitor }) => {
    const officer = await visitor('public')
    await officer.open('/staff/measures')
    await officer.write('E-mail address', 'policy-officer@example.test')
    await officer.write('Password', EXAMPLE_PASSWORD)
    await officer.enter()
    assert.equal(officer.address, '/staff/measures')
  })

  journey('is led from each error to its answer', async ({ visitor }) => {
    const officer = await visitor('public')
    await officer.open('/sign-in')
    await officer.press('Sign in')
    assert.match(await officer.page.title(), /^Error: Sign in/)
    for (const [message, id] of [
      ['Enter your e-mail address', 'email'],
      ['Enter your password', 'password'],
    ] as const) {
      await officer.tabTo(message, { role: 'link' })
      await officer.page.keyboard.press('Enter')
      assert.equal(await officer.focusedId(), id)
    }
    await officer.page.keyboard.insertText(EXAMPLE_PASSWORD)
    await officer.write('E-mail address', 'policy-officer@example.test')
    await officer.enter()
    assert.equal(officer.address, '/staff')
  })

  journey('invites a colleague, who chooses a password, changes it and signs out everywhere', async ({ visitor }) => {
    const officer = await visitor('office')
    await officer.open('/staff/people')
    await officer.press('Invite a person')
    await officer.write('Name', 'Grants officer')
    await officer.write('E-mail address', 'grants-officer@example.test')
    await officer.tick('Commissioning', true)
    await officer.press('Make the invitation')
    assert.match(await officer.words(), /Grants officer has an account: send them the invitation/)
    const link = new URL((await officer.page.locator('main code').textContent()) ?? '').pathname
    await officer.press('I have passed it on')
    assert.equal(await officer.page.locator('main code').count(), 0)

    const first = 'nine slow barges'
    const colleague = await visitor('public')
    const elsewhere = await visitor('public')
    await colleague.open(link)
    await colleague.write('New password', 'short')
    await colleague.press('Set password and sign in')
    assert.equal(colleague.status, 422)
    await colleague.write('New password', first)
    await colleague.press('Set password and sign in')
    assert.equal(colleague.address, '/staff')
    await elsewhere.open(link)
    assert.match(await elsewhere.words(), /This link opens nothing/)
    await signIn(elsewhere, 'grants-officer@example.test', first)
    assert.equal(elsewhere.address, '/staff')
    await changePassword(colleague, { from: first, to: 'seven quiet millwheels' })
    await elsewhere.open('/staff')
    assert.equal(elsewhere.address, '/sign-in?to=%2Fstaff', 'the other browser is still signed in')

    await signIn(elsewhere, 'grants-officer@example.test', 'seven quiet millwheels')
    await colleague.open('/staff/account')
    assert.match(await colleague.words(), /Two browsers/)
    await colleague.press('Sign out everywhere')
    assert.match(await colleague.words(), /Signed out of 2 browsers/)
    await elsewhere.open('/staff')
    assert.equal(elsewhere.address, '/sign-in?to=%2Fstaff')
  })
})

async function changePassword(person: KeyboardUser, { from, to }: { from: string; to: string }): Promise<void> {
  await person.press('Your account')
  await person.press('Change your password')
  await person.write('Password until now', from)
  await person.write('New password', 'short')
  await person.press('Change password')
  assert.equal(person.status, 422)
  await person.write('Password until now', from)
  await person.write('New password', to)
  await person.press('Change password')
  assert.match(await person.words(), /Password changed\. Every other browser has been signed out/)
}
