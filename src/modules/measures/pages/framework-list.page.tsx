import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { frameworks } from '../actions/labels-of.js'
import { FRAMEWORK_KIND_WORDS } from './framework-words.js'

export const frameworkListPage = page('/staff/frameworks', {
  permission: 'measures:read',
  load: async ({ deps, actor }) => ({ framed: await frameworks(deps.db), mayEdit: may(actor, 'measures:edit') }),
  title: () => 'Frameworks',
  view: ({ framed, mayEdit }) => (
    <>
      <Heading>Frameworks</Heading>
      <Lede>Sets of measures that somebody asks for by their own names. One measure can stand in several.</Lede>
      {framed.length === 0 ? (
        <EmptyState title="No framework has been entered yet" />
      ) : (
        <Table
          stacks
          caption="Frameworks"
          captionHidden
          columns={[{ label: 'Framework', width: 'half' }, { label: 'Kind' }, { label: 'Measures', align: 'number' }]}
          rows={framed.map(({ framework, measures }) => [
            <a key="name" href={`/staff/frameworks/${framework.slug}`}>
              {framework.name}
            </a>,
            FRAMEWORK_KIND_WORDS[framework.kind],
            String(measures.length),
          ])}
        />
      )}
      {mayEdit ? <LinkButton href="/staff/frameworks/new">Enter a framework</LinkButton> : null}
    </>
  ),
})
