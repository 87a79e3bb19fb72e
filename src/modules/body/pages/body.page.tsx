import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Eyebrow, Heading, Lede, LinkButton, Notice, SummaryList, Table } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { currentBody, type NamedTerm, namesThroughTime } from '../data/body.queries.js'
import { areasOf, forceOf, organisationsOf } from '../data/place.queries.js'
import {
  AREA_KINDS,
  type Area,
  BODY_TYPE_NAMES,
  type LocalPolicingBody,
  type Organisation,
  type PoliceForce,
} from '../domain/body.js'
import { AREA_KIND_WORDS, ORGANISATION_KIND_WORDS } from '../domain/kind-words.js'

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
      areas: await areasOf(db, body.id, on),
      organisations: await organisationsOf(db, body.id, on),
      canManage: may(actor, 'body:manage'),
    }
  },
  title: (data) => data?.body.name ?? 'The body',
  view: (data) => {
    if (!data) return <NoBody />
    const { on, body, names, force, areas, organisations, canManage } = data
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
        <Areas areas={areas} />
        <Organisations organisations={organisations} canManage={canManage} />
      </>
    )
  },
})

function NoBody() {
  return (
    <>
      <Heading>The body</Heading>
      <EmptyState title="This register has no local policing body yet">
        <p>Whoever looks after the installation founds it from the command line.</p>
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

function Areas({ areas }: { areas: readonly Area[] }) {
  const kinds = AREA_KINDS.filter((kind) => areas.some((area) => area.kind === kind))
  return (
    <>
      <Heading level={2}>Its areas</Heading>
      {kinds.length === 0 ? <EmptyState title="No areas are on record" /> : null}
      {kinds.map((kind) => (
        <Table
          key={kind}
          caption={AREA_KIND_WORDS[kind]}
          columns={[{ label: 'Name', width: 'half' }, { label: 'Official code' }, { label: 'Since' }]}
          rows={areas
            .filter((area) => area.kind === kind)
            .map(({ name, code, from }) => [name, code, formatDate(from)])}
        />
      ))}
    </>
  )
}

function Organisations(props: { organisations: readonly Organisation[]; canManage: boolean }) {
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
          columns={[{ label: 'Name', width: 'half' }, { label: 'Short name' }, { label: 'Kind' }]}
          rows={organisations.map(({ name, shortName, kind }) => [name, shortName, ORGANISATION_KIND_WORDS[kind]])}
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
