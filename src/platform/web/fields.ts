import { z } from 'zod'
import { dateFromParts, type IsoDate, partsOf } from '#kernel/dates.js'
import { type Pence, parsePounds } from '#kernel/money.js'
import { monthNumber } from '#kernel/month-names.js'
import type { Typed } from './form.js'
import type { FormBody } from './route.js'

/** What reading one field gives: a value of the right type, or what to tell the person. */
type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string; readonly wrongParts?: readonly DatePart[] }

type DatePart = 'day' | 'month' | 'year'

/** One question of a form: how its answer is read from what was sent, checked, and shown again. */
export type Field<T> = {
  readonly read: (body: FormBody, name: string) => Typed
  readonly parse: (typed: Typed) => Parsed<T>
  readonly show: (value: T) => Typed
  /** The id of the first input that is wrong, for the error summary. */
  readonly idOf: (name: string, wrongParts?: readonly DatePart[]) => string
}

/** A question of any kind: what a form as a whole is made of. */
export type AnyField = Omit<Field<never>, 'parse'> & { readonly parse: (typed: Typed) => Parsed<unknown> }

const BLANK: Typed = { value: '', values: [] }
const same = (name: string) => name

/** Any text, however bad, as the plain text a person meant: NFC, one kind of line end. */
function plainText(body: FormBody, name: string): string {
  const sent = body[name]
  const text = typeof sent === 'string' ? sent : (sent?.[0] ?? '')
  return text.replaceAll('\r\n', '\n').normalize('NFC')
}

const readOne = (body: FormBody, name: string): Typed => ({ value: plainText(body, name), values: [] })

function fieldOf<T>(schema: z.ZodType<T, string>, show: (value: T) => string): Field<T> {
  return {
    read: readOne,
    parse: ({ value }) => outcomeOf(schema.safeParse(value) as z.ZodSafeParseResult<T>),
    show: (value) => ({ value: show(value), values: [] }),
    idOf: same,
  }
}

function outcomeOf<T>(result: z.ZodSafeParseResult<T>): Parsed<T> {
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, message: result.error.issues[0]?.message ?? 'Check this answer' }
}

/** Control characters but tab and line end, halves of characters, and what stands for a character that was lost. */
const UNREADABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffd\ufffe\uffff]/u

type TextOptions = { readonly missing?: string; readonly max: number; readonly name: string }

/** Text that must be given if `missing` says what to ask for; else it may be left empty. `max` in characters. */
export function textField({ missing, max, name }: TextOptions): Field<string> {
  const text = z
    .string()
    .trim()
    .max(max, `${name} must be ${max.toLocaleString('en-GB')} characters or fewer`)
    .refine(
      (value) => !UNREADABLE.test(value),
      `${name} has characters that cannot be read: delete them and type them again`,
    )
  return fieldOf(missing ? text.min(1, missing) : text, (value) => value)
}

/** A whole number from nought to 9,999,999 that may be left out; thousands commas are passed over. */
export function wholeField({ name, like }: { name: string; like: string }): Field<number | null> {
  const schema = z
    .string()
    .trim()
    .regex(/^(\d{1,7}|\d{1,3}(,\d{3}){1,2}|)$/, `${name} must be a whole number, like ${like}`)
    .transform((value) => (value === '' ? null : Number(value.replaceAll(',', ''))))
  return fieldOf(schema, (value) => (value === null ? '' : String(value)))
}

/** An amount in pounds, kept as whole pence. */
export function poundsField({ missing, name }: { missing: string; name: string }): Field<Pence> {
  const schema = z
    .string()
    .trim()
    .min(1, missing)
    .transform((value, context) => {
      const amount = parsePounds(value)
      if (amount.ok) return amount.value
      context.addIssue({ code: 'custom', message: `${name} must be in pounds, like 1500 or 1500.50` })
      return z.NEVER
    })
  return fieldOf(schema, (value) => (value / 100).toFixed(2))
}

/** A web address, or null when left empty. Only http and https: a link must never run anything. */
export function linkField({ name }: { name: string }): Field<string | null> {
  const isAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value) && !UNREADABLE.test(value)
  const isLink = (value: string) => value === '' || isAddress(value)
  const schema = z
    .string()
    .trim()
    .max(2000, `${name} must be 2,000 characters or fewer`)
    .refine(isLink, `${name} must be a full web address, like https://www.example.org/report`)
    .transform((value) => value || null)
  return fieldOf(schema, (value) => value ?? '')
}

