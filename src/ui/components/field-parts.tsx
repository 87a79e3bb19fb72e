import type { ComponentChildren } from 'preact'
import type { FieldState } from '#platform/web/form.js'

/** What every question has: its words, help, and whether the question is also the page's heading. */
export type Question = { readonly hint?: string; readonly pageHeading?: boolean }

/** The ids of a question's hint and error, in the order in which they are read out. */
export function describedBy(id: string, parts: { hint?: string; error?: string }): string | undefined {
  const ids = [parts.hint && `${id}-hint`, parts.error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** The words above a field; as the page's only question they are also its first heading. */
export function Label(props: { for: string; text: string; class?: string; pageHeading?: boolean }) {
  const size = props.pageHeading ? 'govuk-label--l' : props.class
  const label = (
    <label class={size ? `govuk-label ${size}` : 'govuk-label'} for={props.for}>
      {props.text}
    </label>
  )
  return props.pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}

/** Help under a question. */
export function Hint(props: { id: string; text: string | undefined; class?: string }) {
  if (!props.text) return null
  return (
    <div id={props.id} class={props.class ? `govuk-hint ${props.class}` : 'govuk-hint'}>
      {props.text}
    </div>
  )
}

/** What is wrong with an answer, beside the field. */
export function ErrorMessage(props: { id: string; text: string | undefined }) {
  if (!props.text) return null
  return (
    <p id={props.id} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {props.text}
    </p>
  )
}

/** The box round one question, marked when its answer is wrong. */
export function FormGroup(props: { error: string | undefined; children: ComponentChildren }) {
  return (
    <div class={props.error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>{props.children}</div>
  )
}

type FieldFrameProps = Question & {
  readonly field: FieldState
  readonly label: string
  readonly children: ComponentChildren
}

/** What stands round a field of one box: its words, its help, and what is wrong with the answer. */
export function FieldFrame({ field, label, hint, pageHeading, children }: FieldFrameProps) {
  return (
    <FormGroup error={field.error}>
      <Label for={field.id} text={label} pageHeading={pageHeading} />
      <Hint id={`${field.id}-hint`} text={hint} />
      <ErrorMessage id={`${field.id}-error`} text={field.error} />
      {children}
    </FormGroup>
  )
}

/** The classes of a field, with its error class when the answer is wrong. */
export function fieldClass(base: string, error: string | undefined, extra?: string): string {
  return [base, extra, error && `${base}--error`].filter(Boolean).join(' ')
}

type FieldsetProps = {
  readonly legend: string
  readonly pageHeading?: boolean
  readonly role?: 'group'
  readonly describedBy?: string
  readonly children: ComponentChildren
}

/** Several inputs that answer one question. */
export function Fieldset({ legend, pageHeading, role, describedBy: ids, children }: FieldsetProps) {
  const size = pageHeading ? 'govuk-fieldset__legend govuk-fieldset__legend--l' : 'govuk-fieldset__legend'
  return (
    <fieldset class="govuk-fieldset" role={role} aria-describedby={ids}>
      <legend class={size}>{pageHeading ? <h1 class="govuk-fieldset__heading">{legend}</h1> : legend}</legend>
      {children}
    </fieldset>
  )
}
