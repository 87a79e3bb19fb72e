import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#kernel/dates.js'
import { aMilestone, anAction, anUpdate, day } from '#test/support/delivery.js'
import type { Status } from './report.js'
import { DAYS_BETWEEN_UPDATES, daysOverdue, statusOf } from './status.js'
import type { Update } from './update.js'

const TWO = [aMilestone('m1', '2017-06-30'), aMilestone('m2', '2017-12-31')]
const began = anUpdate({ on: '2017-05-01' })
const firstDone = anUpdate({ on: '2017-06-20', completes: ['m1'] })
const secondDone = anUpdate({ on: '2017-11-01', completes: ['m2'], evidence: { title: 'Minutes', url: null } })
const says = (on: string, status: 'complete' | 'on-course' | 'behind' | 'not-started') =>
  anUpdate({ on, override: { status, reason: 'The partner asked for longer' } })

type Case = [what: string, updates: Update[], asAt: string, status: Status]

describe('the status of an action with two milestones', () => {
  const action = anAction({ milestones: TWO })
  const cases: Case[] = [
    ['before it starts', [], '2017-03-31', 'not-started'],
    ['on its first day, with nothing said', [], '2017-04-01', 'not-started'],
    ['once somebody has spoken of it', [began], '2017-05-01', 'on-course'],
    ['on the day before that was said', [began], '2017-04-30', 'not-started'],
    ['on the very day that a milestone is due', [began], '2017-06-30', 'on-course'],
    ['on the day after', [began], '2017-07-01', 'behind'],
    ['with the first milestone done in time', [began, firstDone], '2017-07-01', 'on-course'],
    ['92 days after the last word', [began, firstDone], '2017-09-20', 'on-course'],
    ['93 days after the last word', [began, firstDone], '2017-09-21', 'not-updated'],
    ['silent and late: late is what is known', [began, firstDone], '2018-01-01', 'behind'],
    ['with both done', [began, firstDone, secondDone], '2017-11-01', 'complete'],
    ['complete, years later: nothing more is asked of it', [firstDone, secondDone], '2025-01-01', 'complete'],
    ['with the second done and the first not', [secondDone], '2017-11-02', 'behind'],
    ['set behind by a person', [began, firstDone, says('2017-08-01', 'behind')], '2017-08-02', 'behind'],
    ['set complete by a person', [began, says('2017-05-20', 'complete')], '2018-06-01', 'complete'],
    ['set on course although a milestone is late', [began, says('2017-07-10', 'on-course')], '2017-07-11', 'on-course'],
    ['set on course, then silence', [began, says('2017-07-10', 'on-course')], '2017-12-01', 'not-updated'],
    ['set behind, then silence', [firstDone, says('2017-08-01', 'behind')], '2017-12-01', 'behind'],
    [
      'set on course, then a plain update',
      [says('2017-07-10', 'on-course'), anUpdate({ on: '2017-07-20' })],
      '2017-07-21',
      'behind',
    ],
    [
      'set complete, then corrected',
      [says('2017-05-20', 'complete'), anUpdate({ on: '2017-05-21' })],
      '2017-05-22',
      'on-course',
    ],
  ]
  for (const [what, updates, asAt, expected] of cases) {
    it(`is ${expected} ${what}`, () => assert.equal(statusOf(action, updates, day(asAt)).status, expected))
  }
})

describe('the status of an action without milestones', () => {
  const cases: Case[] = [
    ['before it starts', [], '2017-03-01', 'not-started'],
    ['with nothing said for 92 days from its start', [], '2017-07-02', 'not-started'],
    ['with nothing said for 93 days from its start', [], '2017-07-03', 'not-updated'],
    ['once spoken of', [anUpdate()], '2017-06-01', 'on-course'],
    ['past its due date', [anUpdate({ on: '2018-03-01' })], '2018-04-01', 'behind'],
    ['said to be complete', [says('2018-03-01', 'complete')], '2018-04-01', 'complete'],
    ['spoken of only before it starts', [anUpdate({ on: '2017-03-01' })], '2017-03-20', 'not-started'],
  ]
  for (const [what, updates, asAt, expected] of cases) {
    it(`is ${expected} ${what}`, () => assert.equal(statusOf(anAction(), updates, day(asAt)).status, expected))
  }
})

it('answers what the status was on 30 September 2017, whatever was said afterwards', () => {
  const action = anAction({ milestones: TWO })
  const then = [firstDone, anUpdate({ on: '2017-09-12' })]
  const later = [secondDone, says('2018-02-01', 'behind')]
  const report = statusOf(action, [...then, ...later], day('2017-09-30'))
  assert.equal(report.status, 'on-course')
  assert.equal(report.why, '1 of 2 milestones is done; the next, “Milestone m2”, is due on 31 December 2017.')
  assert.equal(report.lastUpdateOn, '2017-09-12')
  assert.equal(report.reason, undefined)
})

