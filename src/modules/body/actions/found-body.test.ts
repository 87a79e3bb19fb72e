import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { aBody, aBodyWithPartners, aDescription } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { bodyById, currentBody, descriptionsOf, namesThroughTime } from '../data/body.queries.js'
import { forceOf, organisationsOf } from '../data/place.queries.js'
import { type FoundRequest, foundBody } from './found-body.js'

const HANDOVER = isoDate('2027-05-10')

function aMayor(succeeds?: string): FoundRequest {
  const description = aDescription({ type: 'mayor', name: 'Mayor of Wessex', officeHolderTitle: 'Mayor' })
  return { description, from: HANDOVER, brandColour: '#12436d', ...(succeeds && { succeeds }) }
}

describe('a body whose functions pass to a mayor', () => {
  it('keeps its history, and every day has exactly one body', async () => {
    const deps = testDeps(await openTestDb())
    const { bodyId, officeId } = await aBodyWithPartners(deps)
    const mayor = await foundBody(deps, SYSTEM, aMayor(bodyId))
    assert.ok(mayor.ok)
    const { id } = mayor.value
    assert.equal((await currentBody(deps.db, isoDate('2027-05-09')))?.id, bodyId)
    assert.equal((await currentBody(deps.db, HANDOVER))?.id, id)
    const before = await bodyById(deps.db, bodyId, isoDate('2030-01-01'))
    assert.equal(before?.successorId, id)
    assert.equal(before?.officeHolderTitle, 'Commissioner')
    assert.deepEqual(
      (await namesThroughTime(deps.db, id)).map(({ name, until }) => [name, until]),
      [
        ['Police and Crime Commissioner for Wessex', '2027-05-09'],
        ['Mayor of Wessex', null],
      ],
    )
    assert.equal((await forceOf(deps.db, id, HANDOVER))?.name, 'Wessex Police')
    assert.equal((await organisationsOf(deps.db, id, HANDOVER))[0]?.id, officeId)
  })

  it('passes them on once only', async () => {
    const deps = testDeps(await openTestDb())
    const bodyId = await aBody(deps)
    await foundBody(deps, SYSTEM, aMayor(bodyId))
    const again = await foundBody(deps, SYSTEM, aMayor(bodyId))
    assert.deepEqual(again, { ok: false, error: { code: 'ended-already' } })
    assert.equal((await descriptionsOf(deps.db, bodyId)).length, 1)
  })

  it('cannot have ended before it began', async () => {
    const deps = testDeps(await openTestDb())
    const bodyId = await aBody(deps)
    const result = await foundBody(deps, SYSTEM, { ...aMayor(bodyId), from: isoDate('2012-11-22') })
    assert.deepEqual(result, { ok: false, error: { code: 'ends-too-early', lastChange: '2012-11-22' } })
    assert.equal((await currentBody(deps.db, deps.today()))?.id, bodyId)
  })
})

describe('founding a body', () => {
  it('is refused while another stands, unless it takes over from it', async () => {
    const deps = testDeps(await openTestDb())
    await aBody(deps)
    const result = await foundBody(deps, SYSTEM, aMayor())
    assert.deepEqual(result, { ok: false, error: { code: 'another-body-stands' } })
  })

  it('is refused with a colour on which nobody can read', async () => {
    const deps = testDeps(await openTestDb())
    const result = await foundBody(deps, SYSTEM, { ...aMayor(), brandColour: '#ffff00' })
    assert.ok(!result.ok && result.error.code === 'too-light')
    assert.equal(await currentBody(deps.db, HANDOVER), undefined)
  })

  it('knows no predecessor that is not in the register', async () => {
    const deps = testDeps(await openTestDb())
    await assert.rejects(foundBody(deps, SYSTEM, aMayor('forged')), NotFound)
  })

  it('is for the office alone, and goes on the audit trail', async () => {
    const deps = testDeps(await openTestDb())
    await assert.rejects(foundBody(deps, actorOf('auditor'), aMayor()), Forbidden)
    assert.deepEqual(await auditEntries(deps.db, 10), [])
    assert.ok((await foundBody(deps, actorOf('office'), aMayor())).ok)
    const [entry] = await auditEntries(deps.db, 10)
    assert.equal(entry?.action, 'body.found-body')
    assert.equal(entry?.actorName, 'Test office')
  })
})
