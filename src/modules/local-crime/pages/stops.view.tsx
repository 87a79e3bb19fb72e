import { FIND_RATES, type FindRate, RATIO_DEFINITION, type StopRates } from '#modules/police-data/index.js'
import { Details, Heading, Notice, Small, SummaryList, Table } from '#ui/components.js'
import { formatNumber, formatPercent } from '#ui/format.js'
import { SOURCE_URL } from '../actions/crime-measure.js'
import type { ForceStops, StopPart } from '../actions/stops-of-force.js'
import { inSpan, type Span, spanInWords } from '../domain/crime-months.js'
import { OGL, releasesInWords } from './crime.view.js'

/** Who was searched beside who lives there, with what chance leaves open. */
export function EthnicGroups({ stops: { rates, span } }: { stops: ForceStops }) {
  const hasRates = rates.groups.some(({ rate }) => rate)
  const columns = [
    { label: 'Ethnic group', width: 'fifth' as const },
    { label: 'Searches', align: 'number' as const },
    ...(hasRates
      ? [
          { label: 'For each 1,000 residents', align: 'number' as const },
          { label: 'Times the White rate', align: 'number' as const },
          { label: '95% interval', align: 'number' as const },
        ]
      : []),
    { label: 'Ended in an outcome', align: 'number' as const },
    { label: 'Found what was looked for', align: 'number' as const },
  ]
  const blank = hasRates ? ['–', '–', '–'] : []
  const rows = rates.groups.map(({ group, searches, rate, ratio, outcome, linked }) => [
    group,
    formatNumber(searches),
    ...(hasRates
      ? [
          rate ? formatNumber(rate.estimate, 1) : '–',
          ratio ? formatNumber(ratio.estimate, 1) : '–',
          ratio ? `${formatNumber(ratio.lower, 1)} to ${formatNumber(ratio.upper, 1)}` : '–',
        ]
      : []),
    shareText(outcome),
    shareText(linked),
  ])
  const unknown = [
    ['Did not say', formatNumber(rates.notStated), ...blank, '–', '–'],
    ['Not recorded', formatNumber(rates.unknown), ...blank, '–', '–'],
  ]
  return (
    <>
      <Heading level={2} id="ethnicity">
        Who was searched
      </Heading>
      <p>
        Stops and searches {inSpan(span)} by the ethnicity that people gave themselves, in the five groups of the
        census.
      </p>
      {hasRates ? null : (
        <Notice title="No rates and no ratios">
          <p>
            How many residents each ethnic group has is not held for all of this area, so it cannot be said how often
            each group is searched.
          </p>
        </Notice>
      )}
      <Table
        caption={`Stops and searches by ethnic group, ${spanInWords(span)}`}
        captionHidden
        stacks
        columns={columns}
        rows={[...rows, ...unknown]}
      />
      <Notes rates={rates} hasRates={hasRates} />
    </>
  )
}

function Notes({ rates: { residents }, hasRates }: { rates: StopRates; hasRates: boolean }) {
  return (
    <>
      {hasRates ? (
        <Small>
          {RATIO_DEFINITION} {residents ? `Residents: ${residents.source}, ${residents.year}.` : ''}
        </Small>
      ) : null}
      <Details summary="What the two find rates count">
        {Object.values(FIND_RATES).map(({ name, definition }) => (
          <p key={name}>
            <strong>{name}.</strong> {definition}
          </p>
        ))}
        <p>The two are never compared with each other.</p>
      </Details>
    </>
  )
}

/** "31.2% of 410". */
function shareText({ share, of }: FindRate): string {
  return share ? `${formatPercent(100 * share.estimate)} of ${formatNumber(of)}` : '–'
}

/** How often something came of it, both ways, with what chance leaves open. */
export function FindRates({ rates, span }: { rates: StopRates; span: Span }) {
  const row = (name: string, { count, of, share }: FindRate) => [
    name,
    formatNumber(count),
    formatNumber(of),
    share ? formatPercent(100 * share.estimate) : '–',
    share ? `${formatPercent(100 * share.lower)} to ${formatPercent(100 * share.upper)}` : '–',
  ]
  return (
    <>
      <Heading level={2} id="find-rates">
        How often something came of it
      </Heading>
      <Table
        caption={`Find rates, ${spanInWords(span)}`}
        captionHidden
        stacks
        columns={[
          { label: 'Rate', width: 'third' },
          { label: 'Searches', align: 'number' },
          { label: 'Of', align: 'number' },
          { label: 'Share', align: 'number' },
          { label: '95% interval', align: 'number' },
        ]}
        rows={[row(FIND_RATES.outcome.name, rates.all.outcome), row(FIND_RATES.linked.name, rates.all.linked)]}
      />
    </>
  )
}

const HEADS: Readonly<Record<string, string>> = {
  object: 'Object',
  'outcome-group': 'Outcome',
  age: 'Age',
  gender: 'Gender',
  type: 'Search',
  legislation: 'Law',
}

/** One table of parts, what is not known last. */
export function StopPartTable({ part: { by, caption, rows }, span }: { part: StopPart; span: Span }) {
  return (
    <Table
      caption={`${caption}, ${spanInWords(span)}`}
      columns={[
        { label: HEADS[by] ?? caption, width: 'half' },
        { label: 'Searches', align: 'number' },
        { label: 'Share', align: 'number' },
      ]}
      rows={rows.map(({ name, count, share }) => [name ?? 'Not recorded', formatNumber(count), formatPercent(share)])}
    />
  )
}

/** What stands behind the figures of stop and search. */
export function StopsSource({ stops: { force, picture, releases } }: { stops: ForceStops }) {
  return (
    <SummaryList
      rows={[
        { key: 'Counts', value: `${picture.measure.definition} ${picture.measure.caveat}` },
        { key: 'Recorded by', value: force.name },
        { key: 'Source', value: <a href={SOURCE_URL}>{picture.measure.source}</a> },
        { key: 'Release', value: releasesInWords(releases) },
        { key: 'Covered', value: <a href="/crime/coverage">Months held and months missing</a> },
        { key: 'Licence', value: OGL },
      ]}
    />
  )
}
