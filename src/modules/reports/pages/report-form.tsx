import { publishedPlans } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import { dateField, idField, textField } from '#platform/web/fields.js'
import type { FormView } from '#platform/web/form.js'
import { DateInput, Select, TextInput } from '#ui/components.js'
import type { ReportDraft } from '../domain/report.js'

/** The questions about a report, for a new one and for one that is changed. */
export const reportQuestions = {
  theme: idField({ missing: 'Select a theme or a plan' }),
  title: textField({ missing: 'Enter a title', max: 150, name: 'Title' }),
  addressedTo: textField({ missing: 'Enter who the report is for', max: 150, name: 'Who it is for' }),
  periodFrom: dateField({ missing: 'Enter the first day of the period', name: 'First day' }),
  periodUntil: dateField({ missing: 'Enter the last day of the period', name: 'Last day' }),
  meetingOn: dateField({ missing: 'Enter the day of the meeting', name: 'Meeting' }),
}

/** A theme that a report can be about, as the list of choices shows it. */
export type ThemeChoice = { readonly value: string; readonly text: string }

/** Every published plan and each of its themes: "Crime prevention (Police and crime plan 2021 to 2025)". */
export async function themeChoices(db: Db): Promise<ThemeChoice[]> {
  const plans = await publishedPlans(db)
  return plans.flatMap(({ planId, content }) => [
    { value: `${planId}/`, text: `The whole plan (${content.plan.title})` },
    ...content.nodes
      .filter((node) => node.parentId === null)
      .map((node) => ({ value: `${planId}/${node.id}`, text: `${node.title} (${content.plan.title})` })),
  ])
}

/** Plan and theme of a choice, which names both. */
export function themeOf(choice: string): Pick<ReportDraft, 'planId' | 'themeId'> {
  const [planId = '', themeId = ''] = choice.split('/')
  return { planId, themeId }
}

/** The same questions as inputs. */
export function ReportFields({
  form,
  themes,
}: {
  form: FormView<keyof typeof reportQuestions>
  themes: readonly ThemeChoice[]
}) {
  return (
    <>
      <Select
        field={form.theme}
        label="What is it about?"
        items={[{ value: '', text: 'Select a theme or a plan' }, ...themes]}
      />
      <TextInput field={form.title} label="Title" />
      <TextInput field={form.addressedTo} label="Who is it for?" hint="The panel, board or committee" />
      <DateInput field={form.periodFrom} legend="First day of the period" hint="For example, 1 10 2024" />
      <DateInput field={form.periodUntil} legend="Last day of the period" hint="For example, 31 3 2025" />
      <DateInput field={form.meetingOn} legend="Day of the meeting" hint="For example, 11 6 2025" />
    </>
  )
}
