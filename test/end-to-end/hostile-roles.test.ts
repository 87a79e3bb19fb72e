import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { MODULES } from '#app/modules.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import { holdersOf, ROLES, type Role } from '#platform/module.js'
import { assertRefused, assertSound, bodyOf, changingNothing, post } from '#test/support/attacks.js'
import { openExampleOffice } from '#test/support/example-office.js'
import { honestForm } from '#test/support/honest-forms.js'
import { everyFile, everyPage, FILES, PAGES } from '#test/support/site-map.js'

const office = await openExampleOffice()
after(() => office.close())
const map = await everyPage(office)
const pages = [...map]
const files = [...everyFile(map)]
const grants = new Map(
  MODULES.flatMap(({ permissions }) => Object.entries(permissions)).map(([name, holders]) => [
    name,
    holdersOf(holders),
  ]),
)

/** Pages of one action: contributors reach those of their own organisation only, and learn nothing of the others. */
const isOfOneAction = (path: string) => path.startsWith('/staff/actions/:actionId')
const isContributor = (role: Role) => role === 'force' || role === 'partner'

/** A text that somebody gave the figure checker is theirs until they hand it on. */
const isOnesOwn = (path: string) => path.startsWith('/staff/figure-check/:textId')

/** Signing in and out are for everyone, and are tried elsewhere. */
const tried = pages.filter(([{ permission }]) => permission !== 'people:sign-in')

function statusesFor(path: string, role: Role): number[] {
  if (isOnesOwn(path)) return [200, 404]
  return isOfOneAction(path) && isContributor(role) ? [200, 403, 404] : [200]
}

/** Refused; who has not signed in is asked to. */
function assertKept(answer: LightMyRequestResponse, role: Role, address: string): void {
  if (role === 'public') {
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, `/sign-in?to=${encodeURIComponent(address)}`)
  } else assertRefused(answer, [403], address)
}

// Everybody signs in first: that stands on the trail, and reading must not.
for (const role of ROLES) await office.sessionOf(role)
const before = await auditHead(office.deps.db)

describe('every page, asked for by everyone', () => {
  it('names a permission that somebody decided about', () => {
    const routes = MODULES.flatMap((module) => module.routes)
    assert.deepEqual(
      routes.filter(({ permission }) => !grants.has(permission)).map(({ path }) => path),
      [],
    )
  })

  for (const [route, visit] of tried) {
    for (const role of ROLES) {
      const mayRead = grants.get(route.permission)?.includes(role) ?? false
      it(`${route.path} is ${mayRead ? 'shown to' : 'kept from'} ${role}`, async () => {
        assert.ok(visit, `no link leads to ${route.path}`)
        const session = await office.sessionOf(role)
        const answer = await office.app.inject({ url: visit.address, cookies: session ? { session } : {} })
        assertSound(answer, visit.address)
        if (mayRead)
          assert.ok(statusesFor(route.path, role).includes(answer.statusCode), `answers ${answer.statusCode}`)
        else assertKept(answer, role, visit.address)
      })
    }
  }
})

describe('reading', () => {
  it('has changed nothing, whoever read', async () => {
    assert.equal(await auditHead(office.deps.db), before)
  })
})

describe('every form, sent by everyone who may not', () => {
  for (const [route, visit] of tried.filter(([{ hasForm }]) => hasForm)) {
    for (const role of ROLES.filter((each) => !grants.get(route.permission)?.includes(each))) {
      it(`${route.path} does nothing for ${role}`, async () => {
        assert.ok(visit, `no link leads to ${route.path}`)
        const session = await office.sessionOf(role)
        const form = { ...(await honestForm(office, visit)), role, session }
        const send = () => post(office, form, { body: bodyOf(form) })
        const answer = await changingNothing(office, visit.address, send)
        assertKept(answer, role, visit.address)
      })
    }
  }
})

describe('every download, asked for by everyone', () => {
  const others = files.filter(([{ permission }]) => permission !== 'people:sign-in')
  for (const [route, address] of others) {
    for (const role of ROLES) {
      const mayRead = grants.get(route.permission)?.includes(role) ?? false
      it(`${route.path} is ${mayRead ? 'sent to' : 'kept from'} ${role}`, async () => {
        const session = await office.sessionOf(role)
        const answer = await office.app.inject({ url: address, cookies: session ? { session } : {} })
        if (!mayRead) return assertKept(answer, role, address)
        assertSound(answer, address)
        assert.ok([200, 303, 400, 404].includes(answer.statusCode), `${address} answers ${answer.statusCode}`)
      })
    }
  }

  /** A cover that the example has not; a sign-in service that is not set; an answer to a form, which leads back. */
  const NOT_BY_LINK = [
    '/house-style/:file',
    '/staff/account/provider',
    '/staff/reports/:reportId/sections/:section/preview',
  ]

  it('is tried at an address that is there, but for three that a link cannot open here', async () => {
    const statuses = await Promise.all(
      others.map(async ([{ path, permission }, url]) => {
        const role = grants.get(permission)?.includes('public') ? 'public' : 'office'
        const session = await office.sessionOf(role)
        const { statusCode } = await office.app.inject({ url, cookies: session ? { session } : {} })
        return statusCode === 200 ? undefined : path
      }),
    )
    assert.deepEqual(statuses.filter((path) => path !== undefined).sort(), NOT_BY_LINK)
  })
})

describe('the list of addresses', () => {
  /** Those of the server itself, which show nothing of the office. */
  const OWN = ['/health/live', '/health/ready', '/assets/:name']

  it('leaves out none that the server answers', () => {
    const depths: string[] = []
    const answered = office.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, indent = '', part = ''] = /^((?:[│ ] {3})*)[├└]── (\S*)/.exec(line) ?? []
        if (!line.includes('──')) return []
        depths.splice(indent.length / 4, Number.POSITIVE_INFINITY, part)
        return line.includes('(') ? [depths.join('').replace(/^\/\//, '/')] : []
      })
    const listed = [...PAGES, ...FILES].map(({ path }) => path)
    assert.ok(answered.length > 150)
    assert.deepEqual(answered.sort(), [...listed, ...OWN].sort())
  })
})
