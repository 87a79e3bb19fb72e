import type { VNode } from 'preact'
import type { IsoDate } from '#kernel/dates.js'
import { Details, EmptyState, Heading, LinkButton, Table, VisuallyHidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { AREA_KINDS, type Area, type Organisation, type PoliceForce, type Term } from '../domain/body.js'
import { areaEntry, type Entry, forceEntry, organisationEntry } from '../domain/entry.js'
import { AREA_KIND_WORDS, ENTRY_WORDS, ORGANISATION_KIND_WORDS } from '../domain/kind-words.js'
import { lastDayAddress } from './entry-address.js'

type AllEntries = {
  readonly forces: readonly (PoliceForce & Term)[]
  readonly areas: readonly Area[]
  readonly organisations: readonly (Organisation & Term)[]
}

type EntriesProps = { readonly on: IsoDate; readonly entries: AllEntries; readonly canManage: boolean }

/** The forces, areas and organisations on a body's record: those that hold or will, and below them those that ended. */
export function Entries({ on, entries, canManage }: EntriesProps) {
  const lasts = ({ until }: Term) => until === null || until >= on
  const ended = [
    ...entries.forces.map(forceEntry),
    ...entries.areas.map(areaEntry),
    ...entries.organisations.map(organisationEntry),
  ].filter((each) => !lasts(each))
  return (
    <>
      <Forces forces={entries.forces.filter(lasts)} canManage={canManage} />
      <Areas areas={entries.areas.filter(lasts)} canManage={canManage} />
      <Organisations organisations={entries.organisations.filter(lasts)} canManage={canManage} />
      {ended.length > 0 ? <Ended ended={ended} canManage={canManage} /> : null}
    </>
  )
}

type Changeable = { readonly canManage: boolean }

function Forces({ forces, canManage }: Changeable & { forces: readonly (PoliceForce & Term)[] }) {
  return (
    <>
      <Heading level={2}>The force that it holds to account</Heading>
      {forces.length === 0 ? (
        <EmptyState title="No force is on record" />
      ) : (
        <Table
          caption="Forces, oldest first"
          captionHidden
          columns={[{ label: 'Name', width: 'half' }, { label: 'Short name' }, ...DAYS]}
          rows={forces.map((each) => [each.name, each.shortName, ...days(forceEntry(each), canManage)])}
        />
      )}
      {canManage ? (
        <LinkButton kind="secondary" href="/staff/body/forces/new">
          Add a force that follows
        </LinkButton>
      ) : null}
    </>
  )
}

function Areas({ areas, canManage }: Changeable & { areas: readonly Area[] }) {
  const kinds = AREA_KINDS.filter((kind) => areas.some((area) => area.kind === kind))
  return (
    <>
      <Heading level={2}>Its areas</Heading>
      {kinds.length === 0 ? <EmptyState title="No areas are on record" /> : null}
      {kinds.map((kind) => (
        <Table
          key={kind}
          caption={AREA_KIND_WORDS[kind]}
          columns={[{ label: 'Name', width: 'half' }, { label: 'Official code' }, ...DAYS]}
          rows={areas
            .filter((area) => area.kind === kind)
            .map((area) => [area.name, area.code, ...days(areaEntry(area), canManage)])}
        />
      ))}
      {canManage ? (
        <LinkButton kind="secondary" href="/staff/body/areas/new">
          Add an area
        </LinkButton>
      ) : null}
    </>
  )
}

function Organisations(props: Changeable & { organisations: readonly (Organisation & Term)[] }) {
  const { organisations, canManage } = props
  return (
    <>
      <Heading level={2}>Who can lead or support part of the plan</Heading>
      {organisations.length === 0 ? (
        <EmptyState title="No organisations are on record" />
      ) : (
        <Table
          caption="Organisations"
          captionHidden
          columns={[{ label: 'Name', width: 'third' }, { label: 'Short name' }, { label: 'Kind' }, ...DAYS]}
          rows={organisations.map((each) => [
            each.name,
            each.shortName,
            ORGANISATION_KIND_WORDS[each.kind],
            ...days(organisationEntry(each), canManage),
          ])}
        />
      )}
      {canManage ? (
        <LinkButton kind="secondary" href="/staff/body/organisations/new">
          Add an organisation
        </LinkButton>
      ) : null}
    </>
  )
}

function Ended({ ended, canManage }: Changeable & { ended: readonly Entry[] }) {
  const rows = ended.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? 1 : -1))
  return (
    <Details summary="What is no longer there">
      <Table
        caption="Ended, the latest first"
        columns={[{ label: 'Name', width: 'half' }, { label: 'What it was' }, ...DAYS]}
        rows={rows.map((each) => [each.name, ENTRY_WORDS[each.kind], ...days(each, canManage)])}
      />
    </Details>
  )
}

const DAYS = [{ label: 'First day' }, { label: 'Last day' }]

/** The first and the last day; whoever may change the last has a link on it. */
function days(entry: Entry, canManage: boolean): (string | VNode)[] {
  const last = entry.until ? formatDate(entry.until) : null
  if (!canManage) return [formatDate(entry.from), last ?? '–']
  return [
    formatDate(entry.from),
    <a key="last" href={lastDayAddress(entry)}>
      {last ?? 'Set'}
      <VisuallyHidden>{`${last ? ', change' : ''} the last day of ${entry.name}`}</VisuallyHidden>
    </a>,
  ]
}
