import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { FieldState } from '#platform/web/form.js'
import { Checkboxes, Radios } from './choices.js'
import { DateInput } from './date-input.js'
import { Fieldset } from './field-parts.js'
import { Button, type ButtonKind, ErrorSummary, LinkButton } from './form.js'
import { Details } from './navigation.js'
import { type InputWidth, Select, Textarea, TextInput } from './text-fields.js'

type Words = { text: string; isPageHeading?: boolean; classes?: string }
type Item = { value?: string | number; text: string; hint?: { text: string }; checked?: boolean; selected?: boolean }
type Part = { error?: boolean; value?: string | number }
type Options = {
  id?: string
  idPrefix?: string
  name?: string
  value?: string | number
  values?: string[] & Record<string, string | number>
  text?: string
  href?: string
  classes?: string
  label?: Words
  hint?: Words
  errorMessage?: Words
  fieldset?: { legend: Words }
  items?: Item[]
  errorList?: { href?: string; text: string }[]
  legend?: Words
  rows?: number
  role?: 'group'
  describedBy?: string
  summaryText?: string
  titleText?: string
  spellcheck?: boolean
  inputmode?: 'decimal'
  preventDoubleClick?: boolean
  prefix?: Words
  suffix?: Words
  day?: Part
  month?: Part
  year?: Part
}
type Fixture = { name: string; options: Options; html: string }

