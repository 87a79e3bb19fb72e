import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Form, Heading, Lede } from '#ui/components.js'
import { refusedField } from '../actions/definition-refusal.js'
import { registerMeasure } from '../actions/register-measure.js'
import { descriptionFrom, MeasureFields, measureFields } from './measure-form.js'

export const newMeasurePage = page('/staff/measures/new', {
  permission: 'measures:edit',
  load: async () => null,
  form: measureFields,
  values: () => ({ pooling: 'usual' as const, controlChart: 'xmr' as const, beyondWhole: 'asked' as const }),
  submit: async ({ deps, actor, input }) => {
    const result = await registerMeasure(deps, actor, descriptionFrom(input))
    if (!result.ok) {
      const { field, words } = refusedField(result.error)
      return field === 'reason' ? fieldError('title', words) : fieldError(field, words)
    }
    return redirectTo(`/staff/measures/${result.value.id}`, 'Measure entered. The public does not see it yet')
  },
  title: () => 'Enter a measure',
  view: (_data, form) => (
    <Form of={form}>
      <Heading>Enter a measure</Heading>
      <Lede>What you do not know yet can wait. All of it must be filled before the public may read the measure.</Lede>
      <MeasureFields form={form} />
      <Button preventDoubleClick>Enter measure</Button>
    </Form>
  ),
})
