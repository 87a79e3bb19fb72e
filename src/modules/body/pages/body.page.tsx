import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { Details, EmptyState, Eyebrow, Heading, Lede, LinkButton, Notice, SummaryList, Table } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { currentBody, type NamedTerm, namesThroughTime } from '../data/body.queries.js'
import { allAreas, allForces, allOrganisations, forceOf } from '../data/place.queries.js'
import { BODY_TYPE_NAMES, type LocalPolicingBody, type PoliceForce } from '../domain/body.js'
import { Entries } from './entry-tables.js'

export const bodyPage = page('/staff/body', {
  permission: 'body:read',
  load: async ({ deps: { db, today }, actor }) => {
    const on = today()
    const body = await currentBody(db, on)
    if (!body) return undefined
    return {
      on,
      body,
      names: await namesThroughTime(db, body.id),
      force: await forceOf(db, body.id, on),
      entries: {
        forces: await allForces(db, body.id),
        areas: await allAreas(db, body.id),
        organisations: await allOrganisations(db, body.id),
      },
      canManage: may(actor, 'body:manage'),
    }
  },
  title: (data) => data?.body.name ?? 'The body',
  view: (data) => {
    if (!data) return <NoBody />
    const { on, body, names, force, entries, canManage } = data
    return (
      <>
        <Eyebrow>The body as on {formatDate(on)}</Eyebrow>
        <Heading>{body.name}</Heading>
        <Lede>
          {force ? `It holds ${force.name} to account. ` : ''}
          {`The ${body.scrutinyPanelName} scrutinises it.`}
        </Lede>
        <Succession body={body} names={names} />
        <Titles body={body} force={force} canManage={canManage} />
        <Look body={body} canManage={canManage} />
        <Names names={names} />
        {canManage && body.successorId === null ? <Successor /> : null}
        <Entries on={on} entries={entries} canManage={canManage} />
      </>
    )
  },
})

function NoBody() {
  return (
    <>
      <Heading>The body</Heading>
      <EmptyState title="This register has no local policing body yet">
        <p>
          Whoever looks after the installation founds it from the command line:{' '}
          <code>frankpledge body found office.json</code>
        </p>
      </EmptyState>
    </>
  )
}

function Succession({ body, names }: { body: LocalPolicingBody; names: readonly NamedTerm[] }) {
  const successor = names.find(({ bodyId }) => bodyId === body.successorId)
  if (!successor) return null
  return (
    <Notice title={`Its functions pass to ${successor.name} on ${formatDate(successor.from)}`}>
      <p>From that day every page uses the successor’s names and titles. What was recorded before stays as it is.</p>
    </Notice>
  )
}

type WithBody = { readonly body: LocalPolicingBody; readonly canManage: boolean }

function Titles({ body, force, canManage }: WithBody & { force: PoliceForce | undefined }) {
  const values: [key: string, value: string][] = [
    ['Kind of body', BODY_TYPE_NAMES[body.type]],
    ['Short name', body.shortName],
    ['Office holder', body.officeHolderTitle],
    ['Deputy', body.deputyTitle],
    ['Office', body.officeName],
    ['Force', force?.name ?? 'None on record'],
    ['Head of the force', body.chiefOfficerTitle],
    ['Scrutinised by', body.scrutinyPanelName],
  ]
  return (
    <>
      <Heading level={2}>What it is and which titles it uses</Heading>
      <SummaryList rows={values.map(([key, value]) => ({ key, value }))} />
      {canManage ? (
        <LinkButton kind="secondary" href="/staff/body/describe">
          Change name, kind or titles
        </LinkButton>
      ) : null}
    </>
  )
}

function Look({ body, canManage }: WithBody) {
  const rows = [
    { key: 'Colour', value: body.brandColour },
    { key: 'Notice', value: body.notice ?? 'None' },
  ]
  return (
    <>
      <Heading level={2}>How its pages look</Heading>
      <SummaryList rows={rows} />
      {canManage ? (
        <LinkButton kind="secondary" href="/staff/body/brand">
          Change colour or notice
        </LinkButton>
      ) : null}
    </>
  )
}

function Names({ names }: { names: readonly NamedTerm[] }) {
  return (
    <>
      <Heading level={2}>What it has been called</Heading>
      <Table
        caption="Names, oldest first"
        captionHidden
        stacks
        columns={[{ label: 'Name', width: 'third' }, { label: 'Kind' }, { label: 'From' }, { label: 'Until' }]}
        rows={names.map(({ name, type, from, until }) => [
          name,
          BODY_TYPE_NAMES[type],
          formatDate(from),
          until ? formatDate(until) : 'Now',
        ])}
      />
    </>
  )
}

function Successor() {
  return (
    <Details summary="When another body takes over">
      <p>
        Whoever looks after the installation founds the successor from the command line, with the day on which it takes
        over. Everything recorded stays, under the same addresses.
      </p>
      <p>
        <code>frankpledge body found office.json --succeeds "name of this body"</code>
      </p>
    </Details>
  )
}
