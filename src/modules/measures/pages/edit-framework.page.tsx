import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Hidden } from '#ui/components.js'
import { frameworkNamed } from '../actions/labels-of.js'
import { saveFramework } from '../actions/save-framework.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'
import { ENDS_TOO_SOON, FrameworkQuestions, frameworkFields } from './framework-form.js'

export const editFrameworkPage = page('/staff/frameworks/:slug/edit', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => found(await frameworkNamed(deps.db, params.slug)).framework,
  form: { ...frameworkFields, version: versionField() },
  values: ({ name, kind, source, sourceUrl, startsOn, endsOn, version }) => ({
    ...{ name, kind, source, sourceUrl, startsOn, endsOn, version },
  }),
  submit: async ({ deps, actor, params: { slug }, input }) => {
    const result = await saveFramework(deps, actor, { ...input, slug })
    if (!result.ok) return fieldError('endsOn', ENDS_TOO_SOON)
    return redirectTo(`/staff/frameworks/${slug}`, 'Framework saved')
  },
  title: ({ name }) => `Edit: ${name}`,
  view: (framework, form) => (
    <Form of={form}>
      <FrameworkCrumbs framework={framework} />
      <Heading>Edit this framework</Heading>
      <Hidden name="version" value={form.version.value} />
      <FrameworkQuestions form={form} />
      <ButtonGroup>
        <Button preventDoubleClick>Save framework</Button>
        <a href={`/staff/frameworks/${framework.slug}`}>Leave it as it was</a>
      </ButtonGroup>
    </Form>
  ),
})
