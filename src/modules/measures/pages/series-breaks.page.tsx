import { found } from '#platform/errors.js'
import { choiceField, dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, DateInput, Form, Heading, Lede, Radios, Textarea } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { recordBreak } from '../actions/record-break.js'
import { marksOf } from '../data/marks.queries.js'
import { measureById } from '../data/measures.queries.js'
import { breakWords } from '../domain/chart-words.js'
import { BREAK_KINDS, NO_MARKS } from '../domain/series-marks.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { RecordedMarks } from './recorded-marks.view.js'
import { saidProblem } from './said-words.js'

const KINDS = [
  { value: 'definition', text: 'What is counted' },
  { value: 'recording', text: 'How it is recorded' },
  { value: 'area', text: 'The area' },
  { value: 'source', text: 'Where the figures come from' },
  { value: 'other', text: 'Something else' },
]

const BREAKS_THERE = 'A break is recorded for that day already: take that one back first if it is wrong'

export const seriesBreaksPage = page('/staff/measures/:measureId/breaks', {
  permission: 'measures:edit',
  load: async ({ deps, params: { measureId } }) => ({
    measure: found(await measureById(deps.db, measureId)),
    breaks: ((await marksOf(deps.db, [measureId])).get(measureId) ?? NO_MARKS).breaks,
  }),
  form: {
    startsOn: dateField({ missing: 'Enter the first day of the new figures', name: 'First day' }),
    kind: choiceField(BREAK_KINDS, { missing: 'Select what changed' }),
    reason: textField({ missing: 'Enter what changed and why', max: 1000, name: 'What changed' }),
  },
  submit: async ({ deps, actor, params: { measureId }, input }) => {
    const result = await recordBreak(deps, actor, { measureId, ...input })
    if (result.ok) return redirectTo(`/staff/measures/${measureId}/breaks`, 'Break recorded')
    const { error } = result
    return error.code === 'breaks-there' ? fieldError('startsOn', BREAKS_THERE) : fieldError(...saidProblem(error))
  },
  title: ({ measure }) => `Breaks: ${measure.title}`,
  view: ({ measure, breaks }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Breaks in the series</Heading>
      <Lede>Where figures are no longer like those before, no line and no comparison crosses the day.</Lede>
      <RecordedMarks measureId={measure.id} kind="break" marks={breaks} words={breakWords} />
      {breaks.some(({ acknowledgement }) => acknowledgement === null) ? (
        <ul>
          {breaks
            .filter(({ acknowledgement }) => acknowledgement === null)
            .map(({ id, startsOn }) => (
              <li key={id}>
                <a href={`/staff/measures/${measure.id}/breaks/${id}`}>
                  Say why figures across {formatDate(startsOn)} may be compared
                </a>
              </li>
            ))}
        </ul>
      ) : null}
      <Heading level={2}>Record a break</Heading>
      <DateInput field={form.startsOn} legend="From which day are figures different?" />
      <Radios field={form.kind} legend="What changed?" items={KINDS} small />
      <Textarea field={form.reason} label="What changed, and why?" hint="It is shown on the chart." rows={3} />
      <ButtonGroup>
        <Button preventDoubleClick>Record break</Button>
        <a href={`/staff/measures/${measure.id}`}>Back to the measure</a>
      </ButtonGroup>
    </Form>
  ),
})
