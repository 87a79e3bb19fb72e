import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { Conflict } from '#platform/errors.js'
import { aGroup } from '#test/support/comparisons.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { addMember, setMemberLastDay } from '../actions/change-members.js'
import { describeGroup } from '../actions/describe-group.js'
import { allComparedAreas, allGroups, groupById, membersOf } from './comparisons.queries.js'

describeOnEachDatabase('groups of areas as stored', (open) => {
  it('knows the 43 police force areas of England and Wales', async () => {
    const areas = await allComparedAreas(await open())
    assert.equal(areas.length, 43)
    assert.deepEqual(areas[0], { code: 'E23000036', name: 'Avon and Somerset', aliases: [] })
    assert.deepEqual(areas.find(({ code }) => code === 'E23000034')?.aliases, ['London, City of'])
  })

  it('gives groups nearest first, each with an address of its own', async () => {
    const deps = testDeps(await open())
    await aGroup(deps, [], { kind: 'national', name: 'England and Wales' })
    await aGroup(deps, [], { name: 'Next to us', isPublishable: false })
    await aGroup(deps, [], { name: 'Next to us' })
    const groups = await allGroups(deps.db)
    assert.deepEqual(groups.map(({ slug }) => slug).toSorted(), ['england-and-wales', 'next-to-us', 'next-to-us-2'])
    assert.deepEqual(
      groups.map(({ kind }) => kind),
      ['neighbours', 'neighbours', 'national'],
    )
    assert.deepEqual(groups.map(({ isPublishable }) => isPublishable).toSorted(), [false, true, true])
  })

  it('saves a group only for whoever read its newest version, and keeps its address', async () => {
    const deps = testDeps(await open())
    const group = await aGroup(deps, [])
    const change = { id: group.id, version: 1 }
    await describeGroup(deps, SYSTEM, {
      ...group,
      name: 'Another name',
      sourceUrl: 'https://example.test/list',
      change,
    })
    const saved = await groupById(deps.db, group.id)
    assert.deepEqual(
      [saved?.name, saved?.slug, saved?.sourceUrl, saved?.version],
      ['Another name', 'our-neighbours', 'https://example.test/list', 2],
    )
    await assert.rejects(describeGroup(deps, SYSTEM, { ...group, change }), Conflict)
    assert.equal(await groupById(deps.db, 'nobody'), undefined)
  })

  it('keeps the days of members, and refuses a last day over one that somebody else has set', async () => {
    const deps = testDeps(await open())
    const group = await aGroup(deps, ['Kent', 'Essex'])
    const [essex, kent] = await membersOf(deps.db, group.id)
    assert.deepEqual([essex?.areaName, kent?.areaName], ['Essex', 'Kent'])
    const until = isoDate('2020-03-31')
    const lastDay = { groupId: group.id, memberId: kent?.id ?? '', wasRead: 'none', until }
    assert.ok((await setMemberLastDay(deps, SYSTEM, lastDay)).ok)
    await assert.rejects(setMemberLastDay(deps, SYSTEM, lastDay), Conflict)
    const back = { groupId: group.id, area: 'Kent', from: isoDate('2021-04-01'), until: null }
    assert.ok((await addMember(deps, SYSTEM, back)).ok)
    assert.deepEqual(
      (await membersOf(deps.db, group.id)).map(({ areaName, from, until: last }) => [areaName, from, last]),
      [
        ['Essex', '2012-11-22', null],
        ['Kent', '2012-11-22', '2020-03-31'],
        ['Kent', '2021-04-01', null],
      ],
    )
  })
})
