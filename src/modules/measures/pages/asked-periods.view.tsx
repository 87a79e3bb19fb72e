import { Button, Filter, Hidden, Notice, Select, Small, Table } from '#ui/components.js'
import { figureFormat, formatSignedDifference, unitHeading } from '../domain/figure.js'
import type { Measure } from '../domain/measure.js'
import type { PeriodFigure } from '../domain/period-figure.js'
import { shortLabel } from '../domain/period-words.js'
import { type AskedPeriods, type PeriodRow, SHOWN_AS } from './asked-periods.js'
import { addressWith } from './known-on.js'
import { statusText } from './marks.js'
import type { Reading } from './measure-facts.js'
import { periodSlug } from './period-address.js'
import { signedPercent } from './words.js'

type Props = { readonly measure: Measure; readonly reading: Reading; readonly periods: AskedPeriods | undefined }

/** Asks for the figures as another kind of period, and shows them: worked out anew, or refused in words. */
export function OtherPeriods({ measure, reading, periods }: Props) {
  const { address, asked } = reading
  const value = periods?.shownAs ?? ''
  const items = Object.entries(SHOWN_AS).map(([each, text]) => ({ value: each, text }))
  return (
    <>
      <Filter action={`${address}#periods`} label="Show the figures as other periods">
        {asked.knownOn ? <Hidden name="as-known-on" value={asked.knownOn} /> : null}
        <Select field={{ name: 'show', id: 'show', value, values: [] }} label="Show the figures as" items={items} />
        <Button kind="secondary">Show</Button>
      </Filter>
      {periods ? <Answer {...{ measure, reading, periods }} /> : null}
    </>
  )
}

function Answer({ measure, reading, periods: { shownAs, rows } }: Props & { readonly periods: AskedPeriods }) {
  const last = rows.at(-1)
  if (!last) return <p>No figure has been taken in yet.</p>
  if (rows.every(({ figure }) => figure === null))
    return (
      <Notice title={`It cannot be shown as ${SHOWN_AS[shownAs].toLowerCase()}`}>
        <p>{last.why}</p>
      </Notice>
    )
  return <Rows {...{ measure, reading, rows }} caption={SHOWN_AS[shownAs]} />
}

type RowsProps = Omit<Props, 'periods'> & { readonly rows: readonly PeriodRow[]; readonly caption: string }

function Rows({ measure, reading, rows, caption }: RowsProps) {
  const write = figureFormat(
    measure.unit,
    rows.flatMap(({ figure }) => figure?.value ?? []),
  )
  const hasBase = rows.some(({ figure }) => figure && figure.base !== '')
  const refused = rows.filter(({ figure }) => !figure)
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { label: 'Period' },
          { label: unitHeading(measure), align: 'number' },
          ...(hasBase ? [{ label: 'Number', align: 'number' as const }] : []),
          {
            label: measure.unit === 'percentage' ? 'Points on the year before' : 'On the year before',
            align: 'number',
          },
          ...(measure.unit === 'percentage' ? [] : [{ label: 'Change', align: 'number' as const }]),
          { label: 'More than chance?' },
          { label: 'Status' },
        ]}
        rows={rows.flatMap(({ period, figure }) =>
          figure
            ? [
                [
                  <a
                    href={addressWith(`${reading.address}/values/${periodSlug(period)}`, {
                      'as-known-on': reading.asked.knownOn,
                    })}
                  >
                    {shortLabel(period).replaceAll(' ', '\u00a0')}
                  </a>,
                  figure.value === null ? '–' : write(figure.value),
                  ...(hasBase ? [figure.base || '–'] : []),
                  ...changeCells(measure, figure),
                  statusText({ ...figure, isWithheld: figure.from.some(({ isWithheld }) => isWithheld) }),
                ],
              ]
            : [],
        )}
      />
      <Refused rows={refused} />
      <Small>Shares and rates are total over total, never a mean of monthly ones.</Small>
    </>
  )
}

function Refused({ rows }: { readonly rows: readonly PeriodRow[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <p>Not shown:</p>
      <ul>
        {rows.map(({ period, why }) => (
          <li key={period.code}>{why}</li>
        ))}
      </ul>
    </>
  )
}

function changeCells({ unit }: Measure, { change }: PeriodFigure): string[] {
  const isShare = unit === 'percentage'
  if (!change) return isShare ? ['–', ''] : ['–', '–', '']
  const percent = change.percent === null ? '–' : signedPercent(change.percent)
  const difference = formatSignedDifference(unit, change.difference)
  return [difference, ...(isShare ? [] : [percent]), chanceWords(change.isSignificant)]
}

function chanceWords(isSignificant: boolean | null): string {
  if (isSignificant === null) return 'cannot be told'
  return isSignificant ? 'yes' : 'no'
}
