import { ActionTable, stateOf, statusText } from '#modules/delivery/index.js'
import {
  MeasureFigure,
  type MeasurePicture,
  measurePictures,
  publishedMeasuresForNodes,
} from '#modules/measures/index.js'
import { leadOf } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import {
  Details,
  EmptyState,
  Eyebrow,
  Heading,
  Lede,
  Promised,
  SideNav,
  Small,
  StateTag,
  Table,
  WithSide,
} from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import { themeSentence } from '../domain/plan-words.js'
import {
  actionHref,
  type Commitment,
  countedStates,
  type PlanPicture,
  planHref,
  planPictureOf,
  type ThemePicture,
  themeHref,
} from './picture.js'
import { StandingNotice } from './plan-head.view.js'

const MOST_ACTIONS = 6
const MOST_MEASURES = 6

type ThemeData = {
  readonly picture: PlanPicture
  readonly theme: ThemePicture
  readonly measures: readonly MeasurePicture[]
  readonly measureCount: number
}

export const themePage = page('/plans/:plan/themes/:theme', {
  permission: 'site:read',
  load: async ({ deps, params }): Promise<ThemeData> => {
    const picture = found(await planPictureOf(deps, params.plan))
    const theme = found(picture.themes.find(({ node }) => node.slug === params.theme))
    const informing = await publishedMeasuresForNodes(deps.db, [...theme.nodeIds])
    const shown = await measurePictures(deps.db, informing.slice(0, MOST_MEASURES), { today: deps.today() })
    return { picture, theme, measures: shown, measureCount: informing.length }
  },
  title: ({ theme }) => theme.node.title,
  view: (data) => (
    <WithSide side={<ThemeNav {...data} />}>
      <ThemeHead {...data} />
      <Promises {...data} />
      <Done {...data} />
      <Going {...data} />
      <Heading level={2} id="money">
        Where the money goes
      </Heading>
      <p>No figures yet. What is spent on this theme will stand here once the office publishes it.</p>
      <Small>
        <a href={`${planHref(data.picture.plan)}#versions`}>Every version of this plan</a>
      </Small>
    </WithSide>
  ),
})

function ThemeNav({ picture: { plan }, theme: { node } }: ThemeData) {
  return (
    <SideNav
      label="This theme"
      up={{ label: 'The plan on a page', href: planHref(plan) }}
      items={[
        { label: node.title, href: themeHref(plan, node), current: true },
        { label: 'What we promised', href: '#promised' },
        { label: 'What has been done', href: '#done' },
        { label: 'How it is going', href: '#going' },
        { label: 'Where the money goes', href: '#money' },
      ]}
    />
  )
}

function ThemeHead({ picture, theme: { node, number, state } }: ThemeData) {
  return (
    <>
      <Eyebrow>
        Theme {number} of {picture.themes.length} · {picture.plan.content.plan.title}
      </Eyebrow>
      <Heading>{node.title}</Heading>
      <Lede>{themeSentence(state.total, picture.noun, countedStates(state))}</Lede>
      <StandingNotice picture={picture} />
    </>
  )
}

function Promises({ picture, theme }: ThemeData) {
  const { statements, commitments, node } = theme
  const { noun } = picture
  return (
    <>
      <Heading level={2} id="promised">
        What we promised
      </Heading>
      <Promised>
        {statements.length === 0 ? <p>{node.text || node.title}</p> : null}
        {statements.map(({ level, node: statement }) => (
          <div key={statement.id}>
            {statements.length > 1 ? <Eyebrow>{level.name}</Eyebrow> : null}
            <p>{statement.title}</p>
            {statement.text ? <Small>{statement.text}</Small> : null}
          </div>
        ))}
      </Promised>
      {commitments.length > 0 ? (
        <Table
          caption={`Each ${noun.one}, who leads it and how it stands`}
          captionHidden
          columns={[{ label: capital(noun.one), width: 'half' }, { label: 'Who leads' }, { label: 'State' }]}
          rows={commitments.map((commitment) => [
            <CommitmentCell commitment={commitment} />,
            leadOf(commitment.node)?.shortName ?? 'No lead',
            <StateTag state={stateOf(commitment.state.state)} text={statusText(commitment.state.state)} />,
          ])}
        />
      ) : null}
    </>
  )
}

function CommitmentCell({ commitment: { node, below } }: { commitment: Commitment }) {
  return (
    <>
      {node.title}
      {node.text ? <Small>{node.text}</Small> : null}
      {below.length > 0 ? (
        <Details summary={`What this means in practice (${below.length})`}>
          <ul>
            {below.map((each) => (
              <li key={each.id}>
                {each.title}
                {each.text ? <Small>{each.text}</Small> : null}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}

function Done({ picture, theme }: ThemeData) {
  const { actions, node } = theme
  const newest = actions.toSorted((a, b) => (b.report.lastUpdateOn ?? '').localeCompare(a.report.lastUpdateOn ?? ''))
  const shown = newest.slice(0, MOST_ACTIONS)
  return (
    <>
      <Heading level={2} id="done">
        What has been done
      </Heading>
      {actions.length === 0 ? (
        <EmptyState title="No actions have been published under this theme yet" />
      ) : (
        <>
          <ActionTable
            caption={`Actions under ${node.title}`}
            captionHidden
            pictures={shown}
            names={picture.names}
            asAt={picture.asAt}
            href={(action) => actionHref(picture, action)}
          />
          <Small>
            {shown.length < actions.length
              ? `${shown.length} of ${actions.length} actions shown, the latest updated first.`
              : `${countOf(actions.length, 'action')}, as at ${formatDate(picture.asAt)}.`}{' '}
            <a href={`${themeHref(picture.plan, node)}/actions`}>All actions and their evidence</a>
          </Small>
        </>
      )}
    </>
  )
}

function Going({ measures, measureCount, theme }: ThemeData) {
  return (
    <>
      <Heading level={2} id="going">
        How it is going
      </Heading>
      {measures.length === 0 ? <EmptyState title="No measures have been published for this theme yet" /> : null}
      {measures.map((picture) => (
        <MeasureFigure key={picture.measure.id} picture={picture} href={`/measures/${picture.measure.slug}`} />
      ))}
      {measureCount > measures.length ? (
        <Small>
          {measures.length} of {measureCount} measures shown.{' '}
          <a href={`/measures#${theme.node.slug}`}>All measures of this theme</a>
        </Small>
      ) : null}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
