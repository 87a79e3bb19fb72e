import { COURT_RESULTS_END } from '#modules/police-data/index.js'
import { Details, Heading, Small, Table } from '#ui/components.js'
import { formatNumber, formatPercent } from '#ui/format.js'
import type { OutcomeShare } from '../actions/outcomes-in-place.js'
import { inSpan, type Span, spanInWords } from '../domain/crime-months.js'

type OutcomesProps = { readonly outcomes: readonly OutcomeShare[]; readonly span: Span }

/** What became of crimes of a span, by what is known of them now. */
export function Outcomes({ outcomes, span }: OutcomesProps) {
  if (outcomes.length === 0) return null
  return (
    <>
      <Heading level={2} id="outcomes">
        What became of these crimes
      </Heading>
      <p>
        Each crime recorded {inSpan(span)} by the last that is known of it. Recent crimes may still be under
        investigation, so these shares move as time passes.
      </p>
      <Table
        caption={`Outcomes of crimes recorded in ${spanInWords(span)}`}
        captionHidden
        columns={[
          { label: 'Outcome', width: 'half' },
          { label: 'Crimes', align: 'number' },
          { label: 'Share', align: 'number' },
        ]}
        rows={outcomes.map(({ group, count, share }) => [group, formatNumber(count), formatPercent(share)])}
      />
      <Details summary="Each outcome as the police publish it">
        <Table
          caption={`Outcomes as published, crimes recorded in ${spanInWords(span)}`}
          captionHidden
          columns={[
            { label: 'Outcome as published', width: 'half' },
            { label: 'Told above as' },
            { label: 'Crimes', align: 'number' },
          ]}
          rows={outcomes.flatMap(({ group, outcomes: each }) =>
            each.map(({ name, count }) => [name, group, formatNumber(count)]),
          )}
        />
      </Details>
      <Small>{COURT_RESULTS_END}</Small>
    </>
  )
}
