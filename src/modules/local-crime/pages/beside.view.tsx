import type { Interval } from '#modules/statistics/index.js'
import { IntervalChart, intervalScaleNote } from '#ui/charts.js'
import { ChartFigure, DataLinks, Details, Heading, Small, Table } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'
import type { ForceRecorded, ForcesBeside } from '../actions/beside-others.js'
import type { RatesOfPlace } from '../actions/rate-of-place.js'
import { spanInWords } from '../domain/crime-months.js'
import { peopleInWords } from '../domain/crime-rate.js'

/** Our own police area beside those most like it, else beside all, by the tables of the Home Office. */
export function BesideOthers({ beside, own }: { beside: ForcesBeside; own: string }) {
  const { forces, until, source, similar } = beside
  const sorted = forces.toSorted((a, b) => b.rate.estimate - a.rate.estimate)
  const shown = similar ? sorted.filter(({ code }) => similar.codes.includes(code)) : sorted
  const title = `Recorded crime for each 1,000 residents, the 12 months to ${formatDate(until)}`
  const rows = shown.map(({ code, name, rate }) => ({
    ...{ key: code, label: name, value: rate.estimate, lower: rate.lower, upper: rate.upper },
    ...{ isOwn: code === own, isFirm: true },
  }))
  const ours = shown.findIndex(({ code }) => code === own)
  return (
    <>
      <Heading level={2} id="beside">
        {similar ? 'Beside similar police areas' : 'Beside other police areas'}
      </Heading>
      <p>
        Crimes that each force recorded in the 12 months to {formatDate(until)}, without fraud, by the tables of the
        Home Office. They count by other rules than the records above: see{' '}
        <a href="/crime/coverage#totals">how the two agree</a>.
      </p>
      <WhoIsSimilar beside={beside} />
      <ChartFigure
        chart={
          <IntervalChart
            id="beside-forces"
            title={title}
            description={`${shown[ours]?.name ?? ''} stands at place ${ours + 1} of ${shown.length}, the highest first.`}
            unitLabel="crimes for each 1,000 residents"
            rows={rows}
            format={(value) => formatNumber(value, 1)}
            width={1072}
          />
        }
      >
        Each dot is the rate of one police area, the highest first. The line through it is where it may lie by chance
        alone (95% interval): with so many crimes it is short. Forces record crime with different care, so that a higher
        rate may be better recording. {intervalScaleNote(rows)}
      </ChartFigure>
      <RatesTable caption={title} forces={shown} own={own} />
      {similar ? (
        <Details summary="Every police area">
          <RatesTable caption={`${title}: every police area`} forces={sorted} own={own} />
        </Details>
      ) : null}
      <DataLinks>
        <span>Table as CSV:</span> <a href="/crime/beside.csv">Every police area</a>
      </DataLinks>
      <Small>
        {source}. {peopleInWords(forces.map(({ people }) => people))}
      </Small>
    </>
  )
}

function WhoIsSimilar({ beside: { similar } }: { beside: ForcesBeside }) {
  if (!similar)
    return (
      <p>
        The office has not entered which police areas are most like this one, so all are shown. It does so under
        Comparisons, as a group with its source and days.
      </p>
    )
  return (
    <p>
      {similar.name}, as they were on that day. Without us they had {formatNumber(similar.together.estimate, 1)} crimes
      for each 1,000 residents together. {similar.source}.
    </p>
  )
}

type RatesTableProps = { caption: string; forces: readonly ForceRecorded[]; own: string }

function RatesTable({ caption, forces, own }: RatesTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { label: 'Police area', width: 'third' },
        { label: 'For each 1,000', align: 'number' },
        { label: 'Crimes', align: 'number' },
        { label: 'Residents', align: 'number' },
      ]}
      rows={forces.map(({ code, name, offences, people, rate }) => [
        code === own ? <strong>{name}</strong> : name,
        formatNumber(rate.estimate, 1),
        formatNumber(offences),
        formatNumber(people.people),
      ])}
    />
  )
}

/** A district, partnership or ward beside its police area, and that beside similar ones. */
export function PlaceBeside({ rates, beside, own }: { rates: RatesOfPlace; beside: ForcesBeside | null; own: string }) {
  const months = spanInWords(rates.span).replace(/^the/, 'The')
  const streets = [rates.place, rates.area].flatMap((each) =>
    each ? [[each.name, months, 'Street-level records', rateWords(each.rate)]] : [],
  )
  const similar = beside?.similar
  const ours = beside?.forces.find(({ code }) => code === own)
  const year = beside ? `The 12 months to ${formatDate(beside.until)}` : ''
  const recorded = [
    ...(ours ? [[ours.name, year, 'Home Office tables', rateWords(ours.rate)]] : []),
    ...(similar ? [[similar.name, year, 'Home Office tables', rateWords(similar.together)]] : []),
  ]
  if (!rates.place && !rates.area) return null
  return (
    <>
      <Heading level={2} id="beside">
        Beside the police area and similar ones
      </Heading>
      <Table
        caption="Crimes for each 1,000 residents"
        stacks
        columns={[
          { label: 'Where', width: 'third' },
          { label: 'When' },
          { label: 'By' },
          { label: 'For each 1,000 (95% interval)', align: 'number' },
        ]}
        rows={[...streets, ...recorded]}
      />
      <Small>
        {peopleInWords([rates.place?.people ?? null, rates.area?.people ?? null])} The two kinds of record count by
        other rules: compare only lines of one kind.{' '}
        {similar ? '' : 'The office has not entered which police areas are most like this one.'}
      </Small>
      {beside ? (
        <DataLinks>
          <span>Table as CSV:</span> <a href="/crime/beside.csv">Every police area</a>
        </DataLinks>
      ) : null}
    </>
  )
}

function rateWords({ estimate, lower, upper }: Interval): string {
  return `${formatNumber(estimate, 1)} (${formatNumber(lower, 1)} to ${formatNumber(upper, 1)})`
}
