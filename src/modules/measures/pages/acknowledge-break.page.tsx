import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede, Notice, Textarea } from '#ui/components.js'
import { acknowledgeBreak } from '../actions/record-break.js'
import { marksOf } from '../data/marks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { breakWords } from '../domain/chart-words.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { saidProblem } from './said-words.js'

export const acknowledgeBreakPage = page('/staff/measures/:measureId/breaks/:breakId', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId, breakId } }) => {
    const marks = (await marksOf(deps.db, [measureId])).get(measureId)
    return {
      measure: found(await measureById(deps.db, measureId)),
      mark: found(marks?.breaks.find(({ id }) => id === breakId)),
    }
  },
  form: { reason: textField({ missing: 'Enter why they may be compared', max: 1000, name: 'Reason' }) },
  submit: async ({ deps, actor, params: { measureId, breakId }, input: { reason } }) => {
    const result = await acknowledgeBreak(deps, actor, { measureId, breakId, reason })
    if (!result.ok) return fieldError(...saidProblem(result.error))
    return redirectTo(`/staff/measures/${measureId}/breaks`, 'Recorded why figures may be compared')
  },
  title: ({ measure }) => `Compare across a break: ${measure.title}`,
  view: ({ measure, mark }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Compare figures across this break?</Heading>
      <Lede>{breakWords(mark)}</Lede>
      {mark.acknowledgement ? (
        <p>
          <a href={`/staff/measures/${measure.id}/breaks`}>Back to the breaks</a>
        </p>
      ) : (
        <>
          <Notice>
            <p>What you write stands with your name beside every such comparison, for the public too.</p>
          </Notice>
          <Textarea field={form.reason} label="Why may they be compared all the same?" rows={3} />
          <ButtonGroup>
            <Button preventDoubleClick>Record</Button>
            <a href={`/staff/measures/${measure.id}/breaks`}>Leave it</a>
          </ButtonGroup>
        </>
      )}
    </Form>
  ),
})
