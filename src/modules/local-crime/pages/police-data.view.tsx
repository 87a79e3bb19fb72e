import { forceOfSlug } from '#modules/geography/index.js'
import { type Revision, wordsOfMove } from '#modules/police-data/index.js'
import { Heading, Small, Table } from '#ui/components.js'
import { formatMonth, formatNumber } from '#ui/format.js'

/** What each kind of file is called. */
export const TYPE_NAMES: Readonly<Record<string, string>> = {
  street: 'Crime and anti-social behaviour',
  outcomes: 'Outcomes',
  'stop-and-search': 'Stop and search',
}

const MOST_MOVES = 10

/** What the last import revised: the commonest moves, then how many in each month. */
export function LastImport({ revision: { done, months, totals } }: { revision: Revision }) {
  return (
    <>
      <Heading level={2}>What the last import changed</Heading>
      {totals.length === 0 ? (
        <p>
          Import {done.number}, the release of {formatMonth(done.release)}, revised nothing that was held before.
        </p>
      ) : (
        <>
          <p>
            Import {done.number}, the release of {formatMonth(done.release)}, says otherwise of these crimes than the
            release before.
          </p>
          <Table
            caption="The commonest changes"
            columns={[{ label: 'Change' }, { label: 'Crimes', align: 'number' }]}
            rows={totals.slice(0, MOST_MOVES).map((move) => [wordsOfMove(move), formatNumber(move.crimes)])}
          />
          <Table
            caption="Changes by month"
            columns={[
              { label: 'Month' },
              { label: 'Force' },
              { label: 'Kind of change' },
              { label: 'Crimes', align: 'number' },
            ]}
            rows={months.map(({ month, force, kind, crimes }) => [
              formatMonth(month),
              forceOfSlug(force)?.name ?? force,
              kind,
              formatNumber(crimes),
            ])}
          />
        </>
      )}
      {totals.length === 0 ? null : (
        <Small>
          <a href={`/staff/police-data/imports/${done.number}/changes.csv`}>Every change by Crime ID, as CSV</a>
        </Small>
      )}
    </>
  )
}
