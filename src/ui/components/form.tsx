import type { ComponentChildren } from 'preact'
import type { FormError, FormMeta } from '#platform/web/form.js'

type FormProps = {
  readonly of: { readonly $form: FormMeta }
  readonly children: ComponentChildren
  readonly summary?: boolean
  /** Whether it may send a file. */
  readonly hasFile?: boolean
}

/**
 * A form that posts to its own page. Prints the error summary above itself, so make it the first thing of a view,
 * with the heading inside.
 */
export function Form(props: FormProps) {
  const { action, csrfToken, errors } = props.of.$form
  return (
    <>
      {props.summary === false ? null : <ErrorSummary errors={errors} />}
      <form method="post" action={action} enctype={props.hasFile ? 'multipart/form-data' : undefined} novalidate>
        <Hidden name="_csrf" value={csrfToken} />
        {props.children}
      </form>
    </>
  )
}

/** A few choices in a row that narrow what stands under them: it only asks, so its answers stand in the address. */
export function Filter(props: { action: string; label: string; children: ComponentChildren }) {
  return (
    <form class="filter" method="get" action={props.action} aria-label={props.label}>
      {props.children}
    </form>
  )
}

/** An answer that the form carries but does not ask for. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />
}

/** What is wrong, first on the page, with a link to each answer. Nothing when nothing is wrong. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  if (errors.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">There is a problem</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ href, text }) => (
              <li key={href + text}>{href === '' ? text : <a href={href}>{text}</a>}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}

/** The main thing to do, another thing to do, or something that cannot be undone. */
export type ButtonKind = 'primary' | 'secondary' | 'warning'

type ButtonProps = {
  readonly kind?: ButtonKind
  readonly name?: string
  readonly value?: string
  readonly preventDoubleClick?: boolean
  /** Sends the form to another address than its own. */
  readonly to?: string
  readonly children: ComponentChildren
}

/** Sends the form. */
export function Button({ kind = 'primary', name, value, preventDoubleClick, to, children }: ButtonProps) {
  return (
    <button
      type="submit"
      class={buttonClass(kind)}
      name={name}
      value={value}
      formaction={to}
      data-module="govuk-button"
      data-prevent-double-click={preventDoubleClick ? 'true' : undefined}
    >
      {children}
    </button>
  )
}

/** Goes to another page and looks like a button: for the next step only. */
export function LinkButton(props: { href: string; kind?: ButtonKind; children: ComponentChildren }) {
  return (
    <a
      href={props.href}
      role="button"
      draggable={false}
      class={buttonClass(props.kind ?? 'primary')}
      data-module="govuk-button"
    >
      {props.children}
    </a>
  )
}

/** Buttons side by side, wrapping where they must. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>
}

function buttonClass(kind: ButtonKind): string {
  return kind === 'primary' ? 'govuk-button' : `govuk-button govuk-button--${kind}`
}
