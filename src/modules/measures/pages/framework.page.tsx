import { may } from '#platform/actor.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, EmptyState, Eyebrow, Heading, LinkButton, Source, Table, VisuallyHidden } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { type FramedMeasures, frameworkNamed } from '../actions/labels-of.js'
import type { Framework } from '../domain/framework.js'
import { FrameworkCrumbs } from './framework-crumbs.view.js'
import { FRAMEWORK_KIND_WORDS } from './framework-words.js'

export const frameworkPage = page('/staff/frameworks/:slug', {
  permission: 'measures:read',
  load: async ({ deps, actor, params }) => ({
    ...found(await frameworkNamed(deps.db, params.slug)),
    mayEdit: may(actor, 'measures:edit'),
  }),
  title: ({ framework }) => framework.name,
  view: ({ framework, measures, mayEdit }) => {
    const address = `/staff/frameworks/${framework.slug}`
    return (
      <>
        <FrameworkCrumbs />
        <Eyebrow>{FRAMEWORK_KIND_WORDS[framework.kind]}</Eyebrow>
        <Heading>{framework.name}</Heading>
        <Source>
          {framework.sourceUrl ? <a href={framework.sourceUrl}>{framework.source}</a> : framework.source}.{' '}
          {heldWords(framework)}
        </Source>
        <Measures {...{ address, measures, mayEdit }} />
        {mayEdit ? (
          <ButtonGroup>
            <LinkButton href={`${address}/measures/new`}>Put in a measure</LinkButton>
            <LinkButton href={`${address}/edit`} kind="secondary">
              Edit
            </LinkButton>
          </ButtonGroup>
        ) : null}
        {measures.some(({ measure }) => measure.publishedAt !== null) ? (
          <p>
            <a href={`/measures?framework=${framework.slug}`}>See it as the public does</a>
          </p>
        ) : null}
      </>
    )
  },
})

function heldWords({ startsOn, endsOn }: Framework): string {
  if (startsOn && endsOn) return `In force from ${formatDate(startsOn)} to ${formatDate(endsOn)}.`
  if (startsOn) return `In force since ${formatDate(startsOn)}.`
  return endsOn ? `In force until ${formatDate(endsOn)}.` : ''
}

type MeasuresProps = Pick<FramedMeasures, 'measures'> & { readonly address: string; readonly mayEdit: boolean }

function Measures({ address, measures, mayEdit }: MeasuresProps) {
  if (measures.length === 0) return <EmptyState title="No measure stands in it yet" />
  return (
    <Table
      caption="Measures, in the framework’s own order"
      columns={[
        { label: 'Called here', width: 'third' },
        { label: 'Measure' },
        ...(mayEdit ? [{ label: 'Change', width: 'third' as const }] : []),
      ]}
      rows={measures.map(({ measure, label }) => [
        label,
        <a key="measure" href={`/staff/measures/${measure.id}`}>
          {measure.title}
        </a>,
        ...(mayEdit
          ? [
              <span key="change">
                <a href={`${address}/measures/${measure.id}`}>
                  Name and place<VisuallyHidden> of {label}</VisuallyHidden>
                </a>
                {', '}
                <a href={`${address}/measures/${measure.id}/take-out`}>
                  take out<VisuallyHidden> {label}</VisuallyHidden>
                </a>
              </span>,
            ]
          : []),
      ])}
    />
  )
}
