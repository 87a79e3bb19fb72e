import { Heading, Small, Table, VisuallyHidden } from '#ui/components.js'
import { formatMonth, formatNumber, formatPercent } from '#ui/format.js'
import type { ForceHeld, KindCoverage } from '../actions/coverage-of-force.js'
import { releasesOf } from '../actions/crime-in-place.js'
import { coverageYears, missingMonths } from '../domain/coverage.js'
import { releasesInWords } from './crime.view.js'
import { missingInWords } from './missing-months.js'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** One kind of file by year and month: what is held, what is missing between, and where it ends before the others. */
export function CoverageGrid({ kind: { label, months }, newest }: { kind: KindCoverage; newest: string }) {
  if (months.length === 0)
    return (
      <>
        <Heading level={3}>{label}</Heading>
        <p>No file of this kind is held.</p>
      </>
    )
  const missing = missingMonths(months)
  const last = months.at(-1)?.month ?? ''
  const held = months.flatMap(({ month, release }) => (release ? [{ month, release }] : []))
  return (
    <>
      <Table
        caption={label}
        columns={[{ label: 'Year' }, ...MONTHS.map((month) => ({ label: month }))]}
        rows={coverageYears(months).map(({ year, months: releases }) => [year, ...releases.map(cellOf)])}
      />
      <Small>
        {missing.length === 0
          ? '● held. No month is missing between the first and the last.'
          : `● held. Missing: ${missingInWords(missing)}. These are gaps in every figure and chart, never nought.`}{' '}
        {last < newest
          ? `Nothing is held after ${formatMonth(last)}, where other files reach ${formatMonth(newest)}. `
          : ''}
        Release of {releasesInWords(releasesOf(held))}.
      </Small>
    </>
  )
}

function cellOf(release: string | null | undefined) {
  if (release === undefined) return ''
  if (release === null) return 'missing'
  return (
    <>
      <span aria-hidden="true">●</span>
      <VisuallyHidden>held, release of {formatMonth(release)}</VisuallyHidden>
    </>
  )
}

/** Where the crimes held lie, so that totals add up. */
export function Buckets({ buckets }: { buckets: NonNullable<ForceHeld['buckets']> }) {
  const { inArea, outsideArea, noLocation } = buckets
  const all = inArea + outsideArea + noLocation
  const row = (name: string, count: number) => [
    name,
    formatNumber(count),
    all === 0 ? '–' : formatPercent((100 * count) / all),
  ]
  return (
    <>
      <Heading level={2} id="places">
        Where crimes lie
      </Heading>
      <p>
        Each crime is published at the nearest of a fixed list of map points. Some of these points lie outside the
        police area, and some crimes have none: they count in the total of the police area and in no district.
      </p>
      <Table
        caption="Crimes of all months held, without anti-social behaviour"
        columns={[
          { label: 'Where', width: 'half' },
          { label: 'Crimes', align: 'number' },
          { label: 'Share', align: 'number' },
        ]}
        rows={[
          row('In a district of the police area', inArea),
          row('At a point outside the police area', outsideArea),
          row('No place known', noLocation),
          row('All', all),
        ]}
      />
    </>
  )
}
