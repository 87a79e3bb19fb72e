import { idField, textField } from '#platform/web/fields.js'
import type { FieldState, FormView } from '#platform/web/form.js'
import { Details, Fieldset, Select, type SelectItem, Textarea, TextInput } from '#ui/components.js'
import type { Assignment, AssignmentRefusal } from '../domain/bodies.js'
import type { NodeBody } from '../domain/plan.js'
import { explainAssignment } from './words.js'

const part = () => textField({ max: 300, name: 'What this body does' })

/** The questions about one part of a plan. */
export const NODE_FIELDS = {
  title: textField({ missing: 'Enter a title', max: 300, name: 'The title' }),
  text: textField({ max: 5000, name: 'The text' }),
  lead: idField({}),
  ...{ support1: idField({}), part1: part(), support2: idField({}), part2: part() },
  ...{ support3: idField({}), part3: part(), support4: idField({}), part4: part() },
  ...{ support5: idField({}), part5: part(), support6: idField({}), part6: part() },
  ...{ support7: idField({}), part7: part(), support8: idField({}), part8: part() },
}

type Name = keyof typeof NODE_FIELDS
type Answers = Readonly<Record<Name, string>>

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** The bodies as answered; rows without a body are left out. */
export function assignmentFrom(input: Answers): Assignment {
  const rows = ROWS.map((row) => ({ organisationId: input[`support${row}`], part: input[`part${row}`] }))
  return { leadId: input.lead || null, supporting: rows.filter(({ organisationId }) => organisationId !== '') }
}

/** The bodies of a part as answers. */
export function answersFrom(bodies: readonly NodeBody[]): Partial<Record<Name, string>> {
  const lead = bodies.find((body) => body.role === 'lead')?.organisationId ?? ''
  const support = bodies.filter((body) => body.role === 'support')
  const rows = support.slice(0, ROWS.length).flatMap(({ organisationId, part: does }, index) => [
    [`support${index + 1}`, organisationId],
    [`part${index + 1}`, does],
  ])
  return { lead, ...Object.fromEntries(rows) }
}

/** A row that says what a body does but not which body. */
export function rowWithoutBody(input: Answers): Name | undefined {
  const row = ROWS.find((each) => input[`part${each}`] !== '' && input[`support${each}`] === '')
  return row && `support${row}`
}

/** Which question a refusal is about: the last one that names the body. */
export function refusedField(refusal: AssignmentRefusal, input: Answers): { field: Name; message: string } {
  const message = explainAssignment(refusal)
  if (refusal.code === 'too-many') return { field: 'support8', message }
  const row = ROWS.findLast((each) => input[`support${each}`] === refusal.organisationId)
  return { field: row ? `support${row}` : 'lead', message }
}

type QuestionsProps = { readonly form: FormView<Name>; readonly bodies: readonly SelectItem[] }

/** The questions about one part of a plan, as they stand in a form: two rows more than are filled. */
export function NodeQuestions({ form, bodies }: QuestionsProps) {
  const filled = ROWS.findLast((row) => isFilled(form[`support${row}`]) || isFilled(form[`part${row}`])) ?? 0
  return (
    <>
      <TextInput field={form.title} label="Title" />
      <Textarea
        field={form.text}
        label="Text (optional)"
        hint="An empty line begins a paragraph; a line that begins with a hyphen is an item of a list"
        rows={6}
      />
      <Select field={form.lead} label="Who leads?" items={[{ value: '', text: 'Nobody yet' }, ...bodies]} />
      <Fieldset legend="Who supports, and how?">
        {ROWS.slice(0, filled + 1).map((row) => (
          <SupportRow key={row} row={row} form={form} bodies={bodies} />
        ))}
        {filled + 1 < ROWS.length ? (
          <Details summary="More supporting bodies">
            {ROWS.slice(filled + 1).map((row) => (
              <SupportRow key={row} row={row} form={form} bodies={bodies} />
            ))}
          </Details>
        ) : null}
      </Fieldset>
    </>
  )
}

function SupportRow({ row, form, bodies }: QuestionsProps & { row: (typeof ROWS)[number] }) {
  const items = [{ value: '', text: 'None' }, ...bodies]
  return (
    <>
      <Select field={form[`support${row}`]} label={`Supporting body ${row}`} items={items} />
      <TextInput field={form[`part${row}`]} label={`What supporting body ${row} does`} />
    </>
  )
}

function isFilled(field: FieldState): boolean {
  return field.value !== '' || field.error !== undefined
}
