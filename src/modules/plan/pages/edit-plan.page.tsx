import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Panel } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { editPlan } from '../actions/edit-plan.js'
import { planById } from '../data/plan.queries.js'
import { issueBy, latestFirstStart, type Plan, planningPeriod } from '../domain/plan.js'
import { PLAN_FIELDS, PlanQuestions } from './plan-form.js'
import { explainDates } from './words.js'

export const editPlanPage = page('/staff/plans/:planId/edit', {
  permission: 'plan:edit',
  load: async ({ deps, params }) => found(await planById(deps.db, params.planId)),
  form: { version: versionField(), ...PLAN_FIELDS },
  values: ({ version, title, vision, electionOn, nextElectionOn, startsOn }) => ({
    ...{ version, title, vision, electionOn, nextElectionOn, startsOn },
  }),
  submit: async ({ deps, actor, params, input }) => {
    const result = await editPlan(deps, actor, { ...input, planId: params.planId })
    if (result.ok) return redirectTo(`/staff/plans/${params.planId}`, 'Plan saved')
    const { field, message } = explainDates(result.error)
    return fieldError(field, message)
  },
  title: (plan) => `Words and dates: ${plan.title}`,
  view: (plan, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Plans', href: '/staff/plans' },
          { label: plan.title, href: `/staff/plans/${plan.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Words and dates</Heading>
        <PlanningPeriodPanel plan={plan} />
        <Hidden name="version" value={form.version.value} />
        <PlanQuestions form={form} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})

function PlanningPeriodPanel({ plan }: { plan: Plan }) {
  const { from, until } = planningPeriod(plan)
  return (
    <Panel title={`Planning period: ${formatDate(from)} to ${formatDate(until)}`}>
      <p>
        Worked out from the dates as last saved: from the plan’s first day to the last day of the financial year in
        which the next ordinary election is expected (Police Reform and Social Responsibility Act 2011, section 7).
      </p>
      <p>
        The first plan of this term had to be issued by {formatDate(issueBy(plan))} and to start by{' '}
        {formatDate(latestFirstStart(plan))} (sections 5 and 7).
        {plan.startsOn > latestFirstStart(plan)
          ? ' This plan starts later, so it can only be one that replaces the first.'
          : ''}
      </p>
    </Panel>
  )
}
