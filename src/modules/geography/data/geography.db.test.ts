import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { type FactsRequest, factChanges, recordFactsIn } from '../actions/record-facts.js'
import type { FactKind } from '../domain/fact.js'
import { areaByCodeOrName, areaNames, areasOf, districtsOfForce, lsoaPlaces } from './areas.queries.js'
import { boundariesOf } from './boundaries.queries.js'
import { deprivationOf } from './deprivation.queries.js'
import { lookupVersion } from './imported.queries.js'
import { populationByEthnicity, populationOf } from './population.queries.js'

function record<K extends FactKind>(deps: Deps, request: Omit<FactsRequest<K>, 'importId' | 'source'>) {
  return deps.db.transaction((tx) =>
    recordFactsIn(tx, deps, { importId: deps.newId(), source: 'file.csv', ...request }),
  )
}

const people = (code: string, edition: number, count: number) => ({
  code,
  other: '',
  edition,
  content: { people: count },
})

describeOnEachDatabase('geography as stored', (open) => {
  it('knows every district, force and small area of England and Wales before anything is imported', async () => {
    const db = await open()
    assert.equal((await areasOf(db, 'force')).length, 43)
    assert.equal((await areasOf(db, 'district')).length, 318)
    const places = await lsoaPlaces(db)
    assert.equal(places.filter(({ edition }) => edition === 2021).length, 35_672)
    assert.ok(places.every(({ district, csp, force }) => district && csp && force))
    assert.deepEqual(
      (await districtsOfForce(db, 'gwent')).map(({ name }) => name),
      ['Blaenau Gwent', 'Caerphilly', 'Monmouthshire', 'Newport', 'Torfaen'],
    )
    assert.deepEqual(await districtsOfForce(db, 'btp'), [])
    assert.equal((await areaNames(db)).get('E23000035'), 'Devon and Cornwall')
    assert.equal((await areasOf(db, 'csp', 'E06000063')).length, 3)
    const all = await areasOf(db, 'lsoa', 'E07000010')
    assert.ok(all.length > 50 && all.every(({ kind }) => kind === 'lsoa'))
  })

  it('counts residents of districts, of what is made of them, and of districts that were made anew', async () => {
    const db = await open()
    // Mid-2020 estimates of the Office for National Statistics.
    assert.partialDeepStrictEqual(await populationOf(db, 'E92000001'), { people: 56_550_138, year: 2020 })
    assert.equal((await populationOf(db, 'E07000010', 2015))?.year, 2015)
    assert.equal((await populationOf(db, 'E07000010', 1990))?.year, 2001)
    assert.equal((await populationOf(db, 'E06000063', 2019))?.year, 2019)
    const wards = await Promise.all((await areasOf(db, 'ward', 'E07000010')).map(({ code }) => populationOf(db, code)))
    assert.equal(
      wards.reduce((sum, ward) => sum + (ward?.people ?? 0), 0),
      (await populationOf(db, 'E07000010', 2020))?.people,
    )
    assert.equal(await populationOf(db, 'E07999999'), null)
  })

  it('draws districts and whatever is made of whole districts', async () => {
    const db = await open()
    const [fenland, nobody] = await boundariesOf(db, 'district', ['E07000010', 'E07999999'])
    assert.deepEqual([fenland?.name, nobody], ['Fenland', undefined])
    assert.ok(fenland?.rings[0]?.every(([x, y]) => x > -0.3 && x < 0.4 && y > 52.3 && y < 52.8))
    const [force] = await boundariesOf(db, 'force', ['E23000023'])
    assert.equal(force?.rings.length, 1)
    const [cumberland] = await boundariesOf(db, 'district', ['E06000063'])
    assert.ok((cumberland?.rings[0]?.length ?? 0) > 100)
  })

  it('hears an imported lookup before the bundled one, and says that it has changed', async () => {
    const deps = testDeps(await open())
    const before = await lookupVersion(deps.db)
    const lsoa = 'E01017943'
    const content = {
      lsoa,
      name: 'Cambridge 006A',
      lsoaEdition: 2021,
      ward: 'E05099999',
      district: 'E07000010',
      csp: null,
      edition: 2025,
    } as const
    await record(deps, { kind: 'lsoa-lookup', facts: [{ code: lsoa, other: '2021', edition: 2025, content }] })
    assert.notEqual(await lookupVersion(deps.db), before)
    const place = (await lsoaPlaces(deps.db)).find((each) => each.lsoa === lsoa)
    assert.deepEqual([place?.district, place?.csp, place?.ward], ['E07000010', 'E22000015', 'E05099999'])
    const force = await areaByCodeOrName(deps.db, 'force', 'Cambridgeshire')
    assert.ok(force.ok)
  })

  it('keeps what a newer file replaces, and changes nothing for a file that says the same', async () => {
    const deps = testDeps(await open())
    const kind = 'population'
    await record(deps, { kind, facts: [people('E07000010', 2024, 103_000), people('E07000011', 2024, 185_000)] })
    const same = await record(deps, { kind, facts: [people('E07000010', 2024, 103_000)] })
    assert.deepEqual([same.added.length, same.changed.length, same.withdrawn.length, same.unchanged], [0, 0, 0, 1])
    const revised = await factChanges(deps.db, kind, [people('E07000010', 2024, 103_500)])
    assert.deepEqual(
      revised.changed.map(({ before, after }) => [before.content, after.content]),
      [[{ people: 103_000 }, { people: 103_500 }]],
    )
    await record(deps, { kind, facts: [people('E07000010', 2024, 103_500)] })
    assert.deepEqual(await populationOf(deps.db, 'E07000010'), {
      people: 103_500,
      year: 2024,
      edition: 2024,
      source: 'file.csv',
    })
    assert.equal((await populationOf(deps.db, 'E07000011'))?.people, 185_000)
  })

  it('adds up the ethnic groups of a force’s districts, and of none while one is missing', async () => {
    const deps = testDeps(await open())
    const kind = 'population-ethnicity'
    const group = (code: string, other: string, count: number) => ({ ...people(code, 2021, count), other })
    // Westmorland and Furness was counted as the three districts that became it.
    const old = ['E07000027', 'E07000030', 'E07000031'].map((code) => group(code, 'Asian', 10))
    await record(deps, { kind, facts: old })
    assert.deepEqual(await populationByEthnicity(deps.db, 'E23000002'), [])
    await record(deps, { kind, facts: [group('E06000063', 'Asian', 5)] })
    const [asian] = await populationByEthnicity(deps.db, 'E23000002')
    assert.deepEqual([asian?.people, asian?.year], [35, 2021])
  })

  it('gives ethnic groups of the newest year, deprivation of one edition, and imported boundaries first', async () => {
    const deps = testDeps(await open())
    const group = (other: string, edition: number, count: number) => ({ ...people('E23000023', edition, count), other })
    await record(deps, {
      kind: 'population-ethnicity',
      facts: [group('Asian', 2011, 1), group('Asian', 2021, 7), group('White', 2021, 70)],
    })
    assert.deepEqual(
      (await populationByEthnicity(deps.db, 'E23000023')).map((each) => [each.group, each.people, each.year]),
      [
        ['Asian', 7, 2021],
        ['White', 70, 2021],
      ],
    )
    const content = { lsoaEdition: 2021, rank: 10, decile: 1, score: 60, domains: {} } as const
    await record(deps, { kind: 'deprivation', facts: [{ code: 'E01017943', other: '', edition: 2025, content }] })
    assert.equal((await deprivationOf(deps.db, 'E01017943', 2025))?.rank, 10)
    assert.equal(await deprivationOf(deps.db, 'E01017943', 2019), null)
    const square = [
      [
        [0, 52],
        [1, 52],
        [1, 53],
        [0, 52],
      ],
    ] as const
    const boundary = {
      code: 'E07000010',
      other: '',
      edition: 2025,
      content: { areaKind: 'district', name: 'Fenland', rings: square },
    } as const
    await record(deps, { kind: 'boundaries', facts: [boundary] })
    assert.deepEqual(await boundariesOf(deps.db, 'district', ['E07000010']), [
      { code: 'E07000010', name: 'Fenland', edition: 2025, rings: square },
    ])
  })
})
