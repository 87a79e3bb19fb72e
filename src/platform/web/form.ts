/** What a person typed into one field, exactly, so that nothing is lost when something is wrong. */
export type Typed = {
  /** The single text typed, or '' (text, select, radios). */
  readonly value: string
  /** Every box ticked, in page order (checkboxes). */
  readonly values: readonly string[]
  /** The three boxes of a date. */
  readonly parts?: { readonly day: string; readonly month: string; readonly year: string }
}

/** One field as a view shows it. `id` is what the error summary links to. */
export type FieldState = Typed & {
  readonly name: string
  readonly id: string
  readonly error?: string
  /** Which boxes of a date are wrong. */
  readonly wrongParts?: readonly ('day' | 'month' | 'year')[]
}

/** One line of the error summary. `href` is '#' and the id of the first wrong input. */
export type FormError = { readonly href: string; readonly text: string }

/** What every form carries besides its fields. */
export type FormMeta = {
  /** Where the form posts to: the page's own address. */
  readonly action: string
  readonly csrfToken: string
  readonly errors: readonly FormError[]
}

/** A form as a view receives it: one FieldState per field, and `$form` for the whole. */
export type FormView<Name extends string = string> = { readonly [K in Name]: FieldState } & {
  readonly $form: FormMeta
}
