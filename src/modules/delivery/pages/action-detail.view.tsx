import type { ComponentChildren } from 'preact'
import type { IsoDate } from '#kernel/dates.js'
import { Details, Heading, Small, StateTag, SummaryList, type SummaryRow, Table } from '#ui/components.js'
import { countOf, formatDate, formatShortDate } from '#ui/format.js'
import type { Action, Milestone } from '../domain/action.js'
import type { ActionPicture } from '../domain/picture.js'
import type { MilestoneState, StatusReport } from '../domain/report.js'
import type { Evidence, Update } from '../domain/update.js'
import { Paragraphs } from './paragraphs.view.js'
import { fullName, type Names, span, stateOf, statusText, tagText } from './words.js'

type ActionDetailProps = {
  readonly picture: ActionPicture
  readonly names: Names
  readonly asAt: IsoDate
  /** The level of the action's own heading; its parts are one below. */
  readonly level: 2 | 3
}

/** One action whole: its state and why, its newest update, and within: who answers for it, milestones, earlier updates. */
export function ActionDetail({ picture, names, asAt, level }: ActionDetailProps) {
  const { action, report, updates } = picture
  return (
    <section aria-labelledby={action.slug}>
      <Heading level={level} size={3} id={action.slug}>
        {action.title}
      </Heading>
      <StatusLine report={report} asAt={asAt} />
      <p>{action.description}</p>
      <UpdateList updates={updates.slice(0, 1)} milestones={action.milestones} />
      <Details summary={insideWords(picture)}>
        <SummaryList rows={whoAndWhen(action, names)} />
        {report.milestones.length > 0 ? (
          <MilestoneTable caption={`Milestones of: ${action.title}`} report={report} />
        ) : null}
        {updates.length > 1 ? (
          <>
            <Heading level={level === 2 ? 3 : 4} size={4}>
              Earlier updates
            </Heading>
            <UpdateList updates={updates.slice(1)} milestones={action.milestones} />
          </>
        ) : null}
      </Details>
    </section>
  )
}

/** "Who and when, 3 milestones, 2 earlier updates": what opens when asked for. */
function insideWords({ report, updates }: ActionPicture): string {
  const milestones = report.milestones.length > 0 ? [countOf(report.milestones.length, 'milestone')] : []
  const earlier = updates.length > 1 ? [countOf(updates.length - 1, 'earlier update')] : []
  return ['Who and when', ...milestones, ...earlier].join(', ')
}

/** The state in a tag, the sentence that says why, and the reason where a person set it. */
export function StatusLine({ report, asAt }: { report: StatusReport; asAt: IsoDate }) {
  return (
    <>
      <p>
        <StateTag state={stateOf(report.status)} text={tagText(report, asAt)} />
        &ensp;{report.why}
      </p>
      {report.reason ? <p>Reason given: {report.reason}</p> : null}
      {report.isStale && report.status === 'behind' ? <Small>There has been no update in time either.</Small> : null}
    </>
  )
}

/** Who leads, who supports, and from when to when. */
export function whoAndWhen(action: Action, names: Names): SummaryRow[] {
  const partners = action.partnerIds.map((id) => fullName(id, names))
  return [
    { key: 'Who leads', value: action.leadId === null ? 'No owner yet' : fullName(action.leadId, names) },
    ...(partners.length > 0 ? [{ key: 'With', value: partners.join(', ') }] : []),
    { key: 'When', value: span(action.startsOn, action.dueOn) },
  ]
}

/** The milestones with when each is due and when it was done. */
export function MilestoneTable({ caption, report }: { caption: string; report: StatusReport }) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[{ label: 'Milestone', width: 'half' }, { label: 'Due' }, { label: 'State' }]}
      rows={report.milestones.map((milestone): ComponentChildren[] => [
        milestone.title,
        formatDate(milestone.dueOn),
        <MilestoneTag milestone={milestone} />,
      ])}
    />
  )
}

function MilestoneTag({ milestone: { doneOn, isLate } }: { milestone: MilestoneState }) {
  if (doneOn) return <StateTag state="complete" text={`Done ${formatShortDate(doneOn)} ${doneOn.slice(0, 4)}`} />
  return isLate ? <StateTag state="behind" text="Late" /> : <StateTag state="neutral" text="To come" />
}

type UpdateListProps = {
  readonly updates: readonly Update[]
  readonly milestones: readonly Milestone[]
  /** Staff see who wrote an update and whether it is public yet. */
  readonly note?: (update: Update) => string
}

/** Updates, newest first, each with what it completes, its evidence, and the state that it sets with the reason. */
export function UpdateList({ updates, milestones, note }: UpdateListProps) {
  if (updates.length === 0) return <p>No updates yet.</p>
  const titles = new Map(milestones.map(({ id, title }) => [id, title]))
  const rows = updates.map((update) => ({
    key: formatDate(update.on),
    value: (
      <>
        <Paragraphs text={update.text} />
        <UpdateFacts update={update} titles={titles} />
        {note ? <Small>{note(update)}</Small> : null}
      </>
    ),
  }))
  return <SummaryList rows={rows} />
}

function UpdateFacts({ update, titles }: { update: Update; titles: ReadonlyMap<string, string> }) {
  const done = update.completes.flatMap((id) => titles.get(id) ?? [])
  if (done.length === 0 && !update.evidence && !update.override) return null
  return (
    <ul>
      {done.map((title) => (
        <li key={title}>Done: {title}</li>
      ))}
      {update.evidence ? (
        <li>
          Evidence: <EvidenceLink evidence={update.evidence} />
        </li>
      ) : null}
      {update.override ? (
        <li>
          State set to “{statusText(update.override.status)}”. Reason: {update.override.reason}
        </li>
      ) : null}
    </ul>
  )
}

function EvidenceLink({ evidence: { title, url } }: { evidence: Evidence }) {
  return url ? <a href={url}>{title}</a> : <span>{title}</span>
}
