import { found } from '#platform/errors.js'
import { textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Details, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { recordCommentary } from '../actions/record-commentary.js'
import { commentariesOf } from '../data/commentary.queries.js'
import { measureById } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { commentaryFor } from '../domain/commentary.js'
import { PERIOD_EXAMPLES } from '../domain/period.js'
import { periodLabel } from '../domain/period-words.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'

export const commentaryPage = page('/staff/measures/:measureId/commentary', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId } }) => {
    const measure = found(await measureById(deps.db, measureId))
    const { latest, sentence } = await measurePicture(deps.db, measure, { today: deps.today() })
    const said = await commentariesOf(deps.db, measureId)
    return { measure, latest, sentence, pair: latest && commentaryFor(said, latest.period) }
  },
  form: {
    period: textField({ missing: 'Enter the period', max: 40, name: 'Period' }),
    narrative: textField({ missing: 'Enter what there is to say', max: 3000, name: 'Commentary' }),
    response: textField({ max: 3000, name: 'Response' }),
  },
  values: ({ latest, pair }) => ({
    period: latest?.period.code ?? '',
    narrative: pair?.now?.narrative ?? '',
    response: pair?.now?.response ?? '',
  }),
  submit: async ({ deps, actor, params: { measureId }, input }) => {
    const result = await recordCommentary(deps, actor, { measureId, ...input, period: input.period.trim() })
    if (result.ok) return redirectTo(`/staff/measures/${measureId}`, 'Commentary kept')
    if (result.error.code === 'nothing-said') return fieldError('narrative', 'Enter what there is to say')
    if (result.error.code === 'not-a-period')
      return fieldError('period', 'Write the period as its figures have it, like 2025-03')
    return fieldError('period', `${result.error.why} Choose a period that has ended and has a figure`)
  },
  title: ({ measure }) => `Commentary: ${measure.title}`,
  view: ({ measure, sentence, pair }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Comment on a period</Heading>
      <Lede>{sentence}</Lede>
      {pair?.before ? (
        <Details summary={`What was said for ${periodLabel(pair.before.period)}`}>
          <p>{pair.before.narrative}</p>
          {pair.before.response === '' ? null : <p>{pair.before.response}</p>}
        </Details>
      ) : null}
      <TextInput
        field={form.period}
        label="Which period?"
        hint={`Like ${PERIOD_EXAMPLES[measure.frequency]}.`}
        width={20}
      />
      <Textarea
        field={form.narrative}
        label="What happened?"
        hint="No cause for a change that is within the usual variation."
        rows={4}
      />
      <Textarea field={form.response} label="What is done about it?" rows={3} />
      <ButtonGroup>
        <Button preventDoubleClick>Keep commentary</Button>
        <a href={`/staff/measures/${measure.id}`}>Back to the measure</a>
      </ButtonGroup>
    </Form>
  ),
})
