import { found } from '#platform/errors.js'
import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, DateInput, Form, Heading, Lede, Textarea, TextInput } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { setTarget, type TargetRefusal } from '../actions/set-target.js'
import { marksOf } from '../data/marks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { figureFormat, unitHeading } from '../domain/figure.js'
import { plainNumber } from '../domain/plain-number.js'
import { NO_MARKS } from '../domain/series-marks.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { RecordedMarks } from './recorded-marks.view.js'

export const setTargetPage = page('/staff/measures/:measureId/target', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId } }) => ({
    measure: found(await measureById(deps.db, measureId)),
    targets: ((await marksOf(deps.db, [measureId])).get(measureId) ?? NO_MARKS).targets,
  }),
  form: {
    value: textField({ missing: 'Enter what is to be reached', max: 20, name: 'Target' }),
    startsOn: dateField({ missing: 'Enter the first day of the target', name: 'First day' }),
    source: textField({ missing: 'Enter where it was set', max: 300, name: 'Where it was set' }),
    reason: textField({ missing: 'Enter why', max: 1000, name: 'Reason' }),
  },
  submit: async ({ deps, actor, params: { measureId }, input: { value: text, ...rest } }) => {
    const value = plainNumber(text) ?? Number.NaN
    const result = await setTarget(deps, actor, { measureId, value, ...rest })
    if (!result.ok) return fieldError(...explain(result.error))
    return redirectTo(`/staff/measures/${measureId}/target`, 'Target set')
  },
  title: ({ measure }) => `Targets: ${measure.title}`,
  view: ({ measure, targets }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Targets</Heading>
      <Lede>Without a target a measure is only watched: nothing of it is coloured good or bad.</Lede>
      <RecordedMarks
        measureId={measure.id}
        kind="target"
        marks={targets}
        words={({ value, startsOn, source }) =>
          `${figureFormat(measure.unit, [value])(value)} from ${formatDate(startsOn)} (${source}).`
        }
      />
      <Heading level={2}>Set a target</Heading>
      <TextInput field={form.value} label={`What is to be reached? (${unitHeading(measure)})`} width={10} />
      <DateInput field={form.startsOn} legend="From which day?" />
      <TextInput field={form.source} label="Where was it set?" hint="The plan, a decision, the national framework." />
      <Textarea field={form.reason} label="Why?" rows={3} />
      <ButtonGroup>
        <Button preventDoubleClick>Set target</Button>
        <a href={`/staff/measures/${measure.id}`}>Back to the measure</a>
      </ButtonGroup>
    </Form>
  ),
})

function explain(refusal: TargetRefusal): ['value' | 'source' | 'reason', string] {
  switch (refusal.code) {
    case 'not-a-value':
      return ['value', 'Target must be a number, like 90 or 12.5']
    case 'no-source':
      return ['source', 'Enter where it was set']
    case 'no-reason':
      return ['reason', 'Enter why']
    case 'no-name':
      return ['reason', 'Sign in as a person to record this']
  }
}