/** One of a list. `choices` are the values that may be sent; anything else is refused. */
export function choiceField<const T extends string>(choices: readonly T[], { missing }: { missing: string }): Field<T> {
  const schema = z.string().transform((value, context) => {
    const choice = choices.find((each) => each === value)
    if (choice !== undefined) return choice
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })
  return fieldOf(schema as z.ZodType<T, string>, (value) => value)
}

/** One of a list that only the register knows: any id or nothing; the action checks that it is real. */
export function idField({ missing }: { missing?: string }): Field<string> {
  return textField({ ...(missing && { missing }), max: 100, name: 'The choice' })
}

/** Any number of ticked boxes. Without `choices` the boxes are ids, and the action checks that they are real. */
export function manyField(choices?: readonly string[]): Field<readonly string[]> {
  const isOffered = (value: string) => (choices ? choices.includes(value) : !UNREADABLE.test(value))
  return {
    read: (body, name) => {
      const sent = body[name]
      const values = (typeof sent === 'string' ? [sent] : (sent ?? [])).slice(0, 500)
      return { value: '', values: values.map((value) => value.slice(0, 200)) }
    },
    parse: ({ values }) =>
      values.every(isOffered) ? { ok: true, value: values } : { ok: false, message: 'Tick only what is offered' },
    show: (values) => ({ value: '', values }),
    idOf: same,
  }
}

/** A file that the form may send. Its bytes come beside the answers, under the name of the question. */
export function fileField(): Field<null> {
  const nothing = () => BLANK
  return { read: nothing, parse: () => ({ ok: true, value: null }), show: nothing, idOf: same }
}

/** The row's version, sent with every edit so that nobody overwrites what they have not seen. */
export function versionField(): Field<number> {
  const schema = z
    .string()
    .regex(/^\d{1,9}$/, 'Reload the page and try again: the form did not say which version it changes')
    .transform(Number)
  return fieldOf(schema, String)
}

type DateOptions = { readonly missing?: string; readonly name: string }

/** A date in three boxes. Optional when `missing` is not given: then empty boxes are null. */
export function dateField(options: { missing: string; name: string }): Field<IsoDate>
export function dateField(options: { name: string }): Field<IsoDate | null>
export function dateField({ missing, name }: DateOptions): Field<IsoDate> | Field<IsoDate | null> {
  return {
    read: (body, field) => ({
      ...BLANK,
      parts: {
        day: plainText(body, `${field}-day`),
        month: plainText(body, `${field}-month`),
        year: plainText(body, `${field}-year`),
      },
    }),
    parse: ({ parts }) => parseDate(parts ?? { day: '', month: '', year: '' }, missing, name),
    show: (value: IsoDate | null) => ({ ...BLANK, parts: value ? partTexts(value) : { day: '', month: '', year: '' } }),
    idOf: (field, wrongParts) => `${field}-${wrongParts?.[0] ?? 'day'}`,
  } as Field<IsoDate | null>
}

function parseDate(
  parts: { day: string; month: string; year: string },
  missing: string | undefined,
  name: string,
): Parsed<IsoDate | null> {
  const names = ['day', 'month', 'year'] as const
  const empty = names.filter((part) => parts[part].trim() === '')
  if (empty.length === 3)
    return missing ? { ok: false, message: missing, wrongParts: names } : { ok: true, value: null }
  if (empty.length > 0) {
    return { ok: false, message: `${name} must include a ${empty.join(' and ')}`, wrongParts: empty }
  }
  const date = dateFromParts(wholeNumber(parts.year), monthTyped(parts.month), wholeNumber(parts.day))
  return date.ok ? date : { ok: false, message: `${name} must be a real date`, wrongParts: names }
}

function wholeNumber(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
}

/** People type "4", "04", "April" and "apr". */
function monthTyped(text: string): number {
  return monthNumber(text.trim()) || wholeNumber(text)
}

function partTexts(date: IsoDate) {
  const { year, month, day } = partsOf(date)
  return { day: String(day), month: String(month), year: String(year) }
}
