import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { collapsed, dueInWords, headingFor, inOrder, type Task } from './task.js'

const today = isoDate('2025-05-26')
const task = (dueOn: string, title: string): Task => ({
  dueOn: isoDate(dueOn),
  title,
  detail: '',
  verb: 'Open',
  href: `/staff/${title}`,
})

describe('the day that something is due', () => {
  const cases: [string, string][] = [
    ['2025-05-21', 'Overdue 5 days'],
    ['2025-05-25', 'Overdue 1 day'],
    ['2025-01-15', 'Overdue 4 months'],
    ['2016-04-01', 'Overdue 9 years'],
    ['2025-05-26', 'Today'],
    ['2025-05-27', 'Tomorrow'],
    ['2025-05-30', 'Fri 30 May'],
    ['2026-01-03', '3 Jan 2026'],
  ]
  for (const [dueOn, words] of cases) {
    it(`is told as ${words}`, () => assert.equal(dueInWords(isoDate(dueOn), today).replace('\u00a0', ' '), words))
  }
})

it('says in words how much is waiting', () => {
  assert.equal(headingFor(0), 'Nothing is waiting for you')
  assert.equal(headingFor(1), 'One thing is waiting for you')
  assert.equal(headingFor(4), 'Four things are waiting for you')
  assert.equal(headingFor(12), '12 things are waiting for you')
})

it('puts what is due first first, and on one day goes by name', () => {
  const tasks = [task('2025-06-01', 'b'), task('2025-05-01', 'c'), task('2025-06-01', 'a')]
  assert.deepEqual(
    inOrder(tasks).map(({ title }) => title),
    ['c', 'a', 'b'],
  )
})

it('shows many of one kind as one, due when the first of them is', () => {
  const tasks = [task('2025-06-02', 'b'), task('2025-06-01', 'a')]
  const summary = { title: 'Two', detail: '', verb: 'See', href: '/staff/all' }
  assert.deepEqual(collapsed(tasks, 2, summary), tasks)
  assert.deepEqual(collapsed(tasks, 1, summary), [{ ...summary, dueOn: '2025-06-01' }])
  assert.deepEqual(collapsed([], 0, summary), [])
})
