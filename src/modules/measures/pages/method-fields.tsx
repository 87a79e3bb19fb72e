import type { FormulaProblem } from '#modules/formulas/index.js'
import { choiceField, manyField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import type { InputOf } from '#platform/web/page.js'
import { Checkboxes, Heading, Radios, Textarea, TextInput } from '#ui/components.js'
import type { MeasureDraft } from '../domain/measure.js'
import { type MeasureMethod, POOLINGS } from '../domain/measure-method.js'

const POOLING_ANSWERS = ['usual', ...POOLINGS] as const

/** The questions of how figures are worked out. All may stay as they are. */
export const methodFields = {
  formula: textField({ max: 2000, name: 'Formula' }),
  pooling: choiceField(POOLING_ANSWERS, { missing: 'Select how longer periods are made' }),
  per: textField({ max: 9, name: 'Base of the rate' }),
  traits: manyField(['seasonal', 'survey']),
  suppressBelow: textField({ max: 4, name: 'Smallest count shown' }),
}

type Fields = typeof methodFields

/** What the answers say of the method; what is left to what is usual is left out. */
export function methodFrom({ formula, pooling, per, traits, suppressBelow }: InputOf<Fields>): Partial<MeasureMethod> {
  const [base, smallest] = [wholeNumber(per), wholeNumber(suppressBelow)]
  return {
    formula: formula.trim() === '' ? null : formula.trim(),
    isSeasonal: traits.includes('seasonal'),
    isSurvey: traits.includes('survey'),
    suppressBelow: smallest ?? null,
    ...(pooling === 'usual' ? USUAL : { pooling }),
    ...(base !== undefined && base > 0 && { per: base }),
  }
}

/** Said outright, so that an edit does not keep another way that stood before. */
const USUAL = { pooling: undefined }

function wholeNumber(text: string): number | undefined {
  const plain = text.replaceAll(',', '').trim()
  return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined
}

/** What the form shows first. */
export function methodValues(draft: MeasureDraft): Partial<InputOf<Fields>> {
  const { formula, pooling, per, isSeasonal, isSurvey, suppressBelow } = draft
  return {
    formula: formula ?? '',
    pooling: pooling ?? 'usual',
    per: per === undefined ? '' : String(per),
    traits: [...(isSeasonal ? ['seasonal'] : []), ...(isSurvey ? ['survey'] : [])],
    suppressBelow: suppressBelow == null ? '' : String(suppressBelow),
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

/** Why a way of pooling is refused. */
export const NO_SUCH_POOLING =
  'Figures of this kind cannot be made so: percentages and rates are not added up, and counts are not divided'

/** What is wrong with a formula, and where, in one sentence. */
export function formulaProblems(problems: readonly FormulaProblem[]): string {
  return problems.map(({ line, column, what, mend }) => `Line ${line}, column ${column}: ${what}. ${mend}`).join('. ')
}
