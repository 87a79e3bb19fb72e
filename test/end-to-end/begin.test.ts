import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { MODULES } from '#app/modules.js'
import { codeAt, stepOf } from '#modules/people/actions/one-time-code.js'
import { ROOT } from '#test/architecture/source-files.js'
import { frankpledge, type Server, type Settings, serve } from '#test/support/command.js'

/** Every page and file that anyone may see and that no id is needed for. */
const PUBLIC_PATHS = MODULES.flatMap(({ routes }) => routes)
  .filter(({ path, permission }) => permission === 'site:read' && !path.includes(':'))
  .map(({ path }) => path)

describe('an office that begins without the example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-begin-'))
  const settings: Settings = { FRANKPLEDGE_DATA: folder }
  let server: Server
  before(async () => {
    server = await serve(settings)
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })

  const showsEverything = async () => {
    assert.ok(PUBLIC_PATHS.length > 15)
    const answers = await Promise.all(PUBLIC_PATHS.map(async (path) => [path, (await fetch(server.url + path)).status]))
    assert.deepEqual(
      answers.filter(([, status]) => status !== 200),
      [],
    )
  }

  it('shows every public page while nothing is in the register', showsEverything)

  it('founds its body from the file that is shipped, beside the running site', async () => {
    const { code, stderr } = await frankpledge(
      settings,
      'body',
      'found',
      join(ROOT, 'docs/operations/office.example.json'),
    )
    assert.equal(code, 0, stderr)
    const home = load(await homeOnceItChanged(server.url, /Police and Crime Commissioner for Wessex/))
    assert.match(home('main').text(), /No plan has been published yet/)
    await showsEverything()
  })

  it('signs its first account in with the password that was printed, and leads it to its first plan', async () => {
    const person = ['--email', 'officer@wessex.test', '--name', 'Policy officer', '--role', 'office', '--json']
    const made = await frankpledge(settings, 'people', 'create', ...person)
    const { firstPassword: password } = JSON.parse(made.stdout)
    const signIn = `${server.url}/sign-in`
    const form = await fetch(signIn)
    const token = load(await form.text())('main input[name="_csrf"]').attr('value') ?? ''
    const body = new URLSearchParams({ _csrf: token, email: 'officer@wessex.test', password })
    const headers = { cookie: cookiesOf(form), 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(signIn, { method: 'POST', body, headers, redirect: 'manual' })
    assert.equal(answer.status, 303)
    const asks = async (cookie: string) => {
      const asked = await fetch(`${server.url}/staff`, { headers: { cookie }, redirect: 'manual' })
      return asked.headers.get('location')
    }
    const change = '/staff/account/password'
    assert.equal(await asks(cookiesOf(answer)), change)
    const answers = { current: password, next: 'seven quiet millwheels' }
    const session = cookiesOf(await sendForm(server.url + change, cookiesOf(answer), answers))
    assert.equal(await asks(session), '/staff/account/second-factor')
    await setUpFactor(`${server.url}/staff/account/second-factor`, session)
    const desk = await fetch(`${server.url}/staff`, { headers: { cookie: session } })
    assert.equal(desk.status, 200)
    assert.match(load(await desk.text())('main').text(), /There is no plan yet/)
  })
})

/** Sets up the second factor as a person with an authenticator app does: the key is read off the page. */
async function setUpFactor(address: string, cookie: string): Promise<void> {
  await sendForm(address, cookie, { step: 'begin' })
  const page = await pageOf(address, cookie)
  const key = page('main p code').first().text().replace(/\s/g, '')
  await sendForm(address, cookie, { step: 'confirm', code: codeAt(key, stepOf(new Date())) })
}

async function pageOf(address: string, cookie: string) {
  return load(await (await fetch(address, { headers: { cookie } })).text())
}

/** Sends the form that stands at this address, and expects it to be accepted. */
async function sendForm(address: string, cookie: string, answers: Record<string, string>): Promise<Response> {
  const _csrf = (await pageOf(address, cookie))('main input[name="_csrf"]').attr('value') ?? ''
  const body = new URLSearchParams({ _csrf, ...answers })
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' })
  assert.equal(answer.status, 303)
  return answer
}

/** The home page when it says so: the server looks for changes by other processes every second. */
async function homeOnceItChanged(url: string, expected: RegExp): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const html = await (await fetch(`${url}/`)).text()
    if (expected.test(html)) return html
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The home page never said ${expected}`)
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
