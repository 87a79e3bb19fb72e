import { explainDates, PLAN_FIELDS, PlanQuestions } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Lede } from '#ui/components.js'
import { draftPlan } from '../actions/confirm-items.js'
import { planDocumentById } from '../data/plan-reading.queries.js'

export const draftPlanPage = page('/staff/plans/read/:documentId/draft', {
  permission: 'plan:edit',
  load: async ({ deps, params }) => found(await planDocumentById(deps.db, params.documentId)),
  form: PLAN_FIELDS,
  values: ({ title, parts }) => ({ title, vision: parts.find(({ kind }) => kind === 'vision')?.text ?? '' }),
  submit: async ({ deps, actor, params, input }) => {
    const result = await draftPlan(deps, actor, { documentId: params.documentId, plan: input })
    if (result.ok) return redirectTo(`/staff/plans/${result.value}`, 'Draft made of what was confirmed')
    const refusal = result.error
    if (refusal.code === 'nothing-confirmed')
      return fieldError('title', 'No theme is confirmed yet: confirm at least one, and what stands under it')
    if (refusal.code === 'unsound') return fieldError('title', refusal.problems.join('. '))
    const { field, message } = explainDates(refusal)
    return fieldError(field, message)
  },
  title: () => 'Make a draft plan',
  view: (document, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Read an old plan', href: '/staff/plans/read' },
          { label: document.title || document.fileName, href: `/staff/plans/read/${document.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Make a draft plan of what is confirmed</Heading>
        <Lede>The confirmed themes become its first level, and what the document prints under them stands below.</Lede>
        <PlanQuestions form={form} />
        <Button preventDoubleClick>Make the draft</Button>
      </Form>
    </>
  ),
})
