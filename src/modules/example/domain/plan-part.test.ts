import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { asBefore, type Before, type PlanPart, partsOf, placeIn } from './plan-part.js'

const part = (key: string, children: PlanPart[] = [], level = 'commitment'): PlanPart => ({
  ...{ key, level, title: `Title of ${key}`, text: '', lead: 'office', supporting: [], children },
})
const aim = part('aim', [], 'what-we-will-do')
const plan = [
  part('prevention', [aim, part('violence'), part('burglary'), part('exploitation')], 'theme'),
  part('enforcement', [part('drugs'), part('courts')], 'theme'),
]
const nothing: Before = { absent: [], worded: [], placed: [], led: [] }
const keysUnder = (parts: readonly PlanPart[], theme: string) =>
  parts.find(({ key }) => key === theme)?.children.map(({ key }) => key)

describe('the first version of a plan, worked back from its changes', () => {
  it('lacks what was added later', () => {
    assert.deepEqual(keysUnder(asBefore(plan, { ...nothing, absent: ['violence'] }), 'prevention'), [
      'aim',
      'burglary',
      'exploitation',
    ])
  })

  it('has what was moved later in its old place among the parts of its level', () => {
    const before = { ...nothing, placed: [{ key: 'exploitation', parent: 'enforcement', place: 2 }] }
    const parts = asBefore(plan, before)
    assert.deepEqual(keysUnder(parts, 'enforcement'), ['drugs', 'exploitation', 'courts'])
    assert.deepEqual(keysUnder(parts, 'prevention'), ['aim', 'violence', 'burglary'])
    assert.equal(placeIn(parts, 'exploitation'), 2)
  })

  it('counts places among parts of the same level only', () => {
    assert.equal(placeIn(plan, 'violence'), 1)
    const before = { ...nothing, placed: [{ key: 'drugs', parent: 'prevention', place: 1 }] }
    assert.deepEqual(keysUnder(asBefore(plan, before), 'prevention'), [
      'aim',
      'drugs',
      'violence',
      'burglary',
      'exploitation',
    ])
  })

  it('has the old words and the old lead, also of a part that moved', () => {
    const old = { title: 'Old title', text: 'Old text' }
    const before: Before = {
      absent: [],
      worded: [{ key: 'courts', ...old }],
      placed: [{ key: 'courts', parent: 'prevention', place: 9 }],
      led: [{ key: 'courts', lead: 'board', supporting: [{ organisation: 'office', role: 'Presses' }] }],
    }
    const courts = partsOf(asBefore(plan, before)).find((each) => each.part.key === 'courts')
    assert.deepEqual(courts, {
      parent: 'prevention',
      part: { ...part('courts'), ...old, lead: 'board', supporting: [{ organisation: 'office', role: 'Presses' }] },
    })
  })

  it('is refused when it speaks of a part that is not in the plan', () => {
    assert.throws(() => asBefore(plan, { ...nothing, absent: ['nowhere'] }), /There is no part 'nowhere'/)
  })

  it('keeps every part but the absent ones, wherever others stood', () => {
    const leaf: fc.Arbitrary<string> = fc.constantFrom('violence', 'burglary', 'exploitation', 'drugs', 'courts')
    const place = fc.record({
      key: leaf,
      parent: fc.constantFrom('prevention', 'enforcement'),
      place: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(leaf), fc.uniqueArray(place, { selector: ({ key }) => key }), (absent, all) => {
        const placed = all.filter(({ key }) => !absent.includes(key))
        const after = partsOf(asBefore(plan, { ...nothing, absent, placed })).map((each) => each.part.key)
        const kept = partsOf(plan).flatMap((each) => (absent.includes(each.part.key) ? [] : each.part.key))
        assert.deepEqual(after.toSorted(), kept.toSorted())
      }),
    )
  })
})
