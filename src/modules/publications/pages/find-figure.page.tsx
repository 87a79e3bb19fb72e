import { page } from '#platform/web/page.js'
import { Button, Crumbs, EmptyState, Filter, Heading, LinkButton, TextInput } from '#ui/components.js'
import { type AffectedReport, affectedReports, figureNamed } from '../actions/affected-reports.js'
import type { FigureAsked } from '../domain/correction.js'
import { Affected, correctHref } from './affected.view.js'

export const findFigurePage = page('/staff/publications/correct', {
  permission: 'publications:correct',
  load: async ({ deps, query }) => {
    const typed = (query.figure ?? '').trim().slice(0, 200)
    const asked = typed === '' ? undefined : await figureNamed(deps, typed)
    return { typed, asked, affected: asked ? await affectedReports(deps, asked) : [] }
  },
  title: () => 'Correct a published figure',
  view: ({ typed, asked, affected }) => (
    <>
      <Crumbs items={[{ label: 'Since it was published', href: '/staff/publications' }]} />
      <Heading>Correct a published figure</Heading>
      <Filter action="/staff/publications/correct" label="Find a figure">
        <TextInput
          field={{ name: 'figure', id: 'figure', value: typed, values: [] }}
          label="Which figure?"
          hint="A measure and a period, like burglary.2025-03, or the code printed with the figure"
          width={30}
          spellcheck={false}
        />
        <Button kind="secondary">Find reports that used it</Button>
      </Filter>
      {typed === '' ? null : <Found asked={asked} affected={affected} />}
    </>
  ),
})

type Props = { readonly asked: FigureAsked | undefined; readonly affected: readonly AffectedReport[] }

function Found({ asked, affected }: Props) {
  if (affected.length === 0)
    return (
      <EmptyState title={asked ? 'No published report used this figure' : 'That names no figure'}>
        <p>The list of what was revised since leads to every figure that a report no longer has right.</p>
      </EmptyState>
    )
  const href = asked && correctHref(asked)
  return (
    <>
      <Affected affected={affected} />
      {href && affected.some(({ isWrong }) => isWrong) ? <LinkButton href={href}>Correct it</LinkButton> : null}
    </>
  )
}
