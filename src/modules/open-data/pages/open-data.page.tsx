import type { ComponentChildren } from 'preact'
import { publishedPlans } from '#modules/plan/index.js'
import { page } from '#platform/web/page.js'
import { Details, Eyebrow, Heading, Lede, Prose, Small, Table, VisuallyHidden } from '#ui/components.js'
import { countOf, formatNumber } from '#ui/format.js'
import { type DataSet, LICENCE, LICENCE_URL } from './data-set.js'
import { DATA_SETS } from './data-sets.js'
import { recordsOver } from './records.js'

export const openDataPage = page('/open-data', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const records = recordsOver(deps)
    const tables = DATA_SETS.map(async (set) => ({ set, count: (await set.rows(records)).length }))
    return { plans: (await publishedPlans(deps.db)).length, tables: await Promise.all(tables) }
  },
  title: () => 'Open data',
  view: ({ plans, tables }) => (
    <>
      <Eyebrow>For machines, and for anyone with a spreadsheet</Eyebrow>
      <Heading>Open data</Heading>
      <Lede>
        Everything shown on this site, as CSV and JSON. The files are made from the same records as the pages.
      </Lede>
      <Prose>
        <p>
          You may use all of it under the <a href={LICENCE_URL}>{LICENCE}</a>, if you say where it is from. Figures that
          the office takes from other bodies carry the licence and attribution of their source in each row.
        </p>
        <p>
          Dates are written 2025-04-30. CSV files are UTF-8 with one line of column names; a field left empty means that
          nothing is known or nothing applies. Text that a spreadsheet would run as a formula has an apostrophe before
          it.
        </p>
      </Prose>
      <Heading level={2} id="files">
        Files
      </Heading>
      <Table
        caption="Files of open data"
        captionHidden
        columns={[
          { label: 'What', width: 'half' },
          { label: 'Licence' },
          { label: 'Files' },
          { label: 'Rows', align: 'number' },
        ]}
        rows={[...tables.map(({ set, count }) => fileRow(set, count)), wholePlansRow(plans)]}
      />
      <Heading level={2} id="columns">
        Columns
      </Heading>
      <p>What stands in each column of each file. JSON has the same names.</p>
      {tables.map(({ set }) => (
        <ColumnsOf key={set.name} set={set} />
      ))}
      <PoliceRecords />
      <Heading level={2} id="feed">
        What was published
      </Heading>
      <p>
        The <a href="/feed.atom">Atom feed</a> tells of each publication: plan versions, updates, measures and reports.
        The newest 50 stand in it.
      </p>
      <Heading level={2} id="measures">
        Measures whole
      </Heading>
      <p>
        Every published measure with its figures, their revisions and the files that they came in, for programs: a{' '}
        <a href="/open-data/datapackage.json">data package</a> (Frictionless, version 1). For people: a{' '}
        <a href="/open-data/measures.xlsx">workbook with a table for each measure</a> (XLSX).
      </p>
      <p>
        Each measure also has its own files, linked on <a href="/measures">its page</a>: data.csv with metadata by the
        standard of the World Wide Web Consortium (data.csv-metadata.json), data.xlsx and data.json. All of these can be
        had as they were known on a day: add ?as-known-on=2018-03-31 to the address.
      </p>
      <p>
        Figures are marked: [p] provisional, [e] estimated, [r] revised, [b] break in the series, [x] not available, [c]
        not shown, so that nobody can be known from a small number.
      </p>
    </>
  ),
})

/** The tables behind the pages of crime, made anew with each import of police data. */
const POLICE_TABLES: readonly (readonly [address: string, title: string, about: string])[] = [
  ['/crime/months.csv', 'Crimes by month and kind', 'Every month that is held; a month without its file says so.'],
  ['/crime/kinds.csv', 'Kinds of crime', 'The newest months together, beside the same months a year before.'],
  ['/crime/outcomes.csv', 'Outcomes', 'What became of the crimes of the newest months, by the newest release.'],
  ['/crime/areas.csv', 'Districts', 'Crimes and rates of each district, and what lies in none.'],
  ['/crime/beside.csv', 'Police areas', 'Recorded crime for each 1,000 residents, by the tables of the Home Office.'],
  ['/crime/totals.csv', 'Totals by year', 'Street-level crime beside recorded crime of the Home Office.'],
  ['/crime/points.csv', 'Map points', 'Those with most crimes of the newest months; points are approximate.'],
  ['/crime/coverage.csv', 'What is held', 'Each month and kind of file: held, from which release, or missing.'],
  ['/stop-and-search/searches.csv', 'Stops and searches', 'By month, ethnic group, age, object and outcome.'],
  ['/stop-and-search/rates.csv', 'Rates of search', 'By ethnic group, with ratios and find rates and their intervals.'],
]

function PoliceRecords() {
  return (
    <>
      <Heading level={2} id="police-records">
        Crime, and stop and search
      </Heading>
      <p>
        The tables of <a href="/crime">crime where you live</a> and <a href="/stop-and-search">stop and search</a>, as
        counted from data.police.uk. Each district, partnership and ward has the same tables, linked on its page; add
        ?as-known-on=2025-04-30 to an address for what was known on a day.
      </p>
      <Table
        caption="Files of police records"
        captionHidden
        columns={[{ label: 'What', width: 'half' }, { label: 'Licence' }, { label: 'File' }]}
        rows={POLICE_TABLES.map(([address, title, about]) => [
          <>
            {title}
            <Small>{about}</Small>
          </>,
          'Open Government Licence v3.0',
          <a key={address} href={address}>
            CSV<VisuallyHidden> of {title}</VisuallyHidden>
          </a>,
        ])}
      />
    </>
  )
}

function fileRow({ name, title, about }: DataSet, count: number): ComponentChildren[] {
  return [
    <>
      {title}
      <Small>{about}</Small>
    </>,
    name === 'observations' ? 'As named in each row' : LICENCE,
    <>
      <FileLink name={name} format="csv" title={title} /> <FileLink name={name} format="json" title={title} />
    </>,
    formatNumber(count),
  ]
}

function wholePlansRow(plans: number): ComponentChildren[] {
  return [
    <>
      Plans, whole
      <Small>
        The newest version of each published plan, nested as it was published, with its fingerprint and all its
        versions.
      </Small>
    </>,
    LICENCE,
    <FileLink name="plans" format="json" title="Plans, whole" />,
    formatNumber(plans),
  ]
}

function FileLink({ name, format, title }: { name: string; format: 'csv' | 'json'; title: string }) {
  return (
    <a href={`/open-data/${name}.${format}`}>
      {format.toUpperCase()}
      <VisuallyHidden> of {title}</VisuallyHidden>
    </a>
  )
}

function ColumnsOf({ set: { title, columns } }: { set: DataSet }) {
  return (
    <Details summary={`${title}: ${countOf(columns.length, 'column')}`}>
      <Table
        caption={`Columns of ${title}`}
        captionHidden
        columns={[{ label: 'Column' }, { label: 'What stands in it', width: 'half' }]}
        rows={columns.map((column) => [column.name, column.meaning])}
      />
    </Details>
  )
}
