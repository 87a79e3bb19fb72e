import { ActionDetail, type ActionPicture } from '#modules/delivery/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, DataLinks, EmptyState, Heading, Lede } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import { type PlanPicture, planHref, planPictureOf, type ThemePicture, themeHref } from './picture.js'

export const themeActionsPage = page('/plans/:plan/themes/:theme/actions', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const picture = found(await planPictureOf(deps, params.plan))
    return { picture, theme: found(picture.themes.find(({ node }) => node.slug === params.theme)) }
  },
  title: ({ theme }) => `Actions: ${theme.node.title}`,
  view: ({ picture, theme }) => (
    <>
      <Crumbs
        items={[
          { label: picture.plan.content.plan.title, href: planHref(picture.plan) },
          { label: theme.node.title, href: themeHref(picture.plan, theme.node) },
        ]}
      />
      <Heading>Actions: {theme.node.title}</Heading>
      <Lede>
        {sentenceCount(theme.actions.length, 'action')}, with what was done, the evidence and why each stands as it does
        on {formatDate(picture.asAt)}.
      </Lede>
      {theme.actions.length === 0 ? <EmptyState title="No actions have been published under this theme yet" /> : null}
      {groupsOf(theme).map(({ id, title, actions }) => (
        <ActionGroup key={id} title={title} actions={actions} picture={picture} />
      ))}
      <DataLinks csv="/open-data/actions.csv" json="/open-data/actions.json">
        <a href="/open-data">All the data</a>
      </DataLinks>
    </>
  ),
})

type Group = { readonly id: string; readonly title: string; readonly actions: readonly ActionPicture[] }

/** The actions under each promise, then those that hang from the theme by themselves. */
function groupsOf({ node, commitments, actions }: ThemePicture): Group[] {
  const groups: Group[] = commitments.map((each) => ({
    id: each.node.id,
    title: each.node.title,
    actions: each.actions,
  }))
  const grouped = new Set(groups.flatMap((group) => group.actions))
  const rest = { id: node.id, title: 'The theme as a whole', actions: actions.filter((each) => !grouped.has(each)) }
  return [...groups, rest].filter((group) => group.actions.length > 0)
}

function ActionGroup({ title, actions, picture }: Omit<Group, 'id'> & { picture: PlanPicture }) {
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {actions.map((action) => (
        <ActionDetail key={action.action.id} picture={action} names={picture.names} asAt={picture.asAt} level={3} />
      ))}
    </>
  )
}
