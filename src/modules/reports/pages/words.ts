import type { ReportRefusal } from '../domain/report.js'

type ReportField = 'theme' | 'periodFrom' | 'periodUntil' | 'meetingOn'

/** Which answer a refusal is about, and what to do. */
export function explain(refusal: ReportRefusal): { readonly field: ReportField; readonly message: string } {
  switch (refusal.code) {
    case 'period-ends-before-it-begins':
      return { field: 'periodUntil', message: 'Last day must be the first day or later' }
    case 'period-in-the-future':
      return {
        field: 'periodUntil',
        message: 'Last day must not be in the future: a report speaks of days that are past',
      }
    case 'meeting-before-period-ends':
      return { field: 'meetingOn', message: 'Meeting must be on the last day of the period or later' }
    case 'plan-not-published':
    case 'not-a-theme':
    case 'unknown-section':
      return {
        field: 'theme',
        message: 'Select a theme for a theme monitoring report, and the whole plan for any other',
      }
  }
}
