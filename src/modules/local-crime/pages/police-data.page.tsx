import { BindingList } from '#modules/bindings/index.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Small, Table, VisuallyHidden } from '#ui/components.js'
import { countOf, formatMoment, formatMonth, formatNumber } from '#ui/format.js'
import { type HeldFiles, policeDataHeld } from '../actions/police-data-held.js'
import { missingInWords } from './missing-months.js'
import { LastImport, TYPE_NAMES } from './police-data.view.js'

export const policeDataPage = page('/staff/police-data', {
  permission: 'police-data:read',
  load: async ({ deps, actor }) => ({
    ...(await policeDataHeld(deps, actor)),
    mayImport: may(actor, 'police-data:import'),
    mayBind: deps.lake.isThere() && may(actor, 'police-data:bind'),
  }),
  title: () => 'Police data',
  view: ({ isThere, held, imports, last, bound, mayImport, mayBind }) => (
    <>
      <Heading>Police data</Heading>
      <Lede>{summaryOf(held)}</Lede>
      {isThere && mayImport ? (
        <p>
          <LinkButton href="/staff/police-data/import">Take in files</LinkButton>
        </p>
      ) : null}
      {isThere ? null : (
        <EmptyState title="DuckDB is not installed here">
          <p>
            Police records are counted by DuckDB, an optional package. Whoever looks after this installation can add it
            with “npm install”; everything else works without it.
          </p>
        </EmptyState>
      )}
      {held.length > 0 ? <Held held={held} /> : null}
      {last ? <LastImport revision={last} /> : null}
      {imports.length > 0 ? (
        <>
          <Heading level={2}>All imports</Heading>
          <Table
            caption="Imports, the last one first"
            captionHidden
            stacks
            columns={[
              { label: 'Import' },
              { label: 'Release' },
              { label: 'Taken in' },
              { label: 'By' },
              { label: 'Changes' },
              { label: 'Set aside' },
            ]}
            rows={imports.map(({ number, release, importedAt, importedBy }) => [
              `Import ${number}`,
              formatMonth(release),
              formatMoment(importedAt),
              importedBy,
              <CsvLink number={number} name="changes" of="changes" />,
              <CsvLink number={number} name="set-aside" of="rows set aside" />,
            ])}
          />
        </>
      ) : null}
      <BindingList
        bound={bound}
        at="/staff/police-data"
        head="Crimes"
        none="No crimes fill a measure yet. Once bound, a measure takes its figures from every import by itself."
        another={mayBind ? 'Let crimes fill a measure' : undefined}
      />
    </>
  ),
})

function CsvLink({ number, name, of }: { number: number; name: string; of: string }) {
  return (
    <a href={`/staff/police-data/imports/${number}/${name}.csv`}>
      CSV
      <VisuallyHidden>
        {' '}
        of {of}, import {number}
      </VisuallyHidden>
    </a>
  )
}

function summaryOf(held: readonly HeldFiles[]): string {
  if (held.length === 0) return 'No file of data.police.uk has been taken in yet.'
  const forces = new Set(held.map(({ force }) => force)).size
  const months = held.flatMap(({ from, to }) => [from, to]).sort()
  return `Files of ${countOf(forces, 'force')}, from ${formatMonth(months[0] ?? '')} to ${formatMonth(months.at(-1) ?? '')}.`
}

function Held({ held }: { held: readonly HeldFiles[] }) {
  return (
    <>
      <Heading level={2}>What is held</Heading>
      <Table
        caption="Files held, by force and kind"
        captionHidden
        stacks
        columns={[
          { label: 'Force' },
          { label: 'Kind' },
          { label: 'Months' },
          { label: 'Missing' },
          { label: 'Releases' },
          { label: 'Rows', align: 'number' },
          { label: 'Set aside', align: 'number' },
        ]}
        rows={held.map(({ force, type, from, to, missing, releases, rows, setAside }) => [
          force,
          TYPE_NAMES[type] ?? type,
          `${formatMonth(from)} to ${formatMonth(to)}`,
          missing.length === 0 ? 'none' : missingInWords(missing),
          releases.map(formatMonth).join(', '),
          formatNumber(rows),
          formatNumber(setAside),
        ])}
      />
      <Small>
        A month that is missing is a gap in every figure, never nought.{' '}
        <a href="/crime/coverage">What the public reads of this</a>
      </Small>
    </>
  )
}
