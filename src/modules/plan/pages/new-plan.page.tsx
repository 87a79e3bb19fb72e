import { currentBody } from '#modules/body/index.js'
import { found } from '#platform/errors.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading } from '#ui/components.js'
import { createPlan } from '../actions/create-plan.js'
import { PLAN_FIELDS, PlanQuestions } from './plan-form.js'
import { explainDates } from './words.js'

export const newPlanPage = page('/staff/plans/new', {
  permission: 'plan:edit',
  load: async ({ deps }) => found(await currentBody(deps.db, deps.today()), 'No body has been founded yet'),
  form: PLAN_FIELDS,
  submit: async ({ deps, actor, data, input }) => {
    const result = await createPlan(deps, actor, { ...input, bodyId: data.id })
    if (result.ok) return redirectTo(`/staff/plans/${result.value.id}`, 'Plan begun')
    const { field, message } = explainDates(result.error)
    return fieldError(field, message)
  },
  title: () => 'Begin a plan',
  view: (_body, form) => (
    <>
      <Crumbs items={[{ label: 'Plans', href: '/staff/plans' }]} />
      <Form of={form}>
        <Heading>Begin a plan</Heading>
        <PlanQuestions form={form} />
        <Button preventDoubleClick>Begin the plan</Button>
      </Form>
    </>
  ),
})
