import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { buildWeb } from '#app/application.js'
import { EXAMPLE_PASSWORD } from '#modules/example/domain/accounts.js'
import { launchBrowser } from '#test/support/browser.js'
import { type ExampleOffice, openExampleOffice } from '#test/support/example-office.js'
import { freePort } from '#test/support/postgres.js'

const OFFICER = 'performance-officer@example.test'

/** A browser with a device that holds passkeys, as Chromium's own tools make one. */
async function withDevice(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const device = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const options = { ...device, isUserVerified: true, automaticPresenceSimulation: true }
  await tools.send('WebAuthn.addVirtualAuthenticator', { options })
  return page
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('E-mail address').fill(OFFICER)
  await page.getByLabel('Password').fill(EXAMPLE_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

describe('a passkey in a real browser', () => {
  let browser: Browser
  let office: ExampleOffice
  let url: string
  let close: () => Promise<void>

  before(async () => {
    browser = await launchBrowser()
    office = await openExampleOffice()
    const port = await freePort()
    url = `http://localhost:${port}`
    const deps = { ...office.deps, trust: { ...office.deps.trust, publicUrl: url } }
    const app = await buildWeb(deps, { isSecure: false, trustsProxy: false, requestsPerMinute: 1e6 })
    await app.listen({ host: '127.0.0.1', port })
    close = async () => {
      app.server.closeAllConnections()
      await app.close()
    }
  })
  after(async () => {
    await browser.close()
    await close()
    await office.close()
  })

  it('is added, asked for when signing in again, and removed', async () => {
    const context = await browser.newContext()
    const page = await withDevice(context)
    await signIn(page, url)
    await page.goto(`${url}/staff/account/passkeys`)
    await page.getByLabel('What to call it').fill('Office laptop')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL(`${url}/staff/account/recovery-codes`)
    assert.equal(await page.locator('.codes code').count(), 10)
    await page.getByRole('button', { name: 'I have written them down' }).click()

    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/staff'))
    await signIn(page, url)
    assert.equal(new URL(page.url()).pathname, '/sign-in/code')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(`${url}/staff`)

    await page.goto(`${url}/staff/account/passkeys`)
    await page.getByRole('button', { name: 'Remove Office laptop' }).click()
    assert.match((await page.locator('main').textContent()) ?? '', /Office laptop removed/)
    await context.close()
  })

  it('says without JavaScript that an app does without', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await signIn(page, url)
    await page.goto(`${url}/staff/account/passkeys`)
    assert.match((await page.locator('main').textContent()) ?? '', /An authenticator app works without/)
    assert.equal(await page.getByRole('button', { name: 'Add a passkey' }).isVisible(), false)
    await context.close()
  })
})
