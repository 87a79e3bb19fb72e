import { found } from '#platform/errors.js'
import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, DateInput, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { type RebaseRefusal, rebaseMeasure } from '../actions/rebase-measure.js'
import { marksOf } from '../data/marks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { phaseWords } from '../domain/chart-words.js'
import { plainNumber } from '../domain/plain-number.js'
import { NO_MARKS } from '../domain/series-marks.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { RecordedMarks } from './recorded-marks.view.js'

export const rebasePage = page('/staff/measures/:measureId/rebase', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId } }) => ({
    measure: found(await measureById(deps.db, measureId)),
    phases: ((await marksOf(deps.db, [measureId])).get(measureId) ?? NO_MARKS).phases,
  }),
  form: {
    startsOn: dateField({ missing: 'Enter the first day of the new level', name: 'First day' }),
    baseline: textField({ max: 20, name: 'Baseline' }),
    reason: textField({ missing: 'Enter why', max: 1000, name: 'Reason' }),
  },
  submit: async ({ deps, actor, params: { measureId }, input: { startsOn, baseline, reason } }) => {
    const baselinePoints = plainNumber(baseline)
    if (baselinePoints === undefined) return fieldError('baseline', 'Baseline must be a number of months, like 12')
    const result = await rebaseMeasure(deps, actor, { measureId, startsOn, reason, baselinePoints })
    if (!result.ok) return fieldError(...explain(result.error))
    return redirectTo(`/staff/measures/${measureId}/rebase`, 'Average and limits are set anew')
  },
  title: ({ measure }) => `Average and limits: ${measure.title}`,
  view: ({ measure, phases }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Set average and limits anew</Heading>
      <Lede>
        Only where something is known to have changed for good: a new level must not hide a change. Your name and reason
        are shown with the chart.
      </Lede>
      <RecordedMarks measureId={measure.id} kind="phase" marks={phases} words={phaseWords} />
      <DateInput field={form.startsOn} legend="From which day?" hint="The month that holds the day is the first." />
      <TextInput
        field={form.baseline}
        label="From how many of its first months?"
        hint="7 to 120. Leave empty to use all months from then on."
        width={3}
        inputmode="numeric"
      />
      <Textarea field={form.reason} label="Why?" rows={3} />
      <ButtonGroup>
        <Button preventDoubleClick>Set anew</Button>
        <a href={`/staff/measures/${measure.id}`}>Back to the measure</a>
      </ButtonGroup>
    </Form>
  ),
})

function explain(refusal: RebaseRefusal): ['startsOn' | 'baseline' | 'reason', string] {
  switch (refusal.code) {
    case 'not-monthly':
      return ['startsOn', 'Only monthly figures have an average and limits']
    case 'not-a-baseline':
      return ['baseline', `Baseline must be ${refusal.fewest} to ${refusal.most} months`]
    case 'no-reason':
      return ['reason', 'Enter why']
    case 'no-name':
      return ['reason', 'Sign in as a person to record this']
  }
}
