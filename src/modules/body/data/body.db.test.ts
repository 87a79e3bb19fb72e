import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { Conflict } from '#platform/errors.js'
import { aBody, aBodyWithPartners, aDescription } from '#test/support/body.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { addArea } from '../actions/add-area.js'
import { addForce } from '../actions/add-force.js'
import { addOrganisation } from '../actions/add-organisation.js'
import { describeBody } from '../actions/describe-body.js'
import { foundOffice } from '../actions/found-office.js'
import { setLastDay } from '../actions/set-last-day.js'
import { currentBody } from './body.queries.js'
import { allForces, areasOf, forceOf, organisationById, organisationNames, organisationsOf } from './place.queries.js'
import { demonstrationDay, officeShell } from './shell.queries.js'

const day = (text: string): IsoDate => isoDate(text)

describeOnEachDatabase('the body as stored', (open) => {
  it('is as it was described on the day asked about', async () => {
    const deps = testDeps(await open())
    const bodyId = await aBody(deps)
    const description = aDescription({ officeHolderTitle: 'Police Commissioner' })
    await describeBody(deps, SYSTEM, { bodyId, version: 1, from: day('2020-01-01'), description })
    assert.equal((await currentBody(deps.db, day('2019-12-31')))?.officeHolderTitle, 'Commissioner')
    assert.equal((await currentBody(deps.db, day('2020-01-01')))?.officeHolderTitle, 'Police Commissioner')
    assert.equal(await currentBody(deps.db, day('2012-11-21')), undefined)
  })

  it('lends its name, colour and notice to the frame of every page, and its day when it is an example', async () => {
    const deps = testDeps(await open())
    assert.equal((await officeShell(deps.db, deps.today())).officeShortName, 'Our office')
    assert.equal(await demonstrationDay(deps.db, deps.today()), null)
    await aBody(deps, { brandColour: '#4A0D66', notice: 'Example.', demonstrationOn: day('2025-04-30') })
    assert.deepEqual(await officeShell(deps.db, deps.today()), {
      officeName: 'Police and Crime Commissioner for Wessex',
      officeShortName: 'Wessex',
      brandColour: '#4a0d66',
      notice: 'Example. Shown as at 30 April 2025.',
    })
    assert.equal(await demonstrationDay(deps.db, deps.today()), '2025-04-30')
  })

  it('gives the areas of a day by kind and then by name', async () => {
    const deps = testDeps(await open())
    const bodyId = await aBody(deps)
    const add = (kind: 'police-area' | 'district', name: string, from: string, until?: string) =>
      addArea(deps, SYSTEM, { bodyId, kind, code: name, name, from: day(from), until: until ? day(until) : null })
    await add('district', 'Melchester', '2012-11-22')
    await add('district', 'Casterbridge', '2012-11-22', '2019-03-31')
    await add('district', 'Budmouth', '2019-04-01')
    await add('police-area', 'Wessex', '2012-11-22')
    const namesOn = async (on: string) => (await areasOf(deps.db, bodyId, day(on))).map(({ name }) => name)
    assert.deepEqual(await namesOn('2019-03-31'), ['Wessex', 'Casterbridge', 'Melchester'])
    assert.deepEqual(await namesOn('2019-04-01'), ['Wessex', 'Budmouth', 'Melchester'])
  })

  it('knows the name of an organisation long after it has gone', async () => {
    const deps = testDeps(await open())
    const { bodyId, officeId, forceId, councilId } = await aBodyWithPartners(deps)
    const gone = { kind: 'health', name: 'Wessex Primary Care Trust', shortName: 'PCT' } as const
    const term = { from: day('2012-11-22'), until: day('2013-03-31') }
    const added = await addOrganisation(deps, SYSTEM, { bodyId, ...gone, ...term })
    assert.ok(added.ok)
    const ids = (await organisationsOf(deps.db, bodyId, deps.today())).map(({ id }) => id)
    assert.deepEqual(ids, [officeId, forceId, councilId])
    assert.deepEqual((await organisationNames(deps.db)).get(added.value.id), { name: gone.name, shortName: 'PCT' })
    assert.equal((await organisationById(deps.db, added.value.id))?.kind, 'health')
    assert.equal(await organisationById(deps.db, 'nobody'), undefined)
  })

  it('holds to account the force that came last', async () => {
    const deps = testDeps(await open())
    const { bodyId } = await aBodyWithPartners(deps)
    const force = { bodyId, name: 'South West Police', shortName: 'Police', from: day('2024-04-01'), until: null }
    await addForce(deps, SYSTEM, force)
    assert.equal((await forceOf(deps.db, bodyId, day('2024-03-31')))?.name, 'Wessex Police')
    assert.equal((await forceOf(deps.db, bodyId, day('2024-04-01')))?.name, 'South West Police')
  })

  it('ends an organisation, an area and a force, and none that somebody else has ended since', async () => {
    const deps = testDeps(await open())
    const { bodyId, councilId } = await aBodyWithPartners(deps)
    const term = { from: day('2012-11-22'), until: null }
    const district = { bodyId, kind: 'district', code: 'E07000998', name: 'Melchester', ...term } as const
    const area = await addArea(deps, SYSTEM, district)
    const [force] = await allForces(deps.db, bodyId)
    assert.ok(area.ok && force)
    const until = day('2024-03-31')
    const ended = [
      { kind: 'organisation', id: councilId },
      { kind: 'area', id: area.value.id },
      { kind: 'force', id: force.id },
    ] as const
    for (const each of ended) {
      assert.ok((await setLastDay(deps, SYSTEM, { bodyId, ...each, wasRead: 'none', until })).ok)
      const late = { bodyId, ...each, wasRead: 'none', until: day('2024-12-31') }
      await assert.rejects(setLastDay(deps, SYSTEM, late), Conflict)
    }
    const next = day('2024-04-01')
    assert.equal((await organisationsOf(deps.db, bodyId, next)).length, 2)
    assert.deepEqual(await areasOf(deps.db, bodyId, next), [])
    assert.equal(await forceOf(deps.db, bodyId, next), undefined)
    assert.equal((await forceOf(deps.db, bodyId, until))?.id, force.id)
    const again = { bodyId, ...ended[1], wasRead: until, until: null }
    assert.ok((await setLastDay(deps, SYSTEM, again)).ok)
    assert.equal((await areasOf(deps.db, bodyId, next)).length, 1)
  })

  it('founds the whole of an office, or nothing of it', async () => {
    const deps = testDeps(await open())
    const term = { from: day('2012-11-22'), until: null }
    const founding = { description: aDescription(), from: term.from, brandColour: '#12436d' }
    const police = { name: 'Wessex Police', shortName: 'Police', ...term }
    const council = { key: 'council', kind: 'council', name: 'Council', shortName: 'Council', ...term } as const
    const office = { founding, forces: [police], areas: [], organisations: [council] }
    const twice = { ...office, organisations: [council, { ...council, key: 'other' }] }
    const why = { code: 'already-there' }
    const refused = { code: 'entry-refused', kind: 'organisation', name: 'Council', why }
    assert.deepEqual(await foundOffice(deps, SYSTEM, twice), { ok: false, error: refused })
    assert.equal(await currentBody(deps.db, deps.today()), undefined)
    const founded = await foundOffice(deps, SYSTEM, office)
    assert.ok(founded.ok)
    const [only] = await organisationsOf(deps.db, founded.value.id, deps.today())
    assert.equal(founded.value.organisationIds.get('council'), only?.id)
  })
})
