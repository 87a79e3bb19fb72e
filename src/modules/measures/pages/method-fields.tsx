import type { ControlChart } from '#modules/statistics/index.js'
import { choiceField, manyField, textField, wholeField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import type { InputOf } from '#platform/web/page.js'
import { Checkboxes, Heading, Radios, Textarea, TextInput } from '#ui/components.js'
import { BEYOND_WHOLE } from '../domain/beyond-whole.js'
import { CHART_NAMES, CONTROL_CHARTS } from '../domain/control-method.js'
import type { MeasureDraft } from '../domain/measure.js'
import { type MeasureMethod, POOLINGS } from '../domain/measure-method.js'

const POOLING_ANSWERS = ['usual', ...POOLINGS] as const

/** The questions of how figures are worked out. All may stay as they are. */
export const methodFields = {
  formula: textField({ max: 2000, name: 'Formula' }),
  pooling: choiceField(POOLING_ANSWERS, { missing: 'Select how longer periods are made' }),
  per: wholeField({ name: 'Base of the rate', like: '1000' }),
  controlChart: choiceField(CONTROL_CHARTS, { missing: 'Select how monthly figures are charted' }),
  beyondWhole: choiceField(BEYOND_WHOLE, { missing: 'Select whether a percentage may be above 100%' }),
  traits: manyField(['seasonal', 'survey']),
  suppressBelow: wholeField({ name: 'The count below which none is shown', like: '5' }),
}

type Fields = typeof methodFields

/** What the answers say of the method; what is left to what is usual is left out. */
export function methodFrom(answers: InputOf<Fields>): Partial<MeasureMethod> {
  const { formula, pooling, per, controlChart, beyondWhole, traits, suppressBelow } = answers
  return {
    formula: formula.trim() === '' ? null : formula.trim(),
    isSeasonal: traits.includes('seasonal'),
    isSurvey: traits.includes('survey'),
    suppressBelow,
    controlChart,
    beyondWhole,
    ...(pooling === 'usual' ? USUAL : { pooling }),
    ...(per !== null && per > 0 && { per }),
  }
}

/** Said outright, so that an edit does not keep another way that stood before. */
const USUAL = { pooling: undefined }

/** What the form shows first. */
export function methodValues(draft: MeasureDraft): Partial<InputOf<Fields>> {
  const {
    formula,
    pooling,
    per,
    isSeasonal,
    isSurvey,
    suppressBelow,
    controlChart = 'xmr',
    beyondWhole = 'asked',
  } = draft
  return {
    formula: formula ?? '',
    pooling: pooling ?? 'usual',
    per: per ?? null,
    controlChart,
    beyondWhole,
    traits: [...(isSeasonal ? ['seasonal'] : []), ...(isSurvey ? ['survey'] : [])],
    suppressBelow: suppressBelow ?? null,
  }
}

const POOLING_ITEMS = [
  { value: 'usual', text: 'In the way that is usual for these figures' },
  { value: 'sum', text: 'Added up', hint: 'Counts and pounds.' },
  { value: 'ratio', text: 'Total over total', hint: 'Shares and rates. Never a mean of percentages.' },
  {
    value: 'ratio-over-mean',
    text: 'Total over the mean of a stock',
    hint: 'A year of crimes over the mean population.',
  },
  { value: 'last', text: 'The last one', hint: 'A stock, such as officers on a day.' },
  { value: 'none', text: 'Not at all', hint: 'Rolling figures and surveys.' },
]

const CHART_HINTS: Readonly<Record<ControlChart, string>> = {
  xmr: 'Limits from how much one month differs from the next. Any figures.',
  run: 'A median and no limits: it finds shifts and trends, never one odd month.',
  p: 'Percentages with both numbers behind them: few cases, wide limits.',
  u: 'Rates with both numbers behind them: a small base, wide limits.',
  c: 'Counts of events that come one by one, such as deaths on the roads.',
  g: 'Whole days, or cases, between one rare event and the next.',
  t: 'The time between one rare event and the next.',
}

const CHART_ITEMS = CONTROL_CHARTS.map((value) => ({ value, text: CHART_NAMES[value], hint: CHART_HINTS[value] }))

const BEYOND_ITEMS = [
  { value: 'asked', text: 'Ask about each figure that is', hint: 'Whoever takes it in confirms it, and says why.' },
  {
    value: 'never',
    text: 'No, it is a part of a whole',
    hint: 'People of all people asked. Such figures are refused.',
  },
  { value: 'freely', text: 'Yes', hint: 'A change on a year before, or one thing against another.' },
]

/** The questions as a person sees them. */
export function MethodFields({ form }: { form: FormView<keyof Fields> }) {
  return (
    <>
      <Heading level={2}>How they are worked out</Heading>
      <Radios field={form.pooling} legend="How is the figure of a longer period made?" items={POOLING_ITEMS} small />
      <TextInput
        field={form.per}
        label="A rate for each how many?"
        hint="1000 for crimes for each 1,000 people."
        width={5}
      />
      <Radios
        field={form.controlChart}
        legend="Which control chart are its months drawn on?"
        items={CHART_ITEMS}
        small
      />
      <Radios
        field={form.beyondWhole}
        legend="If it is a percentage, may it be above 100%?"
        items={BEYOND_ITEMS}
        small
      />
      <Checkboxes
        field={form.traits}
        legend="What else holds of them?"
        items={[
          { value: 'seasonal', text: 'They have a season', hint: 'They are shown year on year too.' },
          { value: 'survey', text: 'They come from a survey', hint: 'With a number of answers and an interval.' },
        ]}
        small
      />
      <Textarea
        field={form.formula}
        label="Formula, if it is worked out from other measures"
        hint="Names in square brackets: share([charged], [recorded]) or per(1000, [crimes], [population])."
        rows={2}
      />
      <TextInput
        field={form.suppressBelow}
        label="Counts below which the public sees none"
        hint="Leave empty to follow the office’s own rule."
        width={5}
      />
    </>
  )
}
