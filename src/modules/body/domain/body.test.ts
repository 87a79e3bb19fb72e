import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { holdsOn, inOrder, lineOf, type Organisation } from './body.js'

function anOrganisation(name: string, kind: Organisation['kind']): Organisation {
  return { id: name, kind, name, shortName: name }
}

it('holds on its first day and its last, and not on the days around them', () => {
  const term = { from: isoDate('2017-03-03'), until: isoDate('2017-03-05') }
  const days = ['2017-03-02', '2017-03-03', '2017-03-05', '2017-03-06'].map(isoDate)
  assert.deepEqual(
    days.map((day) => holdsOn(term, day)),
    [false, true, true, false],
  )
})

it('offers the office first, then forces, then everyone else by name', () => {
  const given = [
    anOrganisation('Zed Council', 'council'),
    anOrganisation('Ábel House', 'charity'),
    anOrganisation('Wessex Police', 'force'),
    anOrganisation('Office', 'office'),
    anOrganisation('Ace Partnership', 'partnership'),
  ]
  assert.deepEqual(
    inOrder(given).map(({ name }) => name),
    ['Office', 'Wessex Police', 'Ábel House', 'Ace Partnership', 'Zed Council'],
  )
})

it('follows a body back through all those whose functions it has', () => {
  const bodies = [
    { id: 'east', successorId: 'county' },
    { id: 'west', successorId: 'county' },
    { id: 'county', successorId: 'mayor' },
    { id: 'mayor', successorId: null },
    { id: 'elsewhere', successorId: null },
  ]
  assert.deepEqual(lineOf(bodies, 'mayor'), ['mayor', 'county', 'east', 'west'])
  assert.deepEqual(lineOf(bodies, 'east'), ['east'])
})

it('does not run for ever on bodies that succeed each other in a circle', () => {
  const bodies = [
    { id: 'a', successorId: 'b' },
    { id: 'b', successorId: 'a' },
  ]
  assert.deepEqual(lineOf(bodies, 'a'), ['a', 'b'])
})