/** What govuk-frontend itself ships for one component, left to those fixtures whose options we offer at all. */
function fixtures(component: string, offered: readonly string[]): Fixture[] {
  const at = new URL(
    `../../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    import.meta.url,
  )
  const all: Fixture[] = JSON.parse(readFileSync(fileURLToPath(at), 'utf8')).fixtures
  return all
    .filter(({ options }) => paths(options).every((path) => offered.includes(path)))
    .filter(({ options }) => isOurWay(component, options))
}

/** Every option used, as dotted paths without the numbers of lists. */
function paths(value: unknown, under = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, under))
  if (value === null || value === false) return [`${under}=${value}`]
  if (typeof value !== 'object') return isOurClass(under, String(value)) ? [] : [under]
  return Object.entries(value).flatMap(([key, inner]) => paths(inner, under ? `${under}.${key}` : key))
}

/** Classes that stand for a choice of ours (a width, a kind of button) are no option of their own. */
function isOurClass(path: string, names: string): boolean {
  const ours = /^govuk-(input--width-\d+|radios--inline|(radios|checkboxes)--small|button--(secondary|warning))$/
  if (path === 'classes') return names.split(' ').every((name) => ours.test(name))
  return /(^|[.])(label|legend)[.]classes$/.test(path) && /^govuk-(label|fieldset__legend)--l$/.test(names)
}

/** What we always give: groups have a legend, list items a value, a heading its size, the summary its one title. */
function isOurWay(component: string, options: Options): boolean {
  const { fieldset, items, label, legend, titleText, errorMessage, day, month, year } = options
  const words = label ?? legend ?? fieldset?.legend
  if (words && (words.isPageHeading === true) !== (words.classes !== undefined)) return false
  if (['radios', 'checkboxes', 'date-input'].includes(component) && !fieldset) return false
  if (errorMessage === undefined && (day ?? month ?? year)?.error) return false
  if (component === 'select' && !items?.every((item) => item.value !== undefined)) return false
  return titleText === undefined || titleText === 'There is a problem'
}

/** One markup of one meaning: classes and attributes in order, white space closed up. */
function canonical(html: string): string {
  const $ = load(html, null, false)
  $('*').each((_, element) => {
    const attributes = Object.entries($(element).attr() ?? {})
    for (const [name] of attributes) $(element).removeAttr(name)
    for (const [name, value] of attributes.sort()) $(element).attr(name, name === 'class' ? inOrder(value) : value)
  })
  return $.html()
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]+>) ?/g, '$1')
}

function inOrder(classes: string): string {
  return classes.split(/\s+/).filter(Boolean).sort().join(' ')
}

function check(component: string, offered: readonly string[], atLeast: number, view: (o: Options) => VNode): void {
  const chosen = fixtures(component, offered)
  describe(`${component} has GOV.UK’s own markup`, () => {
    it(`for at least ${atLeast} of its shipped examples`, () => assert.ok(chosen.length >= atLeast, `${chosen.length}`))
    for (const { name, options, html } of chosen) {
      it(name, () => assert.equal(canonical(renderToString(view(options))), canonical(expected(component, html))))
    }
  })
}

/** Our date boxes are named as they are identified, so that two dates can stand on one page. */
function expected(component: string, html: string): string {
  return component === 'date-input' ? html.replace(/ id="([^"]+)" name="[^"]+"/g, ' id="$1" name="$1"') : html
}

function fieldOf(options: Options): FieldState {
  const { day, month, year } = options
  const part = (name: 'day' | 'month' | 'year') => String(options[name]?.value ?? options.values?.[name] ?? '')
  const wrongParts = (['day', 'month', 'year'] as const).filter((name) => options[name]?.error)
  return {
    id: options.idPrefix ?? options.id ?? options.name ?? '',
    name: options.name ?? options.id ?? '',
    value: String(options.value ?? options.items?.find((item) => item.checked ?? item.selected)?.value ?? ''),
    values: Array.isArray(options.values)
      ? options.values
      : (options.items?.filter((item) => item.checked).map((item) => String(item.value)) ?? []),
    error: options.errorMessage?.text,
    parts: { day: part('day'), month: part('month'), year: part('year') },
    wrongParts: day || month || year ? wrongParts : undefined,
  }
}

const choices = (items: readonly Item[] = []) =>
  items.map(({ value, text, hint }) => ({ value: String(value), text, hint: hint?.text }))
const questionOf = ({ label, fieldset, hint }: Options) => ({
  label: label?.text ?? '',
  legend: fieldset?.legend.text ?? '',
  hint: hint?.text,
  pageHeading: (label ?? fieldset?.legend)?.isPageHeading,
})
const kindOf = (options: Options) => options.classes?.replace('govuk-button--', '') as ButtonKind | undefined

const common = ['id', 'name', 'value', 'label.text', 'label.isPageHeading', 'hint.text', 'errorMessage.text']
const grouped = [
  'name',
  'value',
  'idPrefix',
  'fieldset.legend.text',
  'fieldset.legend.isPageHeading',
  'hint.text',
  'errorMessage.text',
  'items.value',
  'items.text',
  'items.hint.text',
  'items.checked',
  'values',
] // prettier-ignore

check('input', [...common, 'spellcheck', 'inputmode', 'prefix.text', 'suffix.text'], 20, (options) => (
  <TextInput
    {...questionOf(options)}
    field={fieldOf(options)}
    width={(Number(/width-(\d+)/.exec(options.classes ?? '')?.[1] ?? 0) as InputWidth) || undefined}
    spellcheck={options.spellcheck}
    inputmode={options.inputmode}
    prefix={options.prefix?.text}
    suffix={options.suffix?.text}
  />
))
check('textarea', [...common, 'rows'], 7, (options) => (
  <Textarea {...questionOf(options)} field={fieldOf(options)} rows={options.rows} />
))
check('select', [...common, 'items.value', 'items.text', 'items.selected'], 3, (options) => (
  <Select {...questionOf(options)} field={fieldOf(options)} items={choices(options.items)} />
))
check('radios', grouped, 7, (options) => (
  <Radios
    {...questionOf(options)}
    field={fieldOf(options)}
    items={choices(options.items)}
    inline={options.classes?.includes('inline')}
    small={options.classes?.includes('small')}
  />
))
check('checkboxes', grouped, 6, (options) => (
  <Checkboxes
    {...questionOf(options)}
    field={fieldOf(options)}
    items={choices(options.items)}
    small={options.classes?.includes('small')}
  />
))
const dates = [
  'id',
  'fieldset.legend.text',
  'hint.text',
  'errorMessage.text',
  'namePrefix',
  'values.day',
  'values.month',
  'values.year',
  'day.error',
  'month.error',
  'year.error',
  'year.value',
] // prettier-ignore
check('date-input', dates, 7, (options) => <DateInput {...questionOf(options)} field={fieldOf(options)} />)
check('button', ['text', 'name', 'value', 'href', 'preventDoubleClick'], 8, (options) =>
  options.href ? (
    <LinkButton href={options.href}>{options.text}</LinkButton>
  ) : (
    <Button
      kind={kindOf(options)}
      name={options.name}
      value={options.value === undefined ? undefined : String(options.value)}
      preventDoubleClick={options.preventDoubleClick}
    >
      {options.text}
    </Button>
  ),
)
check('fieldset', ['legend.text', 'legend.isPageHeading', 'role', 'describedBy'], 4, (options) => (
  <Fieldset
    legend={options.legend?.text ?? ''}
    pageHeading={options.legend?.isPageHeading}
    role={options.role}
    describedBy={options.describedBy}
  >
    {null}
  </Fieldset>
))
check('error-summary', ['titleText', 'errorList.text', 'errorList.href'], 4, (options) => (
  <ErrorSummary errors={(options.errorList ?? []).map(({ href = '', text }) => ({ href, text }))} />
))
check('details', ['summaryText', 'text'], 2, (options) => (
  <Details summary={options.summaryText ?? ''}>{options.text}</Details>
))
