import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { aContent, aPart, FORCE } from '#test/support/plans.js'
import type { Change } from './change.js'
import { compareContents } from './compare.js'
import type { ContentNode, PlanContent } from './content.js'
import { inReadingOrder } from './tree.js'

/** What happened, shortly: "moved b". */
const told = (changes: readonly Change[]) =>
  changes.map((change) => ('id' in change ? `${change.kind} ${change.id}` : change.kind))

const themes = (...ids: string[]) => ids.map((id) => aPart(id))

describe('comparing two versions', () => {
  it('tells parts added and removed, where they stand', () => {
    const before = aContent([aPart('a'), aPart('a1', 'a'), aPart('b')])
    const after = aContent([aPart('a'), aPart('a2', 'a'), aPart('b')])
    const changes = compareContents(before, after)
    assert.deepEqual(told(changes), ['removed a1', 'added a2'])
    assert.deepEqual(
      changes.map((change) => 'path' in change && change.path),
      [['Title of a'], ['Title of a']],
    )
  })

  it('tells a removed part after the part that it used to follow', () => {
    const changes = compareContents(
      aContent(themes('a', 'b', 'c')),
      aContent([aPart('a'), aPart('c', null, { title: 'C' })]),
    )
    assert.deepEqual(told(changes), ['removed b', 'reworded c'])
  })

  it('tells a theme that moved to the front as one move, with its old and new place', () => {
    const [change, ...others] = compareContents(aContent(themes('a', 'b', 'c')), aContent(themes('c', 'a', 'b')))
    assert.equal(others.length, 0)
    assert.ok(change?.kind === 'moved' && change.id === 'c')
    assert.deepEqual(
      [change.from, change.to],
      [
        { parentTitle: null, place: 3 },
        { parentTitle: null, place: 1 },
      ],
    )
  })

  it('tells a part under another theme as moved, never as removed and added', () => {
    const before = aContent([aPart('a'), aPart('a1', 'a'), aPart('b')])
    const after = aContent([aPart('a'), aPart('b'), aPart('a1', 'b')])
    const changes = compareContents(before, after)
    assert.deepEqual(told(changes), ['moved a1'])
    assert.ok(changes[0]?.kind === 'moved')
    assert.deepEqual([changes[0].from.parentTitle, changes[0].to.parentTitle], ['Title of a', 'Title of b'])
  })

  it('does not call a part moved because another came before it or went', () => {
    assert.deepEqual(told(compareContents(aContent(themes('a', 'b')), aContent(themes('x', 'a', 'b')))), ['added x'])
    assert.deepEqual(told(compareContents(aContent(themes('a', 'b')), aContent(themes('b')))), ['removed a'])
  })

  it('tells a part that was moved, reworded and given another lead as all three', () => {
    const before = aContent([aPart('a'), aPart('a1', 'a'), aPart('b')])
    const after = aContent([aPart('a'), aPart('b'), aPart('a1', 'b', { text: 'What a1 now says.', bodies: [FORCE] })])
    assert.deepEqual(told(compareContents(before, after)), ['moved a1', 'reworded a1', 'reassigned a1'])
  })

  it('marks the words of title and text apart', () => {
    const before = aContent([aPart('a', null, { title: 'Safer streets at night', text: 'Same' })])
    const after = aContent([aPart('a', null, { title: 'Safer streets by day', text: 'Same' })])
    const [change] = compareContents(before, after)
    assert.ok(change?.kind === 'reworded')
    assert.deepEqual(
      change.markedTitle?.map(({ text }) => text),
      ['Safer streets ', 'at night', 'by day'],
    )
    assert.equal(change.markedText, null)
  })

  it('tells who came, went and does something else, and a body that was renamed', () => {
    const helper = {
      ...FORCE,
      organisationId: 'csp',
      role: 'support',
      name: 'CSPs',
      shortName: 'CSPs',
      part: 'Advise',
    } as const
    const before = aContent([aPart('a', null, { bodies: [FORCE, helper] })])
    const after = aContent([
      aPart('a', null, {
        bodies: [
          { ...FORCE, name: 'Fenshire Police' },
          { ...helper, part: 'Fund' },
        ],
      }),
    ])
    const [change] = compareContents(before, after)
    assert.ok(change?.kind === 'reassigned')
    assert.deepEqual(change.lead, { from: 'Fenshire Constabulary', to: 'Fenshire Police' })
    assert.deepEqual(change.supporting, [{ name: 'CSPs', before: 'CSPs: Advise', after: 'CSPs: Fund' }])
  })

  it('tells what changed in the plan itself: words, dates and levels', () => {
    const before = aContent([])
    const after = aContent([], { vision: 'A fairer county', startsOn: isoDate('2022-01-01') })
    const renamed = { ...after, levels: after.levels.map((level) => ({ ...level, holdsActions: true })) }
    const changes = compareContents(before, renamed)
    assert.deepEqual(told(changes), ['plan-reworded', 'plan-redated', 'level-changed', 'level-changed'])
  })
})

