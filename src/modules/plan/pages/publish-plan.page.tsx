import { ukDateOf } from '#kernel/dates.js'
import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Details, Form, Heading, Hidden, Lede, Notice, Textarea } from '#ui/components.js'
import { countOf, formatDate, plural } from '#ui/format.js'
import { type Prospect, prospectOf } from '../actions/draft-content.js'
import { type PublicationRefusal, publishVersion } from '../actions/publish-version.js'
import { planTree } from '../data/plan.queries.js'
import { ComparisonView } from './comparison.view.js'
import { PlanText } from './plan-text.view.js'
import { explainBarrier } from './words.js'

export const publishPlanPage = page('/staff/plans/:planId/publish', {
  permission: 'plan:publish',
  load: async ({ deps, params }) => {
    const tree = found(await planTree(deps.db, params.planId))
    return { plan: tree.plan, prospect: await prospectOf(deps.db, tree, deps.today()) }
  },
  form: {
    // The fingerprint of the draft that is shown: what is published is what was looked at.
    version: textField({ missing: 'Reload the page and try again', max: 64, name: 'The draft' }),
    note: textField({ missing: 'Enter what this version is for', max: 500, name: 'The note' }),
  },
  values: ({ prospect }) => ({ version: prospect.seen }),
  submit: async ({ deps, actor, data, input }) => {
    const { note, version: seen } = input
    const result = await publishVersion(deps, actor, { planId: data.plan.id, note, seen })
    if (!result.ok) return fieldError('note', refusalText(result.error))
    return redirectTo(`/staff/plans/${data.plan.id}/versions`, `Version ${result.value.number} published`)
  },
  title: ({ plan }) => `Check and publish: ${plan.title}`,
  view: ({ plan, prospect }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: plan.title, href: `/staff/plans/${plan.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Check and publish</Heading>
        <Lede>{ledeFor(prospect)}</Lede>
        <Barriers prospect={prospect} />
        {mayPublish(prospect) ? (
          <>
            <Hidden name="version" value={form.version.value} />
            <Textarea
              field={form.note}
              label="What is this version for?"
              hint="The public reads this beside it"
              rows={3}
            />
            <Button preventDoubleClick>Publish version {(prospect.last?.number ?? 0) + 1}</Button>
          </>
        ) : null}
      </Form>
      {prospect.last ? (
        <>
          <Heading level={2}>What has changed since version {prospect.last.number}</Heading>
          <ComparisonView changes={prospect.changes} level={3} />
        </>
      ) : null}
      <Details summary="The whole text as it would be published">
        <PlanText content={prospect.content} />
      </Details>
    </>
  ),
})

function mayPublish({ barriers, isUnchanged }: Prospect): boolean {
  return barriers.length === 0 && !isUnchanged
}

function ledeFor({ last, barriers, isUnchanged }: Prospect): string {
  if (barriers.length > 0)
    return `${countOf(barriers.length, 'thing')} must be put right before this plan can be published.`
  if (!last) return 'This will be the first version that the public reads.'
  const published = `version ${last.number}, published on ${formatDate(ukDateOf(new Date(last.publishedAt)))}`
  return isUnchanged
    ? `Nothing has changed since ${published}.`
    : `The public reads ${published}, until you publish this one.`
}

function Barriers({ prospect }: { prospect: Prospect }) {
  if (prospect.barriers.length === 0) return null
  return (
    <Notice kind="worry" title="Put right first">
      <ul>
        {prospect.barriers.map(explainBarrier).map(({ text, nodeId }) => (
          <li key={text}>
            {text}
            {nodeId ? (
              <>
                {'. '}
                <a href={`/staff/plans/nodes/${nodeId}/edit`}>
                  Edit it<span class="visually-hidden">: {text}</span>
                </a>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function refusalText(refusal: PublicationRefusal): string {
  if (refusal.code === 'nothing-changed') return `Nothing has changed since version ${refusal.number}`
  const count = refusal.barriers.length
  return `${countOf(count, 'thing')} must be put right first: ${plural(count, 'it is', 'they are')} listed on this page`
}
