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
