import { organisationNames } from '#modules/body/index.js'
import { manyField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Checkboxes, EmptyState, Form, Heading, Lede, Small } from '#ui/components.js'
import { countOf, formatDate, sentenceCount } from '#ui/format.js'
import { publishUpdates } from '../actions/publish-updates.js'
import { type UpdateOfAction, waitingToBePublished } from '../data/delivery.queries.js'
import { leadText, statusText } from './words.js'

export const publishPage = page('/staff/publish', {
  permission: 'delivery:publish',
  load: async ({ deps }) => {
    const waiting = await waitingToBePublished(deps.db)
    const spoken = new Set(waiting.updates.map(({ action }) => action.id))
    const actions = waiting.actions.filter(({ id }) => !spoken.has(id))
    return { updates: waiting.updates, actions, names: await organisationNames(deps.db) }
  },
  form: { updates: manyField(), actions: manyField() },
  values: ({ updates, actions }) => ({
    updates: updates.map(({ update }) => update.id),
    actions: actions.map(({ id }) => id),
  }),
  submit: async ({ deps, actor, input, data }) => {
    const first = data.updates.length > 0 ? 'updates' : 'actions'
    if (input.updates.length + input.actions.length === 0) return fieldError(first, 'Select what to publish')
    const result = await publishUpdates(deps, actor, { updateIds: input.updates, actionIds: input.actions })
    if (!result.ok) return result.error
    return redirectTo('/staff/publish', `Published: ${inWords(result.value)}`)
  },
  title: () => 'Publish',
  view: ({ updates, actions, names }, form) => {
    if (updates.length + actions.length === 0) return <NothingWaits />
    return (
      <Form of={form}>
        <Heading>{updates.length > 0 ? headingFor(updates.length) : 'Publish'}</Heading>
        <Lede>What is ticked goes on the public site at once, and stays there.</Lede>
        {updates.length > 0 ? (
          <Checkboxes
            field={form.updates}
            legend="Progress updates"
            items={updates.map((each) => ({
              value: each.update.id,
              text: `${each.action.title}, ${formatDate(each.update.on)}`,
              hint: summaryOf(each),
            }))}
          />
        ) : null}
        {actions.length > 0 ? (
          <Checkboxes
            field={form.actions}
            legend="New actions without updates"
            items={actions.map(({ id, title, leadId, dueOn }) => ({
              value: id,
              text: title,
              hint: `${leadText(leadId, names)}. Due ${formatDate(dueOn)}.`,
            }))}
          />
        ) : null}
        <Button preventDoubleClick>Publish what is ticked</Button>
        <Small>Plan versions and measures are published on their own pages.</Small>
      </Form>
    )
  },
})

/** All that will be public of one update. */
function summaryOf({ update, action }: UpdateOfAction): string {
  const done = action.milestones.filter(({ id }) => update.completes.includes(id)).map(({ title }) => `“${title}”`)
  return [
    update.text,
    done.length > 0 ? `Done: ${done.join(', ')}.` : '',
    update.evidence ? `Evidence: ${update.evidence.title}.` : '',
    update.override ? `State set to “${statusText(update.override.status)}”: ${update.override.reason}` : '',
    action.publishedAt === null ? 'The action itself becomes public with it.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function inWords({ updates, actions }: { updates: number; actions: number }): string {
  const parts = [updates > 0 ? countOf(updates, 'update') : '', actions > 0 ? countOf(actions, 'action') : '']
  return parts.filter(Boolean).join(' and ') || 'nothing new'
}

function headingFor(count: number): string {
  return `${sentenceCount(count, 'update waits', 'updates wait')} to be published`
}

function NothingWaits() {
  return (
    <>
      <Heading>Publish</Heading>
      <EmptyState title="Nothing waits to be published">
        Updates and new actions appear here once somebody has recorded them.
      </EmptyState>
    </>
  )
}
