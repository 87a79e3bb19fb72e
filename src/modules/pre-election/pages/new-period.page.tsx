import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, TextInput } from '#ui/components.js'
import { addPeriod } from '../actions/set-period.js'

const LIST = '/staff/pre-election'

export const newPeriodPage = page('/staff/pre-election/new', {
  permission: 'pre-election:manage',
  load: async () => ({}),
  form: {
    election: textField({ missing: 'Enter which election it is', max: 160, name: 'Election' }),
    from: dateField({ missing: 'Enter the first day', name: 'First day' }),
    until: dateField({ missing: 'Enter the last day', name: 'Last day' }),
    decidedBy: textField({ missing: 'Enter who decided it', max: 200, name: 'Decided by' }),
  },
  submit: async ({ deps, actor, input }) => {
    const result = await addPeriod(deps, actor, input)
    if (result.ok) return redirectTo(LIST, 'Period set')
    return fieldError('until', WORDS[result.error.code])
  },
  title: () => 'Set a period before an election',
  view: (_data, form) => (
    <>
      <Crumbs items={[{ label: 'Before an election', href: LIST }]} />
      <Form of={form}>
        <Heading>Set a period before an election</Heading>
        <TextInput
          field={form.election}
          label="Election"
          hint="As it stands after “before”: the election of the Police and Crime Commissioner on 4 May 2028"
        />
        <DateInput field={form.from} legend="First day" hint="As a rule the day of the notice of election" />
        <DateInput field={form.until} legend="Last day" hint="As a rule the day of the poll" />
        <TextInput
          field={form.decidedBy}
          label="Decided by"
          hint="Who decided it, and where it is written: the Monitoring Officer, note of 1 March 2028"
        />
        <Button preventDoubleClick>Set period</Button>
      </Form>
    </>
  ),
})

const WORDS = {
  'ends-before-it-begins': 'The last day must be the first day or later',
  'too-long': 'The last day is more than 120 days after the first: check the years',
} as const
