import type { AskedDay } from '#modules/measures/index.js'
import { EmptyState } from '#ui/components.js'
import { formatDate, formatMonth } from '#ui/format.js'
import type { NoCrime } from '../actions/crime-in-place.js'

type Why = NoCrime | { readonly code: 'no-force'; readonly first?: null }

/** Says kindly that there is nothing to tell, and why. */
export function NothingYet({ why, asked, path }: { why: Why; asked: AskedDay; path: string }) {
  if (why.code === 'no-files' && why.first && asked.knownOn)
    return (
      <EmptyState title={`Nothing was known on ${formatDate(asked.knownOn)}`}>
        <p>
          The oldest files that are held here are of the release of {formatMonth(why.first)}.{' '}
          <a href={path}>See what is known now</a>
        </p>
      </EmptyState>
    )
  if (why.code === 'no-quarter') return <EmptyState title="No quarter is held whole yet">{QUARTERS}</EmptyState>
  return (
    <EmptyState title="No police records have been taken in yet">
      <p>
        When the office takes in the street-level files that the police publish, crime in the police area and in each
        district and ward will stand here.
      </p>
    </EmptyState>
  )
}

const QUARTERS = (
  <p>
    Wards and small areas are told by whole quarters of the year, so that no small number can be worked out from two
    stretches of time. The files of three such months are not all held.
  </p>
)
