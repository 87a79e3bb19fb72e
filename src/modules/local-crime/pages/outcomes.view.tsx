import { BASIS_WORDS, COURT_RESULTS_END, type OutcomeSummary } from '#modules/police-data/index.js'
import { Details, Heading, Small, Table } from '#ui/components.js'
import { formatMonth, formatNumber, formatPercent } from '#ui/format.js'
import type { LocalOutcomes } from '../actions/outcomes-in-place.js'
import type { ShownCounts } from '../domain/crime-kinds.js'
import { inSpan, type Span, spanInWords } from '../domain/crime-months.js'
import { countText, Withheld } from './change-cell.js'

type OutcomesProps = { readonly outcomes: LocalOutcomes; readonly span: Span }

/** What became of crimes of a span, by what is known of them now. */
export function Outcomes({ outcomes: { cohort, shown, recorded, months }, span }: OutcomesProps) {
  if (shown) return <ShownOutcomes shown={shown} span={span} />
  if (!cohort || cohort.total === 0) return null
  return (
    <>
      <Heading level={2} id="outcomes">
        What became of these crimes
      </Heading>
      <p>
        Each crime recorded {inSpan(span)} by the last that is known of it. {formatNumber(cohort.open)} are still open
        and may move, so these shares change as time passes.
      </p>
      <Groups of={cohort} caption={`Outcomes of crimes recorded in ${spanInWords(span)}`} count="Crimes" />
      <Details summary="Each outcome as the police publish it">
        <Published of={cohort} caption={`Outcomes as published, crimes recorded in ${spanInWords(span)}`} />
      </Details>
      {recorded && recorded.total > 0 ? (
        <Details summary="Outcomes by the month in which they were recorded">
          <p>{BASIS_WORDS['outcomes-recorded']}</p>
          <Groups of={recorded} caption={`Outcomes recorded in ${monthsInWords(months)}`} count="Outcomes" />
        </Details>
      ) : null}
      {cohort.courtResultsEnd ? <Small>{COURT_RESULTS_END}</Small> : null}
    </>
  )
}

/** Outcomes of a ward in their groups, with what is small withheld. */
function ShownOutcomes({ shown, span }: { shown: ShownCounts; span: Span }) {
  const rows = [...shown].sort(([, a], [, b]) => (b ?? -1) - (a ?? -1))
  if (rows.length === 0)
    return (
      <>
        <Heading level={2} id="outcomes">
          What became of these crimes
        </Heading>
        <p>
          Outcomes of crimes recorded {inSpan(span)} are not shown for this ward: some of them are so rare that the
          others would tell them. Its district has a page that tells them.
        </p>
      </>
    )
  return (
    <>
      <Heading level={2} id="outcomes">
        What became of these crimes
      </Heading>
      <p>Each crime recorded {inSpan(span)} by the last that is known of it.</p>
      <Table
        caption={`Outcomes of crimes recorded in ${spanInWords(span)}`}
        captionHidden
        columns={[
          { label: 'Outcome', width: 'half' },
          { label: 'Crimes', align: 'number' },
        ]}
        rows={rows.map(([name, count]) => [name, countText(count, count === null)])}
      />
      <Withheld counts={[...shown.values()]} />
    </>
  )
}

function monthsInWords(months: readonly string[]): string {
  if (months.length <= 3) return months.map(formatMonth).join(', ')
  return `${months.length} months from ${formatMonth(months[0] ?? '')} to ${formatMonth(months.at(-1) ?? '')}`
}

type SummaryProps = { readonly of: OutcomeSummary; readonly caption: string }

function Groups({ of: { groups }, caption, count }: SummaryProps & { count: string }) {
  return (
    <Table
      caption={caption}
      columns={[
        { label: 'Outcome', width: 'half' },
        { label: count, align: 'number' },
        { label: 'Share', align: 'number' },
      ]}
      rows={groups
        .toSorted((a, b) => b.count - a.count)
        .map((each) => [
          each.group,
          formatNumber(each.count),
          each.share === null ? '–' : formatPercent(100 * each.share),
        ])}
    />
  )
}

function Published({ of: { groups }, caption }: SummaryProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { label: 'Outcome as published', width: 'half' },
        { label: 'Told above as' },
        { label: 'Crimes', align: 'number' },
      ]}
      rows={groups.flatMap(({ group, outcomes }) =>
        outcomes.map(({ outcome, count }) => [outcome, group, formatNumber(count)]),
      )}
    />
  )
}
