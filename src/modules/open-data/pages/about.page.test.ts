import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { describeBody } from '#modules/body/index.js'
import { SYSTEM } from '#test/support/app.js'
import { aDescription } from '#test/support/body.js'
import { publicSite } from '#test/support/public-site.js'

describe('the page about the site', () => {
  const { see, there } = publicSite()

  it('says whose plan it is in the titles that the body uses now, not those it will use', async () => {
    const { deps, office } = there()
    const before = await see('/about')
    assert.match(before.text, /The Commissioner sets the police and crime plan/)
    assert.match(before.text, /Wessex Police and Crime Panel/)
    const description = aDescription({ type: 'mayor', name: 'Mayor of Wessex', officeHolderTitle: 'Mayor' })
    const request = { bodyId: office.bodyId, version: 1, description, from: isoDate('2025-05-08') }
    const described = await describeBody(deps, SYSTEM, request)
    assert.ok(described.ok)
    assert.doesNotMatch((await see('/about')).text, /Mayor/)
  })
})

describe('the page about the site of a register with no body', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says that no office uses it yet', async () => {
    assert.match((await see('/about')).text, /No office uses this site yet/)
  })
})
