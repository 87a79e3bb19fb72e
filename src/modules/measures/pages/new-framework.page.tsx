import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Form, Heading } from '#ui/components.js'
import { saveFramework } from '../actions/save-framework.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'
import { ENDS_TOO_SOON, FrameworkQuestions, frameworkFields } from './framework-form.js'

export const newFrameworkPage = page('/staff/frameworks/new', {
  permission: 'measures:edit',
  load: async () => null,
  form: frameworkFields,
  values: () => ({ kind: 'other' as const }),
  submit: async ({ deps, actor, input }) => {
    const result = await saveFramework(deps, actor, input)
    if (!result.ok) return fieldError('endsOn', ENDS_TOO_SOON)
    return redirectTo(`/staff/frameworks/${result.value.slug}`, 'Framework entered')
  },
  title: () => 'Enter a framework',
  view: (_data, form) => (
    <Form of={form}>
      <FrameworkCrumbs />
      <Heading>Enter a framework</Heading>
      <FrameworkQuestions form={form} />
      <Button preventDoubleClick>Enter framework</Button>
    </Form>
  ),
})
