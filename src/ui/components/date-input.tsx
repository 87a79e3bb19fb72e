import type { FieldState } from '#platform/web/form.js'
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, Label, type Question } from './field-parts.js'

const parts = [
  { part: 'day', text: 'Day', width: 2 },
  { part: 'month', text: 'Month', width: 2 },
  { part: 'year', text: 'Year', width: 4 },
] as const

type DateInputProps = Question & { readonly field: FieldState; readonly legend: string }

/** A date in three boxes, named and identified `name-day`, `name-month`, `name-year`. */
export function DateInput({ field, legend, hint, pageHeading }: DateInputProps) {
  const { name, error } = field
  return (
    <FormGroup error={error}>
      <Fieldset legend={legend} pageHeading={pageHeading} role="group" describedBy={describedBy(name, { hint, error })}>
        <Hint id={`${name}-hint`} text={hint} />
        <ErrorMessage id={`${name}-error`} text={error} />
        <div class="govuk-date-input" id={name}>
          {parts.map(({ part, text, width }) => (
            <div key={part} class="govuk-date-input__item">
              <div class="govuk-form-group">
                <Label for={`${name}-${part}`} text={text} class="govuk-date-input__label" />
                <input
                  class={partClass(field, part, width)}
                  id={`${name}-${part}`}
                  name={`${name}-${part}`}
                  type="text"
                  value={field.parts?.[part] || undefined}
                  inputmode="numeric"
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </FormGroup>
  )
}

/** When it is not known which box is wrong, all are marked. */
function partClass(field: FieldState, part: 'day' | 'month' | 'year', width: number): string {
  const marked = field.wrongParts && field.wrongParts.length > 0 ? field.wrongParts.includes(part) : true
  const wrong = field.error && marked ? ' govuk-input--error' : ''
  return `govuk-input govuk-date-input__input${wrong} govuk-input--width-${width}`
}
