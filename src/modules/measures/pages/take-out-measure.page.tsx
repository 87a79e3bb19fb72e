import { page, redirectTo } from '#platform/web/page.js'
import { Button, ButtonGroup, Form, Heading, Lede } from '#ui/components.js'
import { frameMeasure } from '../actions/save-framework.js'
import { framedMeasure } from './framed-measure.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'

export const takeOutMeasurePage = page('/staff/frameworks/:slug/measures/:measureId/take-out', {
  permission: 'measures:edit',
  load: async ({ deps, params }) => framedMeasure(deps.db, params),
  form: {},
  submit: async ({ deps, actor, params: { slug, measureId } }) => {
    await frameMeasure(deps, actor, { framework: slug, measureId, label: null })
    return redirectTo(`/staff/frameworks/${slug}`, 'Taken out')
  },
  title: ({ measure, framework }) => `Take out ${measure.title}: ${framework.name}`,
  view: ({ framework, measure, label }, form) => (
    <Form of={form}>
      <FrameworkCrumbs framework={framework} />
      <Heading>Take {label} out of this framework?</Heading>
      <Lede>The measure {measure.title} and its figures stay. Only its place in the framework goes.</Lede>
      <ButtonGroup>
        <Button kind="warning" preventDoubleClick>
          Take out
        </Button>
        <a href={`/staff/frameworks/${framework.slug}`}>Leave it in</a>
      </ButtonGroup>
    </Form>
  ),
})
