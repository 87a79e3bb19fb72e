import type { IsoDate } from '#kernel/dates.js'
import type { State } from '#ui/components.js'
import { formatDate, formatShortDate } from '#ui/format.js'
import type { StatusReport } from '../domain/report.js'
import type { NodeStatus } from '../domain/roll-up.js'
import { STATUS_WORDS } from '../domain/why.js'

/** What an organisation is called, by its id. */
export type Names = ReadonlyMap<string, { readonly name: string; readonly shortName: string }>

/** A status by itself: "On course". */
export function statusText(status: NodeStatus): string {
  if (status === 'no-actions') return 'No actions yet'
  const words = STATUS_WORDS[status]
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A status in a tag, with since when it is late: "Behind: due 31 Mar". */
export function tagText({ status, lateSince }: Pick<StatusReport, 'status' | 'lateSince'>, asAt: IsoDate): string {
  return status === 'behind' && lateSince ? `Behind: due ${nearDate(lateSince, asAt)}` : statusText(status)
}

/** The picture that goes with a status. */
export function stateOf(status: NodeStatus): State {
  return status === 'no-actions' ? 'neutral' : status
}

/** "30 Apr" within the year of the day shown as at, else "30 Apr 2024". */
export function nearDate(date: IsoDate, asAt: IsoDate): string {
  return date.slice(0, 4) === asAt.slice(0, 4) ? formatShortDate(date) : `${formatShortDate(date)} ${date.slice(0, 4)}`
}

/** The lead's short name, or that there is none. */
export function leadText(leadId: string | null, names: Names): string {
  return leadId === null ? 'No owner yet' : shortName(leadId, names)
}

/** The organisation's short name. */
function shortName(id: string, names: Names): string {
  return names.get(id)?.shortName ?? 'An organisation no longer listed'
}

/** The organisation's whole name. */
export function fullName(id: string, names: Names): string {
  return names.get(id)?.name ?? 'An organisation no longer listed'
}

/** "1 April 2024 to 31 March 2026". */
export function span(from: IsoDate, until: IsoDate): string {
  return `${formatDate(from)} to ${formatDate(until)}`
}
