import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Conflict, Forbidden, NotFound } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { aBody, aDescription } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { currentBody, descriptionsOf } from '../data/body.queries.js'
import { areasOf, organisationsOf } from '../data/place.queries.js'
import { addArea } from './add-area.js'
import { addForce } from './add-force.js'
import { addOrganisation } from './add-organisation.js'
import { brandBody } from './brand-body.js'
import { describeBody } from './describe-body.js'
import { setLastDay } from './set-last-day.js'

const FROM = isoDate('2025-05-08')
const FOREVER = { from: FROM, until: null }

async function setUp() {
  const deps = testDeps(await openTestDb())
  return { deps, bodyId: await aBody(deps) }
}

it('describes a body anew from a day, and says on the audit trail what stood before', async () => {
  const { deps, bodyId } = await setUp()
  const description = aDescription({ type: 'pfcc', officeHolderTitle: 'Police, Fire and Crime Commissioner' })
  assert.ok((await describeBody(deps, actorOf('office'), { bodyId, version: 1, from: FROM, description })).ok)
  assert.equal((await currentBody(deps.db, FROM))?.type, 'pfcc')
  assert.equal((await currentBody(deps.db, deps.today()))?.type, 'pcc')
  const [entry] = await auditEntries(deps.db, 1)
  assert.equal(entry?.action, 'body.describe-body')
  const { before, after } = JSON.parse(entry?.detail ?? '{}')
  assert.deepEqual([before.type, after.type], ['pcc', 'pfcc'])
})

it('changes nothing when someone else has saved the body since it was read', async () => {
  const { deps, bodyId } = await setUp()
  const brand = { bodyId, version: 1, brandColour: '#4a0d66', notice: '' }
  assert.ok((await brandBody(deps, SYSTEM, brand)).ok)
  await assert.rejects(brandBody(deps, SYSTEM, { ...brand, brandColour: '#12436d' }), Conflict)
  const description = aDescription({ name: 'New' })
  await assert.rejects(describeBody(deps, SYSTEM, { bodyId, version: 1, from: FROM, description }), Conflict)
  assert.equal((await currentBody(deps.db, FROM))?.brandColour, '#4a0d66')
  assert.equal((await descriptionsOf(deps.db, bodyId)).length, 1)
})

it('keeps an empty notice as none', async () => {
  const { deps, bodyId } = await setUp()
  await brandBody(deps, SYSTEM, { bodyId, version: 1, brandColour: '#12436d', notice: '  ' })
  assert.equal((await currentBody(deps.db, FROM))?.notice, null)
})

it('refuses a second organisation of one name, and one that ends before it begins', async () => {
  const { deps, bodyId } = await setUp()
  const council = { bodyId, kind: 'council', name: 'Melchester Council', shortName: 'Melchester', ...FOREVER } as const
  assert.ok((await addOrganisation(deps, SYSTEM, council)).ok)
  const again = await addOrganisation(deps, SYSTEM, { ...council, name: 'melchester council' })
  assert.deepEqual(again, { ok: false, error: { code: 'already-there' } })
  const backwards = await addOrganisation(deps, SYSTEM, { ...council, name: 'Other', until: isoDate('2025-05-07') })
  assert.deepEqual(backwards, { ok: false, error: { code: 'ends-before-it-begins' } })
  assert.equal((await organisationsOf(deps.db, bodyId, FROM)).length, 1)
})

it('refuses a second area of one kind and code', async () => {
  const { deps, bodyId } = await setUp()
  const area = { bodyId, kind: 'district', code: 'E07000008', name: 'Melchester', ...FOREVER } as const
  assert.ok((await addArea(deps, SYSTEM, area)).ok)
  assert.deepEqual(await addArea(deps, SYSTEM, area), { ok: false, error: { code: 'already-there' } })
  assert.equal((await areasOf(deps.db, bodyId, FROM)).length, 1)
})

it('adds nothing to a body that is not in the register', async () => {
  const { deps } = await setUp()
  const forged = { bodyId: 'forged', name: 'A', shortName: 'A', ...FOREVER }
  await assert.rejects(addForce(deps, SYSTEM, forged), NotFound)
  await assert.rejects(addOrganisation(deps, SYSTEM, { ...forged, kind: 'other' }), NotFound)
  await assert.rejects(addArea(deps, SYSTEM, { ...forged, kind: 'district', code: 'E1' }), NotFound)
})

it('lets nobody but the office change what the body is', async () => {
  const { deps, bodyId } = await setUp()
  const words = { name: 'A', shortName: 'A' }
  for (const role of ['force', 'partner', 'panel', 'visitor', 'auditor', 'public'] as const) {
    const actor = actorOf(role)
    const attempts = [
      describeBody(deps, actor, { bodyId, version: 1, from: FROM, description: aDescription(words) }),
      brandBody(deps, actor, { bodyId, version: 1, brandColour: '#000000', notice: '' }),
      addForce(deps, actor, { bodyId, ...words, ...FOREVER }),
      addArea(deps, actor, { bodyId, kind: 'district', code: 'E1', name: 'A', ...FOREVER }),
      addOrganisation(deps, actor, { bodyId, kind: 'other', ...words, ...FOREVER }),
      setLastDay(deps, actor, { bodyId, kind: 'organisation', id: 'any', wasRead: 'none', until: FROM }),
    ]
    for (const attempt of attempts) await assert.rejects(attempt, Forbidden)
  }
})
