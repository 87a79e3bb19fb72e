import { IntervalChart, intervalScaleNote } from '#ui/charts.js'
import { ChartFigure, Heading, Small, Table } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'
import type { ForcesBeside } from '../actions/beside-others.js'
import { peopleInWords } from '../domain/crime-rate.js'

/** Our own police area beside others, by the tables of the Home Office. */
export function BesideOthers({ beside: { forces, until, source }, own }: { beside: ForcesBeside; own: string }) {
  const sorted = forces.toSorted((a, b) => b.rate.estimate - a.rate.estimate)
  const title = `Recorded crime for each 1,000 residents, the 12 months to ${formatDate(until)}`
  const rows = sorted.map(({ code, name, rate }) => ({
    ...{ key: code, label: name, value: rate.estimate, lower: rate.lower, upper: rate.upper },
    ...{ isOwn: code === own, isFirm: true },
  }))
  const ours = sorted.findIndex(({ code }) => code === own)
  return (
    <>
      <Heading level={2} id="beside">
        Beside other police areas
      </Heading>
      <p>
        Crimes that each force recorded in the 12 months to {formatDate(until)}, without fraud, by the tables of the
        Home Office. They count by other rules than the records above: see{' '}
        <a href="/crime/coverage#totals">how the two agree</a>.
      </p>
      <ChartFigure
        chart={
          <IntervalChart
            id="beside-forces"
            title={title}
            description={`${sorted[ours]?.name ?? ''} stands at place ${ours + 1} of ${sorted.length}, the highest first.`}
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
      <Table
        caption={title}
        captionHidden
        columns={[
          { label: 'Police area', width: 'third' },
          { label: 'Crimes', align: 'number' },
          { label: 'Residents', align: 'number' },
          { label: 'For each 1,000', align: 'number' },
        ]}
        rows={sorted.map(({ code, name, offences, people, rate }) => [
          code === own ? <strong>{name}</strong> : name,
          formatNumber(offences),
          formatNumber(people.people),
          formatNumber(rate.estimate, 1),
        ])}
      />
      <Small>
        {source}. {peopleInWords(forces.map(({ people }) => people))}
      </Small>
    </>
  )
}
