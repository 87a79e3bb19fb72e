import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import { showRepeatLocations } from '../cli/repeat-locations.cli.js'
import { repeatLocations } from './repeat-locations.js'

const SALFORD = 'E01005600'
const BEDFORD = 'E01017538'
const force = 'greater-manchester'

const many = (count: number, record: Omit<StreetRecord, 'force'>): StreetRecord[] =>
  Array.from({ length: count }, () => ({ lsoa: SALFORD, force, ...record }))

let deps: Deps
before(async () => {
  deps = testDeps(await openTestDb())
  const market = { location: 'On or near Supermarket', at: [-2.3, 53.5] } as const
  const lane = { location: 'On or near Mill Lane', at: [-2.31, 53.51] } as const
  const street = [
    ...many(6, { month: '2024-01', ...market, type: 'Shoplifting' }),
    ...many(2, { month: '2024-02', ...market }),
    ...many(3, { month: '2024-01', ...lane }),
    ...many(9, { month: '2024-01', lsoa: BEDFORD, location: 'On or near Elsewhere', at: [-0.4, 52.1] }),
    ...many(9, { month: '2024-01', lsoa: null }),
    ...many(9, { month: '2024-01', ...lane, type: 'Anti-social behaviour' }),
  ]
  await fillLake(deps, { release: '2024-03', street })
})
after(async () => {
  await deps.lake.close()
  await deps.db.close()
})

describe('repeat locations', () => {
  it('are the points with most crimes in the area, with the months and the commonest kind', async () => {
    const found = await repeatLocations(deps, { slice: { includeAsb: false }, most: 10, isPublic: false })
    assert.ok(found.ok)
    assert.deepEqual(
      found.value.map(({ location, count, months, commonest, commonestCount }) => {
        return [location, count, months, commonest, commonestCount]
      }),
      [
        ['On or near Supermarket', 8, 2, 'Shoplifting', 6],
        ['On or near Mill Lane', 3, 1, 'Burglary', 3],
      ],
    )
    assert.equal(found.value[0]?.districtName, 'Salford')
  })

  it('are found behind any number of busier points outside of the area', async () => {
    const own = testDeps(await openTestDb())
    const outside = Array.from({ length: 120 }, (_, nth) =>
      many(3, { month: '2024-01', lsoa: BEDFORD, at: [-0.4 - nth / 1000, 52.1] }),
    )
    const inside = many(2, { month: '2024-01', location: 'On or near Mill Lane', at: [-2.31, 53.51] })
    await fillLake(own, { release: '2024-03', street: [...outside.flat(), ...inside] })
    const found = await repeatLocations(own, { slice: { includeAsb: false }, most: 3, isPublic: false })
    assert.deepEqual(found.ok && found.value.map(({ location, count }) => [location, count]), [
      ['On or near Mill Lane', 2],
    ])
  })

  it('are withheld from the public where the numbers are small', async () => {
    const found = await repeatLocations(deps, { slice: { includeAsb: false }, most: 10, isPublic: true })
    assert.deepEqual(found.ok && found.value.map(({ location }) => location), ['On or near Supermarket'])
  })

  it('come with the warning that points are approximate', async () => {
    const { lines, data } = await ask(showRepeatLocations, deps, '--most', '1', '--type', 'shoplifting')
    assert.match(lines.join('\n'), /On or near Supermarket +Salford/)
    assert.match(lines.join('\n'), /Points are approximate/)
    assert.equal((data as unknown[]).length, 1)
  })
})
