import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { draftFrom } from './plan-reading.js'
import { readPlan } from './read-plan.js'

const read = (text: string) => readPlan(plainDocument('plan.txt', text))

it('makes a tree of priorities where a plan has no themes', () => {
  const { levels, nodes } = draftFrom(
    read(
      'Priority 1: Safer streets\n\nObjectives:\n\n- Patrol at night\n- Act on reports\n\nPriority 2: Better support\n\nObjectives:\n\n- Name an officer\n',
    ),
  )
  assert.deepEqual(
    levels.map(({ key, parent, isTracked }) => [key, parent, isTracked]),
    [
      ['priority', null, false],
      ['objective', 'priority', true],
    ],
  )
  assert.deepEqual(
    nodes.map(({ title, children }) => [title, children.length]),
    [
      ['Safer streets', 2],
      ['Better support', 1],
    ],
  )
})

it('finds lettered promises below “We will”, and lists whose bullets were drawn', () => {
  const lettered = read(
    'Pillar one - Safer streets\nAmbition: People feel safe\nWe will:\n  a) patrol at night\n  b) act on reports within a day\n',
  )
  assert.deepEqual(
    lettered.filter(({ kind }) => kind === 'commitment').map(({ text }) => text),
    ['Patrol at night', 'Act on reports within a day'],
  )
  const bare = read(
    'Theme 1: Towns\n\nObjectives\n\nFind offenders first and fast\nReduce shoplifting in five towns\nMake traffic flow safely\n',
  )
  assert.equal(bare.filter(({ kind }) => kind === 'objective').length, 3)
})
