import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aDevice } from '#test/support/passkey.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'

const HERE = '/staff/account/recovery-codes'

it('makes ten new recovery codes, after which those before open nothing', async () => {
  const deps = testDeps(await openTestDb())
  const { email } = await anAccount(deps)
  const site = await openSite(deps)
  const browser = aBrowser(site)
  await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
  assert.match((await browser.get(HERE)).body, /you have none yet/)
  const asked = load((await browser.get('/staff/account/passkeys')).body)('[data-passkey]').attr('data-options')
  const passkey = aDevice().make(JSON.parse(asked ?? ''))
  await browser.send('/staff/account/passkeys', { name: 'Key', passkey })
  const [old = ''] = codesIn((await browser.get(HERE)).body)
  await browser.send(HERE, { do: 'noted' })
  assert.match((await browser.get(HERE)).body, /10 of 10 are left/)
  await browser.send(HERE, { do: 'renew' })
  const [fresh = ''] = codesIn((await browser.get(HERE)).body)
  assert.ok(old !== fresh && fresh !== '')
  const elsewhere = aBrowser(site)
  await elsewhere.send('/sign-in', { email, password: GOOD_PASSWORD })
  assert.equal((await elsewhere.send('/sign-in/code', { code: old })).statusCode, 422)
  assert.equal((await elsewhere.send('/sign-in/code', { code: fresh })).statusCode, 303)
})

function codesIn(html: string): string[] {
  const page = load(html)
  return page('.codes code')
    .toArray()
    .map((each) => page(each).text())
}
