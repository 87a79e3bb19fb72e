import { Fragment } from 'preact'
import { ActionTable, stateInWords, stateOf, statusText } from '#modules/delivery/index.js'
import {
  type AskedDay,
  addressWith,
  askedDay,
  HowToRead,
  hasCourse,
  KnownOnForm,
  KnownOnNotice,
  MeasureFigure,
  type MeasurePicture,
  NewestFigures,
  publicPictures,
  publishedMeasuresForNodes,
} from '#modules/measures/index.js'
import { type ContentNode, leadOf, supportOf } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { markdownToHtml } from '#platform/markdown.js'
import { page } from '#platform/web/page.js'
import {
  Details,
  EmptyState,
  Eyebrow,
  Heading,
  Lede,
  Promised,
  Prose,
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
  measuresHref,
  type PlanPicture,
  partId,
  planHref,
  planPictureOf,
  type ThemePicture,
  themeHref,
} from './picture.js'
import { StandingNotice } from './plan-head.view.js'

const MOST_ACTIONS = 6
const MOST_CHARTS = 4

type ThemeData = {
  readonly picture: PlanPicture
  readonly theme: ThemePicture
  /** Those that are drawn. */
  readonly courses: readonly MeasurePicture[]
  /** Those with too few figures for a chart. */
  readonly single: readonly MeasurePicture[]
  readonly measureCount: number
  /** The day as known on which figures are shown. What was promised and done is shown as ever. */
  readonly asked: AskedDay
}

export const themePage = page('/plans/:plan/themes/:theme', {
  permission: 'site:read',
  load: async ({ deps, params, query }): Promise<ThemeData> => {
    const asked = askedDay(query, deps.today())
    const picture = found(await planPictureOf(deps, params.plan))
    const theme = found(picture.themes.find(({ node }) => node.slug === params.theme))
    const informing = await publishedMeasuresForNodes(deps.db, [...theme.nodeIds])
    // A plan that was replaced is shown with the figures of its own days.
    const pictures = await publicPictures(deps.db, informing, {
      ...{ today: deps.today(), until: picture.asAt, knownOn: asked.knownOn },
    })
    const measures = mostTelling(pictures.filter(({ latest }) => latest))
    const courses = measures.filter(hasCourse).slice(0, MOST_CHARTS)
    const single = measures.filter((each) => !hasCourse(each))
    return { picture, theme, courses, single, measureCount: measures.length, asked }
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

/** Those that people ask for first, then those with new figures, then longer series before shorter ones. */
function mostTelling(measures: readonly MeasurePicture[]): MeasurePicture[] {
  const isOld = ({ nextDue }: MeasurePicture) => (nextDue && !nextDue.isPast ? 0 : 1)
  const rank = (picture: MeasurePicture) => (picture.measure.isHeadline ? -1 : isOld(picture))
  return measures.toSorted((a, b) => rank(a) - rank(b) || b.series.length - a.series.length)
}

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
          <Fragment key={statement.id}>
            {statements.length > 1 ? <Eyebrow>{level.name}</Eyebrow> : null}
            <p>{statement.title}</p>
            <Words of={statement} />
          </Fragment>
        ))}
      </Promised>
      {commitments.length > 0 ? (
        <>
          <Table
            caption={`Each ${noun.one}, who leads it and how it stands`}
            captionHidden
            columns={[{ label: capital(noun.one), width: 'half' }, { label: 'State' }, { label: 'Who leads' }]}
            rows={commitments.map((commitment) => [
              <a href={`#${partId(commitment.node)}`}>{commitment.node.title}</a>,
              <StateTag state={stateOf(commitment.state.state)} text={statusText(commitment.state.state)} />,
              leadOf(commitment.node)?.shortName ?? 'No lead',
            ])}
          />
          <Details summary={`The ${countOf(commitments.length, noun.one, noun.many)} in full`}>
            {commitments.map((commitment) => (
              <InFull key={commitment.node.id} commitment={commitment} />
            ))}
          </Details>
        </>
      ) : null}
    </>
  )
}

/** All that the plan says of one promise: its words, who does what, and what hangs below it. */
function InFull({ commitment: { node, state, below } }: { commitment: Commitment }) {
  return (
    <section>
      <Heading level={3} size={4} id={partId(node)}>
        {node.title}
      </Heading>
      <Words of={node} />
      <Small>
        {whoDoesWhat(node)} {actionsInWords(state)}
      </Small>
      {below.length > 0 ? (
        <ul>
          {below.map((part) => (
            <li key={part.id} id={partId(part)}>
              {part.title}
              <Words of={part} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function actionsInWords(state: Commitment['state']): string {
  if (state.total === 0) return 'It has no published actions yet.'
  if (state.total === 1) return `It has one action: ${statusText(state.state).toLowerCase()}.`
  return `Its actions: ${stateInWords(state)}.`
}

/** A part's own text, which its author may have written in Markdown. */
function Words({ of: { text } }: { of: ContentNode }) {
  return text ? <Prose>{<div dangerouslySetInnerHTML={{ __html: markdownToHtml(text) }} />}</Prose> : null
}

const LIST = new Intl.ListFormat('en-GB')

function whoDoesWhat(node: ContentNode): string {
  const lead = leadOf(node)
  const support = supportOf(node).map(({ name }) => name)
  const help = support.length > 0 ? `, with ${LIST.format(support)}` : ''
  return `${lead ? `${lead.name} leads` : 'Nobody leads this yet'}${help}.`
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

function Going({ courses, single, measureCount, picture, theme, asked }: ThemeData) {
  const shown = courses.length + single.length
  const path = themeHref(picture.plan, theme.node)
  const measureHref = ({ measure }: MeasurePicture) =>
    addressWith(`/measures/${measure.slug}`, { 'as-known-on': asked.knownOn })
  return (
    <>
      <Heading level={2} id="going">
        How it is going
      </Heading>
      <KnownOnNotice asked={asked} path={path} />
      {shown === 0 ? <EmptyState title="No measures have been published for this theme yet" /> : null}
      <HowToRead of={courses} />
      {courses.map((each) => (
        <MeasureFigure key={each.measure.id} picture={each} href={measureHref(each)} brief />
      ))}
      {single.length > 0 ? (
        <NewestFigures caption={`Other figures: ${theme.node.title}`} pictures={single} href={measureHref} />
      ) : null}
      {measureCount > shown ? (
        <Small>
          {shown} of {measureCount} measures shown.{' '}
          <a href={measuresHref(picture.plan, theme.node)}>All measures of this theme</a>
        </Small>
      ) : null}
      {shown > 0 ? <KnownOnForm asked={asked} path={`${path}#going`} label="Show these figures as known on" /> : null}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
