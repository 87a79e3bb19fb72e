import type { ReconciledYear } from '#modules/police-data/index.js'
import { Heading, Small, Table } from '#ui/components.js'
import { formatNumber, formatPercent, formatSigned } from '#ui/format.js'

/** How street-level totals agree with recorded crime of the Home Office, year by year. */
export function Totals({ years }: { years: readonly ReconciledYear[] }) {
  const compared = years.filter(({ result }) => result)
  const newest = compared.at(-1)
  const isFlagged = (year: ReconciledYear) => year.result?.verdict === 'too-wide'
  return (
    <>
      <Heading level={2} id="totals">
        How the totals agree with the Home Office’s
      </Heading>
      <p>
        {newest
          ? `${newest.year}: ${newest.result?.words}`
          : 'No financial year can be held against the Home Office’s recorded crime: all twelve months must be held, and the Home Office’s table for the year.'}
      </p>
      {years.length > 0 ? (
        <Table
          caption="Street-level crime and recorded crime, by financial year"
          captionHidden
          columns={[
            { label: 'Year to March' },
            { label: 'Months held', align: 'number' },
            { label: 'Street-level', align: 'number' },
            { label: 'Recorded', align: 'number' },
            { label: 'Difference', align: 'number' },
            { label: 'What to think of it' },
          ]}
          rows={years.map((year) => [
            year.year,
            `${12 - year.missing.length} of 12`,
            formatNumber(year.street),
            year.recorded ? formatNumber(year.recorded.offences) : 'no table held',
            year.result ? differenceText(year.result.difference) : '–',
            year.result ? VERDICTS[year.result.verdict] : notCompared(year),
          ])}
        />
      ) : null}
      <Small>
        Without anti-social behaviour and without fraud. Street-level records keep what was later cancelled or recorded
        as something else, so that they read 2% to 3% higher; more than 5% is flagged
        {years.some(isFlagged) ? ' ▲' : ''}.
      </Small>
    </>
  )
}

const VERDICTS = {
  'as-expected': 'As expected',
  wider: 'Wider than expected',
  'too-wide': '▲ Too wide: something may be missing or counted twice',
} as const

const differenceText = (percent: number) => `${formatSigned(percent, 1)}%`.replace(/^0\.0%$/, formatPercent(0))

function notCompared({ missing, recorded }: ReconciledYear): string {
  if (missing.length > 0) return 'Not compared: months are missing'
  return recorded ? '' : 'Not compared'
}
