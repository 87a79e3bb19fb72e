import { h } from 'preact'
import type { FieldState } from '#platform/web/form.js'
import { describedBy, FieldFrame, fieldClass, type Question } from './field-parts.js'

/** How wide a box is, in characters of its longest likely answer. */
export type InputWidth = 2 | 3 | 4 | 5 | 10 | 20 | 30

/** What a browser may fill in by itself. */
type Autocomplete =
  | 'one-time-code'
  | 'username'
  | 'current-password'
  | 'new-password'
  | 'email'
  | 'name'
  | 'organization'
  | 'off'

type TextInputProps = Question & {
  readonly field: FieldState
  readonly label: string
  readonly width?: InputWidth
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'url'
  readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'search' | 'url'
  readonly autocomplete?: Autocomplete
  readonly spellcheck?: boolean
  readonly prefix?: string
  readonly suffix?: string
}

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { field, label, hint, pageHeading, prefix, suffix } = props
  const input = <InputBox {...props} />
  return (
    <FieldFrame {...{ field, label, hint, pageHeading }}>
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          <Affix kind="prefix" text={prefix} />
          {input}
          <Affix kind="suffix" text={suffix} />
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  )
}

function InputBox({ field, hint, width, type, inputmode, autocomplete, spellcheck }: TextInputProps) {
  const { id, name, value, error } = field
  const attributes = {
    class: fieldClass('govuk-input', error, width && `govuk-input--width-${width}`),
    id,
    name,
    spellcheck,
    'aria-describedby': describedBy(id, { hint, error }),
    autocomplete,
    inputmode,
  }
  if (type === 'password') return <input {...attributes} type="password" />
  return h('input', { ...attributes, type: type ?? 'text', value: value || undefined })
}

function Affix({ kind, text }: { kind: 'prefix' | 'suffix'; text: string | undefined }) {
  if (!text) return null
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {text}
    </div>
  )
}

type TextareaProps = Question & {
  readonly field: FieldState
  readonly label: string
  readonly rows?: number
  /** Words typed here and not yet saved stay in this browser, under this name and version. */
  readonly keepAs?: { readonly name: string; readonly version: string }
  /** The address that shows what the words would look like: a script asks it while they are typed. */
  readonly previewAt?: string
}

/** Several lines of text. */
export function Textarea({ field, label, hint, pageHeading, rows = 5, keepAs, previewAt }: TextareaProps) {
  const { id, name, error, value } = field
  return (
    <FieldFrame {...{ field, label, hint, pageHeading }}>
      <textarea
        class={fieldClass('govuk-textarea', error)}
        id={id}
        name={name}
        rows={rows}
        data-keep-as={keepAs?.name}
        data-version={keepAs?.version}
        data-preview-at={previewAt}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {keepFirstLineBreak(value)}
      </textarea>
    </FieldFrame>
  )
}

/** A browser swallows the first line break of a text area, so one that was typed is written twice. */
function keepFirstLineBreak(value: string): string {
  return /^\r?\n/.test(value) ? `\n${value}` : value
}

type FileInputProps = Question & { readonly field: FieldState; readonly label: string; readonly accept?: string }

/** A file from the person's own machine. A browser never shows again which one it was. */
export function FileInput({ field, label, hint, pageHeading, accept }: FileInputProps) {
  const { id, name, error } = field
  return (
    <FieldFrame {...{ field, label, hint, pageHeading }}>
      <input
        class={fieldClass('govuk-file-upload', error)}
        id={id}
        name={name}
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, { hint, error })}
      />
    </FieldFrame>
  )
}

/** One answer of a list. */
export type SelectItem = { readonly value: string; readonly text: string }
type SelectProps = Question & {
  readonly field: FieldState
  readonly label: string
  readonly items: readonly SelectItem[]
}

/** One answer from a long list; for a short one, radios are easier to use. */
export function Select({ field, label, hint, pageHeading, items }: SelectProps) {
  const { id, name, error, value } = field
  return (
    <FieldFrame {...{ field, label, hint, pageHeading }}>
      <select
        class={fieldClass('govuk-select', error)}
        id={id}
        name={name}
        aria-describedby={describedBy(id, { hint, error })}
      >
        {items.map((item) => (
          <option key={item.value} value={item.value} selected={item.value === value}>
            {item.text}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