/** A plan of up to three levels, every part under one that is there, in reading order. */
const aTree: fc.Arbitrary<PlanContent> = fc
  .array(fc.tuple(fc.nat(), fc.string({ maxLength: 12 }), fc.boolean()), { maxLength: 14 })
  .map((seeds) => {
    const nodes: (ContentNode & { position: number })[] = []
    seeds.forEach(([pick, text, isLed], index) => {
      const parent = nodes.filter((node) => node.levelId !== 'commitment')[pick % (nodes.length + 1)]
      const levelId = { theme: 'objective', objective: 'commitment' }[parent?.levelId ?? ''] ?? 'theme'
      nodes.push({
        ...aPart(`n${index}`, parent?.id ?? null, { levelId, text, bodies: isLed ? [FORCE] : [] }),
        position: index,
      })
    })
    const content = aContent([])
    return { ...content, nodes: inReadingOrder(content.levels, nodes).map(({ position: _, ...node }) => node) }
  })

/** Moves one part to another parent of the right level and another place; the words stay. */
function moved(content: PlanContent, pick: number, parentPick: number, place: number): PlanContent {
  const node = content.nodes[pick % Math.max(1, content.nodes.length)]
  if (!node) return content
  const above = { theme: null, objective: 'theme', commitment: 'objective' }[node.levelId]
  const parents = content.nodes.filter((each) => each.levelId === above)
  const parentId = parents[parentPick % Math.max(1, parents.length)]?.id ?? null
  const others = content.nodes.filter((each) => each.id !== node.id)
  const placed = others.toSpliced(place % (others.length + 1), 0, { ...node, parentId })
  const ranked = placed.map((each, position) => ({ ...each, position }))
  return { ...content, nodes: inReadingOrder(content.levels, ranked).map(({ position: _, ...each }) => each) }
}

describe('any two versions', () => {
  it('have nothing to tell when they are the same', () => {
    fc.assert(fc.property(aTree, (content) => assert.deepEqual(compareContents(content, content), [])))
  })

  it('tell every part in one of them only exactly once, as added or removed', () => {
    fc.assert(
      fc.property(aTree, aTree, fc.nat(13), (one, other, cut) => {
        const keep = (content: PlanContent, prefix: string) => ({
          ...content,
          nodes: content.nodes.map((node) => {
            const rename = (id: string) => (Number(id.slice(1)) > cut ? `${prefix}${id}` : id)
            return { ...node, id: rename(node.id), parentId: node.parentId && rename(node.parentId) }
          }),
        })
        const [before, after] = [keep(one, 'x'), keep(other, 'y')]
        const ids = (content: PlanContent) => new Set(content.nodes.map(({ id }) => id))
        const changes = compareContents(before, after)
        const of = (kind: string) =>
          changes.flatMap((each) => (each.kind === kind && 'id' in each ? [each.id] : [])).sort()
        assert.deepEqual(of('added'), [...ids(after).difference(ids(before))].sort())
        assert.deepEqual(of('removed'), [...ids(before).difference(ids(after))].sort())
      }),
    )
  })

  it('that differ by moves tell only moves, and no more than were made', () => {
    const aMove = fc.tuple(fc.nat(), fc.nat(), fc.nat())
    fc.assert(
      fc.property(aTree, fc.array(aMove, { maxLength: 4 }), (before, moves) => {
        const after = moves.reduce((content, [pick, parent, place]) => moved(content, pick, parent, place), before)
        const changes = compareContents(before, after)
        assert.ok(changes.every((change) => change.kind === 'moved'))
        assert.ok(changes.length <= moves.length)
        if (JSON.stringify(before.nodes) !== JSON.stringify(after.nodes)) assert.ok(changes.length > 0)
      }),
    )
  })

  it('that differ in one text tell one rewording, of that part', () => {
    fc.assert(
      fc.property(aTree, fc.nat(), (before, pick) => {
        fc.pre(before.nodes.length > 0)
        const target = before.nodes[pick % before.nodes.length]
        const nodes = before.nodes.map((node) => (node === target ? { ...node, text: `${node.text}!` } : node))
        assert.deepEqual(told(compareContents(before, { ...before, nodes })), [`reworded ${target?.id}`])
      }),
    )
  })
})
