import { addDays, type IsoDate } from '#kernel/dates.js'

/** The day as at which a plan's delivery is shown, and whether the plan has been replaced. */
export type Standing = { readonly asAt: IsoDate; readonly isReplaced: boolean }

/**
 * A plan is shown as it stands today for as long as no other has replaced it (Police Reform and Social Responsibility
 * Act 2011 s.7); after that as it stood on its last day, so that nobody is called late by a later plan's calendar.
 */
export function standingOf(startsOn: IsoDate, allStarts: readonly IsoDate[], today: IsoDate): Standing {
  const next = allStarts.filter((start) => start > startsOn && start <= today).sort()[0]
  return next ? { asAt: addDays(next, -1), isReplaced: true } : { asAt: today, isReplaced: false }
}
