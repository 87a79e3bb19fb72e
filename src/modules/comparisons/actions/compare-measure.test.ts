import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { actorOf } from '#test/support/app.js'
import { aGroup, anOfficeWithNeighbours, aRate, someAreaFigures } from '#test/support/comparisons.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { membersOf } from '../data/comparisons.queries.js'
import { addMember, setMemberLastDay } from './change-members.js'
import { compareMeasure } from './compare-measure.js'
import { describeGroup } from './describe-group.js'

async function anOffice() {
  const deps = testDeps(await openTestDb())
  return { deps, ...(await anOfficeWithNeighbours(deps)) }
}

const places = ({ result }: Awaited<ReturnType<typeof compareMeasure>>) =>
  result.ok ? result.value.areas.map(({ name, standing: { first, last } }) => [name, first, last]) : result.error.code

describe('a measure beside that of other areas', () => {
  it('finds areas by code or name, puts ours among them, and allows for chance', async () => {
    const { deps, measure, group } = await anOffice()
    const comparison = await compareMeasure(deps, measure, group)
    assert.equal(comparison.period?.code, '2023/24')
    assert.deepEqual(places(comparison), [
      ['Norfolk', 1, 1],
      ['Cambridgeshire', 2, 3],
      ['Suffolk', 2, 3],
      ['Essex', 4, 4],
    ])
    const value = comparison.result.ok ? comparison.result.value : undefined
    assert.ok(Math.abs((value?.rest?.estimate ?? 0) - 72.3667) < 1e-3)
    assert.equal(value?.difference?.isSignificant, true)
  })

  it('takes those who belonged to the group at the end of the period', async () => {
    const { deps, measure, group } = await anOffice()
    const members = await membersOf(deps.db, group.id)
    const essex = members.find(({ areaName }) => areaName === 'Essex')
    const until = isoDate('2024-03-30')
    await setMemberLastDay(deps, SYSTEM, { groupId: group.id, memberId: essex?.id ?? '', wasRead: 'none', until })
    assert.equal(places(await compareMeasure(deps, measure, group)).length, 3)
  })

  it('says which members have no figure, and why', async () => {
    const { deps, measure, group } = await anOffice()
    const from = isoDate('2012-11-22')
    for (const area of ['Kent', 'Surrey']) await addMember(deps, SYSTEM, { groupId: group.id, area, from, until: null })
    await someAreaFigures(deps, measure, [{ area: 'Kent', count: null }])
    assert.deepEqual((await compareMeasure(deps, measure, group)).absent, [
      { name: 'Kent', why: 'Not sent' },
      { name: 'Surrey', why: 'No figure for this period' },
    ])
  })

  it('goes back to the newest release that covers every area when some were revised since', async () => {
    const { deps, measure, group } = await anOffice()
    await someAreaFigures(deps, measure, [{ area: '', count: 9000, knownOn: '2025-04-29' }])
    const comparison = await compareMeasure(deps, measure, group)
    assert.equal(comparison.takenBack, '2025-04-28')
    assert.equal(comparison.result.ok && comparison.result.value.own.value, 70)
  })

  it('refuses figures of two releases where no release covers all, and says so when they are allowed', async () => {
    const { deps, measure, group } = await anOffice()
    await someAreaFigures(deps, measure, [
      ...['E23000024', 'Suffolk', 'Essex'].map((area) => ({
        area,
        count: 5000,
        period: '2022/23',
        knownOn: '2024-10-24',
      })),
      { area: '', count: 6000, period: '2022/23', knownOn: '2024-11-01' },
    ])
    const options = { period: '2022/23' }
    assert.equal(places(await compareMeasure(deps, measure, group, options)), 'known-on-different-days')
    const allowed = await compareMeasure(deps, measure, group, { ...options, isMixingAllowed: true })
    assert.equal(allowed.result.ok && allowed.result.value.mixtures.length, 1)
  })

  it('reads the figures as they were known on a day', async () => {
    const { deps, measure, group } = await anOffice()
    const before = await compareMeasure(deps, measure, group, { knownOn: isoDate('2025-04-27') })
    assert.equal(places(before), 'no-figures')
  })

  it('compares no counts, and no period in which we have no figure', async () => {
    const { deps, group, measure } = await anOffice()
    const count = await aMeasure(deps, { title: 'Crimes', frequency: 'financial-year' })
    assert.equal(places(await compareMeasure(deps, count, group)), 'no-figures')
    assert.equal(places(await compareMeasure(deps, measure, group, { period: '2010/11' })), 'no-figures')
    const empty = await aRate(deps, { title: 'Other rate' })
    assert.equal(places(await compareMeasure(deps, empty, group)), 'no-figures')
  })
})

it('lets nobody but the office say which areas belong together', async () => {
  const { deps, group } = await anOffice()
  const request = { groupId: group.id, area: 'Kent', from: isoDate('2012-11-22'), until: null }
  const lastDay = { groupId: group.id, memberId: 'any', wasRead: 'none', until: null }
  for (const role of ['force', 'partner', 'panel', 'auditor', 'public'] as const) {
    const actor = actorOf(role)
    await assert.rejects(addMember(deps, actor, request), { name: 'Error' })
    await assert.rejects(setMemberLastDay(deps, actor, lastDay))
    await assert.rejects(describeGroup(deps, actor, group))
  }
})

it('refuses an area that does not exist, and one that is there', async () => {
  const { deps } = await anOffice()
  const group = await aGroup(deps, ['Kent'], { name: 'Others' })
  const add = (area: string) =>
    addMember(deps, SYSTEM, { groupId: group.id, area, from: isoDate('2020-01-01'), until: null })
  assert.deepEqual(await add('Borsetshire'), { ok: false, error: { code: 'no-such-area' } })
  assert.deepEqual(await add('Kent Police'), { ok: false, error: { code: 'already-there' } })
})
