import type { ComponentChildren } from 'preact'
import {
  type ActionPicture,
  ActionTable,
  coverageInWords,
  DAYS_BETWEEN_UPDATES,
  NODE_STATUSES,
  type NodeStatus,
  statusText,
} from '#modules/delivery/index.js'
import { page } from '#platform/web/page.js'
import { BigFigure, Cards, DataLinks, EmptyState, Eyebrow, Heading, Lede, Table } from '#ui/components.js'
import { formatDate, formatNumber } from '#ui/format.js'
import { actionHref, type PlanPicture, planPictureOf, themeHref } from './picture.js'

export const deliveryPage = page('/delivery', {
  permission: 'site:read',
  load: async ({ deps }) => planPictureOf(deps),
  title: () => 'How it is going',
  view: (picture) => (
    <>
      {picture ? <Eyebrow>{picture.plan.content.plan.title}</Eyebrow> : null}
      <Heading>How it is going</Heading>
      {picture && picture.delivery.overall.total > 0 ? (
        <Delivery picture={picture} />
      ) : (
        <EmptyState title="No actions have been published yet">
          <p>When the office publishes what is being done under the plan, it is counted here.</p>
        </EmptyState>
      )}
    </>
  ),
})

function Delivery({ picture }: { picture: PlanPicture }) {
  const { delivery } = picture
  const without = delivery.actions.filter(({ action }) => action.leadId === null)
  const silent = delivery.actions.filter(({ report }) => report.isStale)
  return (
    <>
      <Lede>{coverageInWords(delivery)}</Lede>
      <Coverage picture={picture} />
      <Heading level={2} id="themes">
        Theme by theme
      </Heading>
      <ThemeTable picture={picture} />
      <Heading level={2} id="without-owner">
        Without an owner
      </Heading>
      <Actions of={without} picture={picture} caption="Actions without an owner">
        Every action has an organisation that answers for it.
      </Actions>
      <Heading level={2} id="not-updated">
        Not updated in time
      </Heading>
      <Actions of={silent} picture={picture} caption="Actions not updated in time">
        Every open action was updated within {DAYS_BETWEEN_UPDATES} days.
      </Actions>
      <Heading level={2} id="actions">
        All actions
      </Heading>
      {picture.themes.map(({ node, actions }) => (
        <section key={node.id}>
          <Heading level={3}>{node.title}</Heading>
          <Actions of={actions} picture={picture} caption={`Actions under ${node.title}`}>
            None published yet.
          </Actions>
        </section>
      ))}
      <Unplaced picture={picture} />
      <DataLinks>
        <a href="/open-data/actions.csv">Actions as CSV</a>
        <a href="/open-data/actions.json">Actions as JSON</a>
        <a href="/open-data/updates.csv">Updates as CSV</a>
      </DataLinks>
    </>
  )
}

/** Actions under a part that the published version does not hold: counted above, so they are named here. */
function Unplaced({ picture }: { picture: PlanPicture }) {
  const unplaced = picture.delivery.actions.filter(
    ({ action }) => !picture.themes.some(({ nodeIds }) => nodeIds.has(action.nodeId)),
  )
  if (unplaced.length === 0) return null
  return (
    <section>
      <Heading level={3}>Under no part of version {picture.plan.latest}</Heading>
      <Actions of={unplaced} picture={picture} caption="Actions under no part of the published plan">
        {null}
      </Actions>
    </section>
  )
}

function Coverage({ picture: { delivery, total, noun, asAt } }: { picture: PlanPicture }) {
  const all = delivery.overall.total
  const source = `The office’s own records, as at ${formatDate(asAt)}.`
  const withActions = total.total - total.counts['no-actions']
  return (
    <Cards columns={3}>
      <BigFigure
        label="Actions with an owner"
        value={formatNumber(all - delivery.withoutOwner)}
        unit={`of ${formatNumber(all)}`}
        note="An organisation answers for the action by name."
        source={source}
        level={2}
      />
      <BigFigure
        label="Actions updated in time"
        value={formatNumber(all - delivery.notUpdated)}
        unit={`of ${formatNumber(all)}`}
        note={`Complete, not due to have begun, or reported on within ${DAYS_BETWEEN_UPDATES} days.`}
        source={source}
        level={2}
      />
      <BigFigure
        label={`${noun.many.charAt(0).toUpperCase()}${noun.many.slice(1)} with an action`}
        value={formatNumber(withActions)}
        unit={`of ${formatNumber(total.total)}`}
        note={`At least one action is published under the ${noun.one}.`}
        source={source}
        level={2}
      />
    </Cards>
  )
}

/** How many promises of each theme have each state; states that no theme has are left out. */
function ThemeTable({ picture: { plan, themes, total, noun } }: { picture: PlanPicture }) {
  const shown = NODE_STATUSES.filter((status) => total.counts[status] > 0)
  const cells = (counts: Readonly<Record<NodeStatus, number>>) => shown.map((status) => formatNumber(counts[status]))
  const rows: ComponentChildren[][] = themes.map(({ node, state }) => [
    <a href={themeHref(plan, node)}>{node.title}</a>,
    formatNumber(state.total),
    ...cells(state.counts),
  ])
  return (
    <Table
      caption={`How many ${noun.many} of each theme have each state`}
      captionHidden
      stacks
      columns={[
        { label: 'Theme', width: 'third' },
        { label: `${noun.many.charAt(0).toUpperCase()}${noun.many.slice(1)}`, align: 'number' },
        ...shown.map((status) => ({ label: statusText(status), align: 'number' as const })),
      ]}
      rows={[...rows, ['All themes', formatNumber(total.total), ...cells(total.counts)]]}
    />
  )
}

type ActionsProps = {
  readonly of: readonly ActionPicture[]
  readonly picture: PlanPicture
  readonly caption: string
  /** Said when there are none. */
  readonly children: ComponentChildren
}

function Actions({ of, picture, caption, children }: ActionsProps) {
  if (of.length === 0) return <p>{children}</p>
  return (
    <ActionTable
      caption={caption}
      captionHidden
      pictures={of}
      names={picture.names}
      asAt={picture.asAt}
      href={(action) => actionHref(picture, action)}
    />
  )
}
