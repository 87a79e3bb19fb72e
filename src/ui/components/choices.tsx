import type { ComponentChildren } from 'preact'
import type { FieldState } from '#platform/web/form.js'
import { describedBy, ErrorMessage, Fieldset, FormGroup, Hint, Label, type Question } from './field-parts.js'

/** One answer that can be ticked. */
export type Choice = { readonly value: string; readonly text: string; readonly hint?: string }

type ChoicesProps = Question & {
  readonly field: FieldState
  readonly legend: string
  readonly items: readonly Choice[]
  readonly small?: boolean
}

/** One answer of a few. */
export function Radios(props: ChoicesProps & { readonly inline?: boolean }) {
  const { field, items } = props
  const classes = ['govuk-radios', props.inline && 'govuk-radios--inline', props.small && 'govuk-radios--small']
  return (
    <ChoiceGroup {...props}>
      <div class={classes.filter(Boolean).join(' ')} data-module="govuk-radios">
        {items.map((item, index) => (
          <ChoiceItem
            key={item.value}
            {...{ field, item, index }}
            kind="radios"
            type="radio"
            checked={item.value === field.value}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}

/** From so many plain answers on, they stand in two columns. */
const LONG = 12

/** Any number of answers. */
export function Checkboxes(props: ChoicesProps) {
  const { field, items } = props
  const isLong = items.length >= LONG && items.every(({ hint }) => !hint)
  const classes = ['govuk-checkboxes', props.small && 'govuk-checkboxes--small', isLong && 'checkboxes-columns']
  return (
    <ChoiceGroup {...props}>
      <div class={classes.filter(Boolean).join(' ')} data-module="govuk-checkboxes">
        {items.map((item, index) => (
          <ChoiceItem
            key={item.value}
            {...{ field, item, index }}
            kind="checkboxes"
            type="checkbox"
            checked={field.values.includes(item.value)}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}

function ChoiceGroup({ field, legend, hint, pageHeading, children }: ChoicesProps & { children: ComponentChildren }) {
  const { id, error } = field
  return (
    <FormGroup error={error}>
      <Fieldset legend={legend} pageHeading={pageHeading} describedBy={describedBy(id, { hint, error })}>
        <Hint id={`${id}-hint`} text={hint} />
        <ErrorMessage id={`${id}-error`} text={error} />
        {children}
      </Fieldset>
    </FormGroup>
  )
}

type ChoiceItemProps = {
  readonly field: FieldState
  readonly item: Choice
  readonly index: number
  readonly kind: 'radios' | 'checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly checked: boolean
}

/** The first box has the field's own id, so that the error summary can lead to it. */
function ChoiceItem({ field, item, index, kind, type, checked }: ChoiceItemProps) {
  const id = index === 0 ? field.id : `${field.id}-${index + 1}`
  const hintId = `${id}-item-hint`
  return (
    <div class={`govuk-${kind}__item`}>
      <input
        class={`govuk-${kind}__input`}
        id={id}
        name={field.name}
        type={type}
        value={item.value}
        checked={checked}
        aria-describedby={item.hint ? hintId : undefined}
      />
      <Label for={id} text={item.text} class={`govuk-${kind}__label`} />
      <Hint id={hintId} text={item.hint} class={`govuk-${kind}__hint`} />
    </div>
  )
}
