import type { IsoDate } from '#kernel/dates.js'
import { dateField, type Field, idField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { DateInput, Hidden, TextInput } from '#ui/components.js'
import type { MilestoneDraft } from '../domain/action.js'

/** The places for milestones on one page: an action that needs more is two actions. */
export const ROWS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
type Row = (typeof ROWS)[number]

/** The questions about each milestone: its id, its title, its day. */
type MilestoneFields = Readonly<
  Record<`id${Row}` | `title${Row}`, Field<string>> & Record<`due${Row}`, Field<IsoDate | null>>
>
type MilestoneInput = Readonly<Record<`id${Row}` | `title${Row}`, string> & Record<`due${Row}`, IsoDate | null>>

/** All the questions, in page order. A row left empty is no milestone. */
export const milestoneFields = Object.fromEntries(
  ROWS.flatMap((row) => [
    [`id${row}`, idField({})],
    [`title${row}`, textField({ max: 120, name: `Milestone ${row}` })],
    [`due${row}`, dateField({ name: `Due date of milestone ${row}` })],
  ]),
) as MilestoneFields

/** The milestones that there are, in their rows. */
export function valuesOf(milestones: readonly MilestoneDraft[]): Partial<MilestoneInput> {
  return Object.fromEntries(
    milestones.slice(0, ROWS.length).flatMap(({ id, title, dueOn }, index) => [
      [`id${index + 1}`, id ?? ''],
      [`title${index + 1}`, title],
      [`due${index + 1}`, dueOn],
    ]),
  )
}

/** What is half filled, by its field. */
export function gapsIn(input: MilestoneInput): Partial<Record<keyof MilestoneInput, string>> {
  const gaps: Partial<Record<keyof MilestoneInput, string>> = {}
  for (const row of ROWS) {
    const [title, dueOn] = [input[`title${row}`], input[`due${row}`]]
    if (title === '' && dueOn !== null) gaps[`title${row}`] = `Enter what milestone ${row} is, or empty its date too`
    if (title !== '' && dueOn === null) gaps[`due${row}`] = `Enter when milestone ${row} is due`
  }
  return gaps
}

/** The milestones as typed. */
export function draftsIn(input: MilestoneInput): MilestoneDraft[] {
  return ROWS.flatMap((row) => {
    const [id, title, dueOn] = [input[`id${row}`], input[`title${row}`], input[`due${row}`]]
    return title !== '' && dueOn !== null ? [{ id: id === '' ? null : id, title, dueOn }] : []
  })
}

/** One milestone's questions. */
export function MilestoneRow(props: { form: FormView<keyof MilestoneFields>; row: Row; isNew: boolean }) {
  const { form, row, isNew } = props
  return (
    <>
      <Hidden name={`id${row}`} value={form[`id${row}`].value} />
      <TextInput field={form[`title${row}`]} label={isNew ? `Milestone ${row}, if you need it` : `Milestone ${row}`} />
      <DateInput field={form[`due${row}`]} legend={`Milestone ${row} is due on`} />
    </>
  )
}
