import { coverageInWords, rollUp, stateInWords } from '#modules/delivery/index.js'
import { type Actor, may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { page } from '#platform/web/page.js'
import { Eyebrow, Heading, Panel, Small, Table, Waiting } from '#ui/components.js'
import { countOf, formatDate, formatLongDate } from '#ui/format.js'
import { dueInWords, headingFor, inOrder, type Task } from '../domain/task.js'
import { type CurrentDelivery, currentDelivery, tasksOfDelivery } from './delivery-tasks.js'
import { tasksOfOffice } from './office-tasks.js'
import { type News, publishedLately } from './published-lately.js'

/** How many things one desk holds before the rest is only counted. */
const MOST = 10

export const deskPage = page('/staff', {
  permission: 'desk:read',
  load: async ({ deps, actor }) => {
    const mayWork = may(actor, 'delivery:update')
    const current = may(actor, 'delivery:read') ? await currentDelivery(deps) : undefined
    return {
      today: deps.today(),
      mayWork,
      tasks: await tasksFor(deps, actor, mayWork ? current : undefined),
      summary: summaryFor(actor, current),
      news: mayWork ? [] : await publishedLately(deps, MOST),
      mayReadAudit: may(actor, 'people:read-audit'),
    }
  },
  title: ({ tasks }) => headingFor(tasks.length),
  view: ({ today, mayWork, tasks, summary, news, mayReadAudit }) => (
    <>
      <Eyebrow>{formatLongDate(today)}</Eyebrow>
      <Heading>{headingFor(tasks.length)}</Heading>
      {tasks.length > 0 ? (
        <Waiting
          items={tasks.slice(0, MOST).map(({ dueOn, title, detail, verb, href }) => ({
            due: dueInWords(dueOn, today),
            late: dueOn < today,
            title,
            detail,
            action: { href, text: verb, urgent: dueOn <= today },
          }))}
        />
      ) : null}
      {tasks.length > MOST ? (
        <Small>And {countOf(tasks.length - MOST, 'more thing')}, due later than these.</Small>
      ) : null}
      {mayWork ? null : <PublishedLately news={news} />}
      {mayReadAudit && !mayWork ? (
        <Panel title="What was done, and by whom" aside={<a href="/staff/audit">Open the audit trail</a>}>
          <p>Every change is recorded with its time and author, in a chain that cannot be altered unseen.</p>
        </Panel>
      ) : null}
      {summary ? (
        <Panel title={summary.title} aside={<a href="/staff/actions">{summary.link}</a>}>
          <p>{summary.text}</p>
        </Panel>
      ) : null}
    </>
  ),
})

async function tasksFor(deps: Deps, actor: Actor, current: CurrentDelivery | undefined): Promise<Task[]> {
  const ofDelivery = current ? await tasksOfDelivery(deps, actor, current) : []
  return inOrder([...ofDelivery, ...(await tasksOfOffice(deps, actor))])
}

/** How delivery stands: of the whole office, or of what this person's organisation leads. */
function summaryFor(actor: Actor, current: CurrentDelivery | undefined) {
  if (!current) return undefined
  const { picture } = current
  if (may(actor, 'delivery:read-all')) {
    const text = `${coverageInWords(picture)} ${stateInWords(picture.overall)}.`
    return { title: 'Also in the office', text, link: 'See the whole office' }
  }
  const own = picture.actions.filter(({ action }) => action.leadId === actor.organisationId)
  const text = `You lead ${countOf(own.length, 'action')}. ${stateInWords(rollUp(own.map(({ report }) => report.status)))}.`
  return { title: 'Your part of the plan', text, link: 'See your actions' }
}

function PublishedLately({ news }: { news: readonly News[] }) {
  if (news.length === 0) return <p>Nothing has been published yet.</p>
  return (
    <>
      <Heading level={2}>Published lately</Heading>
      <Table
        caption="Published lately"
        captionHidden
        columns={[{ label: 'What', width: 'half' }, { label: 'Kind' }, { label: 'Published', align: 'number' }]}
        rows={news.map(({ at, title, href, what }) => [<a href={href}>{title}</a>, what, formatDate(at)])}
      />
    </>
  )
}
