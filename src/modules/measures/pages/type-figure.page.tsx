import { found } from '#platform/errors.js'
import { choiceField, manyField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Form,
  Heading,
  Lede,
  Radios,
  Small,
  Textarea,
  TextInput,
} from '#ui/components.js'
import { type FiguresRefusal, recordFigures } from '../actions/record-figures.js'
import { measureById } from '../data/measures.queries.js'
import { observationsOf } from '../data/observations.queries.js'
import { unitHeading } from '../domain/figure.js'
import { typedSource } from '../domain/import-source.js'
import { needsDenominator } from '../domain/measure.js'
import { latestKnown, latestSeries, STATUSES } from '../domain/observation.js'
import { PERIOD_EXAMPLES, parsePeriod } from '../domain/period.js'
import { plainNumber } from '../domain/plain-number.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'

const STATUS_ITEMS = [
  { value: 'final', text: 'Final' },
  { value: 'provisional', text: 'Provisional', hint: 'It may still change.' },
  { value: 'estimated', text: 'Estimated' },
  { value: 'missing', text: 'Missing', hint: 'Say why in the note.' },
]

export const typeFigurePage = page('/staff/measures/:measureId/figure', {
  permission: 'measures:import',
  load: async ({ deps, params: { measureId } }) => {
    const measure = found(await measureById(deps.db, measureId))
    return { measure, latest: latestKnown(latestSeries(await observationsOf(deps.db, [measureId]))) }
  },
  form: {
    period: textField({ missing: 'Enter the period', max: 40, name: 'Period' }),
    value: textField({ max: 24, name: 'Figure' }),
    numerator: textField({ max: 24, name: 'Numerator' }),
    denominator: textField({ max: 24, name: 'Denominator' }),
    status: choiceField(STATUSES, { missing: 'Select how firm it is' }),
    note: textField({ max: 1000, name: 'Note' }),
    accept: manyField(['yes']),
    reason: textField({ missing: 'Enter why it is typed or corrected', max: 1000, name: 'Reason' }),
  },
  values: ({ latest }) => ({
    status: 'final' as const,
    period: latest?.period.code ?? '',
    value: latest?.value == null || latest.denominator !== null ? '' : String(latest.value),
    numerator: latest?.numerator == null || latest.denominator === null ? '' : String(latest.numerator),
    denominator: latest?.denominator == null ? '' : String(latest.denominator),
  }),
  submit: async ({ deps, actor, params: { measureId }, input }) => {
    const measure = found(await measureById(deps.db, measureId))
    const period = parsePeriod(input.period.trim())
    if (!period.ok) return fieldError('period', `Write the period like ${PERIOD_EXAMPLES[measure.frequency]}`)
    const numbers = { value: plainNumber(input.value), numerator: plainNumber(input.numerator) }
    const all = { ...numbers, denominator: plainNumber(input.denominator) }
    for (const name of ['value', 'numerator', 'denominator'] as const)
      if (all[name] === undefined) return fieldError(name, 'Write digits only, like 1250 or 90.6')
    const { value = null, numerator = null, denominator = null } = all
    const words = { status: input.status, note: input.note.trim(), interval: null }
    const figure = { measureId, period: period.value, value, numerator, denominator, ...words }
    const vintage = { kind: 'typed' as const, source: typedSource(measure, input.reason) }
    const result = await recordFigures(deps, actor, {
      vintage,
      figures: [figure],
      accept: input.accept.includes('yes'),
    })
    if (!result.ok) return fieldError(...explain(result.error))
    const isNew = result.value.unchanged === 0
    return redirectTo(`/staff/measures/${measureId}`, isNew ? 'Figure recorded' : 'That figure is known already')
  },
  title: ({ measure }) => `Type a figure: ${measure.title}`,
  view: ({ measure }, form) => (
    <Form of={form}>
      <MeasureCrumbs measure={measure} />
      <Heading>Type or correct one figure</Heading>
      <Lede>An earlier figure for the same period is kept beside it, and the newest is shown as revised.</Lede>
      <TextInput
        field={form.period}
        label="Which period?"
        hint={`Like ${PERIOD_EXAMPLES[measure.frequency]}.`}
        width={20}
      />
      <TextInput field={form.value} label={`Figure (${unitHeading(measure)})`} width={10} />
      {needsDenominator(measure.unit) ? (
        <>
          <TextInput field={form.numerator} label="Numerator, if it is known" hint={measure.numerator} width={10} />
          <TextInput
            field={form.denominator}
            label="Denominator, if it is known"
            hint={measure.denominator}
            width={10}
          />
        </>
      ) : null}
      <Radios field={form.status} legend="How firm is it?" items={STATUS_ITEMS} small />
      <Textarea
        field={form.note}
        label="Note"
        hint="It is shown with the figure. A missing figure needs one."
        rows={2}
      />
      {measure.unit === 'percentage' && measure.beyondWhole === 'asked' ? (
        <Checkboxes
          field={form.accept}
          legend="Is it outside 0% to 100%?"
          items={[
            {
              value: 'yes',
              text: 'Yes, and that is right',
              hint: 'A change or a ratio can be; a part of a whole cannot.',
            },
          ]}
          small
        />
      ) : null}
      <Textarea field={form.reason} label="Why is it typed or corrected?" rows={2} />
      <ButtonGroup>
        <Button preventDoubleClick>Record figure</Button>
        <a href={`/staff/measures/${measure.id}`}>Back to the measure</a>
      </ButtonGroup>
      <Small>For many figures at once, take in a file.</Small>
    </Form>
  ),
})

type Wrong = 'accept' | 'period' | 'value' | 'numerator' | 'denominator' | 'status' | 'note' | 'reason'
const FIELDS: readonly Wrong[] = ['period', 'value', 'numerator', 'denominator', 'status', 'note']

function explain(refusal: FiguresRefusal): [Wrong, string] {
  if (refusal.code === 'problems') {
    const [first] = refusal.problems
    const field = FIELDS.find((each) => each === first?.column) ?? 'value'
    return [field, first ? `${first.problem}. ${first.fix}` : 'This figure cannot be taken in']
  }
  if (refusal.code === 'questions')
    return ['accept', `${refusal.questions[0]?.question ?? ''}: confirm that it is right, or correct it`]
  return ['reason', 'Enter why it is typed or corrected']
}
