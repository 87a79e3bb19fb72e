import { accountNames } from '#modules/people/index.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, Details, Eyebrow, Heading, LinkButton, Notice, SummaryList, Table } from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import { readNotes } from '../actions/read-notes.js'
import { type StatusChange, statusHistory } from '../domain/history.js'
import type { Update } from '../domain/update.js'
import { ActionCrumbs } from './action-crumbs.view.js'
import { MilestoneTable, StatusLine, UpdateList, whoAndWhen } from './action-detail.view.js'
import { type LoadedAction, loadAction, placeInWords } from './load.js'
import { Notes } from './notes.view.js'
import { statusText } from './words.js'

export const actionPage = page('/staff/actions/:actionId', {
  permission: 'delivery:read',
  load: async ({ deps, actor, params }) => {
    const loaded = await loadAction(deps, actor, params.actionId)
    const { action, updates } = loaded.recorded
    return {
      ...loaded,
      today: deps.today(),
      history: statusHistory(action, updates, deps.today()),
      authors: await accountNames(deps.db),
      mayUpdate: may(actor, 'delivery:update'),
      mayEdit: may(actor, 'delivery:edit'),
      mayPublish: may(actor, 'delivery:publish'),
      mayNote: may(actor, 'delivery:note'),
      notes: may(actor, 'delivery:read-all') ? await readNotes(deps, actor, action.id) : undefined,
    }
  },
  title: ({ recorded }) => recorded.action.title,
  view: (data) => {
    const { recorded, tree, names, today, notes, authors } = data
    const { action, report, updates } = recorded
    return (
      <>
        <ActionCrumbs />
        <Eyebrow>{placeInWords(tree, action.nodeId)}</Eyebrow>
        <Heading>{action.title}</Heading>
        <StatusLine report={report} asAt={today} />
        <PublicState {...data} />
        <ActionButtons id={action.id} {...data} />
        <p>{action.description}</p>
        <SummaryList rows={whoAndWhen(action, names)} />
        <Heading level={2}>Milestones</Heading>
        {report.milestones.length > 0 ? (
          <MilestoneTable caption="Milestones" report={report} />
        ) : (
          <p>None. Without milestones its state follows from its dates alone.</p>
        )}
        <Heading level={2}>Updates</Heading>
        <UpdateList updates={updates} milestones={action.milestones} note={(update) => noteOn(update, authors)} />
        <Details summary="What its state was, and when">
          <StateHistory changes={data.history} />
        </Details>
        {notes ? <Notes actionId={action.id} {...{ notes, authors }} mayWrite={data.mayNote} /> : null}
      </>
    )
  },
})

/** What the public sees where that differs from what is recorded. */
function PublicState({ recorded, published, mayPublish }: LoadedAction & { mayPublish: boolean }) {
  const waiting = recorded.updates.filter((update) => update.publishedAt === null).length
  if (published && waiting === 0) return null
  const seen = published
    ? `The public sees this action as “${statusText(published.report.status)}”.`
    : 'Not public yet.'
  return (
    <Notice>
      {seen} {waiting > 0 ? `${countOf(waiting, 'update')} not published. ` : ''}
      {mayPublish ? <a href="/staff/publish">See what waits to be published</a> : null}
    </Notice>
  )
}

function ActionButtons({ id, mayUpdate, mayEdit }: { id: string; mayUpdate: boolean; mayEdit: boolean }) {
  if (!mayUpdate && !mayEdit) return null
  return (
    <ButtonGroup>
      {mayUpdate ? <LinkButton href={`/staff/actions/${id}/updates/new`}>Write an update</LinkButton> : null}
      {mayEdit ? (
        <LinkButton href={`/staff/actions/${id}/milestones`} kind="secondary">
          Edit milestones
        </LinkButton>
      ) : null}
      {mayEdit ? (
        <LinkButton href={`/staff/actions/${id}/edit`} kind="secondary">
          Edit action
        </LinkButton>
      ) : null}
    </ButtonGroup>
  )
}

function StateHistory({ changes }: { changes: readonly StatusChange[] }) {
  return (
    <Table
      caption="States of this action, newest first"
      captionHidden
      columns={[{ label: 'From' }, { label: 'State' }, { label: 'Why', width: 'half' }]}
      rows={changes.toReversed().map(({ from, status, why }) => [formatDate(from), statusText(status), why])}
    />
  )
}

function noteOn(update: Update, authors: ReadonlyMap<string, string>): string {
  const by = authors.get(update.recordedBy)
  const state = update.publishedAt ? `Published ${formatDate(update.publishedAt)}` : 'Not published yet'
  return `Recorded ${formatDate(update.recordedAt)}${by ? ` by ${by}` : ''}. ${state}.`
}
