import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { checkReport, type ReportDraft } from './report.js'

const today = isoDate('2025-04-30')
const draft: ReportDraft = {
  planId: 'p',
  themeId: 't',
  title: 'Crime prevention',
  addressedTo: 'The Panel',
  meetingOn: isoDate('2025-06-11'),
  periodFrom: isoDate('2024-10-01'),
  periodUntil: isoDate('2025-03-31'),
}

it('takes a period that is past and a meeting after it', () => {
  assert.ok(checkReport(draft, today).ok)
  assert.ok(checkReport({ ...draft, periodFrom: draft.periodUntil, meetingOn: draft.periodUntil }, today).ok)
})

it('refuses a period that runs backwards, one not yet over, and a meeting before it ends', () => {
  const code = (change: Partial<ReportDraft>) => {
    const result = checkReport({ ...draft, ...change }, today)
    return result.ok ? 'accepted' : result.error.code
  }
  assert.equal(code({ periodFrom: isoDate('2025-04-01') }), 'period-ends-before-it-begins')
  assert.equal(code({ periodUntil: isoDate('2025-05-01') }), 'period-in-the-future')
  assert.equal(code({ meetingOn: isoDate('2025-03-30') }), 'meeting-before-period-ends')
})