it('publishes the reason beside a status that a person set, and what the milestones would say', () => {
  const report = statusOf(anAction({ milestones: TWO }), [began, says('2017-07-10', 'on-course')], day('2017-07-11'))
  assert.equal(report.reason, 'The partner asked for longer')
  assert.equal(report.computed, 'behind')
  assert.match(report.why, /^Set by the update of 10 July 2017\. By its milestones and dates it would be behind/)
})

it('ignores the updates of other actions', () => {
  const other = anUpdate({ actionId: 'action-2', on: '2017-06-20', completes: ['m1', 'm2'] })
  assert.equal(statusOf(anAction({ milestones: TWO }), [other], day('2017-06-21')).status, 'not-started')
})

it('lets the update recorded last decide between two of one day', () => {
  const first = anUpdate({
    id: 'a',
    recordedAt: '2017-06-01T09:00:00.000Z',
    override: { status: 'behind', reason: 'x' },
  })
  const second = anUpdate({ id: 'b', recordedAt: '2017-06-01T10:00:00.000Z' })
  assert.equal(statusOf(anAction(), [second, first], day('2017-06-02')).status, 'on-course')
})

it('dates a milestone by the first update that says it is done', () => {
  const again = anUpdate({ on: '2017-08-01', completes: ['m1'] })
  const { milestones } = statusOf(anAction({ milestones: TWO }), [again, firstDone], day('2017-09-01'))
  assert.deepEqual(
    milestones.map(({ doneOn }) => doneOn),
    ['2017-06-20', null],
  )
})

it('counts how many days an update is overdue', () => {
  const report = statusOf(anAction(), [anUpdate({ on: '2017-06-01' })], day('2017-09-06'))
  assert.equal(report.nextUpdateDueOn, '2017-09-01')
  assert.equal(daysOverdue(report, day('2017-09-06')), 5)
  assert.equal(daysOverdue(report, day('2017-08-06')), 0)
})

const WORSE: readonly Status[] = ['complete', 'on-course', 'not-started', 'not-updated', 'behind']
const someDay = fc.integer({ min: -100, max: 900 }).map((days) => addDays(day('2017-04-01'), days))
const someMilestones = fc
  .array(someDay, { maxLength: 5 })
  .map((days) => days.map((dueOn, index) => aMilestone(`m${index}`, dueOn)))
const someUpdate = fc.record({ on: someDay, completes: fc.subarray(['m0', 'm1', 'm2', 'm3', 'm4']) })
const someUpdates = fc
  .array(someUpdate, { maxLength: 6 })
  .map((all) => all.map((each, index) => anUpdate({ ...each, id: `u${index}` })))

describe('whatever the milestones, updates and day', () => {
  it('is never worse for having more milestones done', () => {
    fc.assert(
      fc.property(someMilestones, someUpdates, someDay, fc.nat(), (milestones, updates, asAt, pick) => {
        const chosen = updates[pick % Math.max(1, updates.length)]
        if (!chosen) return
        const action = anAction({ milestones })
        const more = updates.map((each) =>
          each === chosen ? { ...each, completes: milestones.map(({ id }) => id) } : each,
        )
        const before = WORSE.indexOf(statusOf(action, updates, asAt).status)
        assert.ok(WORSE.indexOf(statusOf(action, more, asAt).status) <= before)
      }),
    )
  })

  it('as at a day does not depend on what was said of later days', () => {
    fc.assert(
      fc.property(someMilestones, someUpdates, someDay, (milestones, updates, asAt) => {
        const action = anAction({ milestones })
        const known = updates.filter((update) => update.on <= asAt)
        assert.deepEqual(statusOf(action, updates, asAt), statusOf(action, known, asAt))
      }),
    )
  })

  it('does not depend on the order in which updates are read', () => {
    fc.assert(
      fc.property(someMilestones, someUpdates, someDay, (milestones, updates, asAt) => {
        const action = anAction({ milestones })
        assert.deepEqual(statusOf(action, updates.toReversed(), asAt), statusOf(action, updates, asAt))
      }),
    )
  })

  it('is stale only when open, begun and silent for more than a quarter', () => {
    fc.assert(
      fc.property(someMilestones, someUpdates, someDay, (milestones, updates, asAt) => {
        const action = anAction({ milestones })
        const report = statusOf(action, updates, asAt)
        const last =
          report.lastUpdateOn !== null && report.lastUpdateOn > action.startsOn ? report.lastUpdateOn : action.startsOn
        const isSilent = addDays(last, DAYS_BETWEEN_UPDATES) < asAt
        assert.equal(report.isStale, report.computed !== 'complete' && isSilent)
      }),
    )
  })

  it('explains itself in whole sentences', () => {
    fc.assert(
      fc.property(someMilestones, someUpdates, someDay, (milestones, updates, asAt) => {
        assert.match(statusOf(anAction({ milestones }), updates, asAt).why, /^[A-Z0-9“].*\.$/)
      }),
    )
  })
})
