import type { ComponentChildren } from 'preact'
import { formatDate } from '#kernel/words.js'
import { ActionTable, rollUp, stateInWords, statusText } from '#modules/delivery/index.js'
import { hasCourse, howToRead, MeasureFigure, type MeasurePicture, NewestFigures } from '#modules/measures/index.js'
import { leadOf, supportOf } from '#modules/plan/index.js'
import { markdownBlocks } from '#platform/markdown.js'
import { Heading, NumberedParagraph, Paper, Promised, Prose, Source, SummaryList, Table } from '#ui/components.js'
import { type Block, type NumberedSection, numbered, type Section } from '../domain/house-form.js'
import { FIXED_HEADINGS, type FixedSection, objectiveSection, standingText } from '../domain/sections.js'
import type { ObjectiveFacts, ReportFacts } from './facts.js'
import { standingFacts } from './standing-facts.js'

type Part = Block<ComponentChildren>

/** The whole report in the Panel's house form. */
export function PanelReport({ facts }: { facts: ReportFacts }) {
  const { report, body } = facts
  return (
    <Paper>
      <Heading>{report.title}</Heading>
      <SummaryList
        rows={[
          { key: 'To', value: report.addressedTo },
          { key: 'From', value: body?.name ?? facts.plan.content.plan.bodyName },
          { key: 'Meeting', value: formatDate(report.meetingOn) },
          { key: 'Period', value: periodInWords(facts) },
        ]}
      />
      {numbered(sectionsOf(facts)).map((section) => (
        <SectionView key={section.key} section={section} />
      ))}
    </Paper>
  )
}

/** "1 April 2024 to 31 March 2025". */
function periodInWords({ report }: Pick<ReportFacts, 'report'>): string {
  return `${formatDate(report.periodFrom)} to ${formatDate(report.periodUntil)}`
}

function SectionView({ section }: { section: NumberedSection<ComponentChildren> }) {
  return (
    <section aria-labelledby={`section-${section.number}`}>
      <Heading level={2} id={`section-${section.number}`}>
        {section.number}. {section.heading}
      </Heading>
      {section.blocks.map(({ number, content }) => (
        <NumberedParagraph number={number}>{content}</NumberedParagraph>
      ))}
    </section>
  )
}

/** The sections in the order of the house form, not yet numbered. */
function sectionsOf(facts: ReportFacts): Section<ComponentChildren>[] {
  const context: Part[] = [
    ...facts.promises.map((node) => follows(<Promised>{node.text || node.title}</Promised>)),
    ...fixed('context', facts),
    text(overview(facts)),
    ...howToReadCharts(facts),
    ...figures(facts.theme.title, facts.themeMeasures),
  ]
  return [
    ...(['purpose', 'recommendation', 'terms-of-reference', 'background'] as const).map((key) => ({
      key,
      heading: FIXED_HEADINGS[key],
      blocks: fixed(key, facts),
    })),
    { key: 'context', heading: `${facts.theme.title}: context and overview`, blocks: context },
    ...facts.objectives.map((objective) => objectiveSectionOf(objective, facts)),
    { key: 'conclusion', heading: FIXED_HEADINGS.conclusion, blocks: fixed('conclusion', facts) },
    { key: 'sources', heading: 'Where the figures come from', blocks: sources(facts) },
  ]
}

function fixed(section: FixedSection, facts: ReportFacts): Part[] {
  return narrative(facts.report.narratives.get(section) ?? standingText(section, standingFacts(facts)))
}

/** The office's own words: each paragraph gets a number; lists and tables belong to the paragraph before them. */
function narrative(markdown: string): Part[] {
  return markdownBlocks(markdown).map(({ kind, html }, index) => ({
    numbered: kind === 'paragraph' || index === 0,
    // Safe: made from Markdown by platform/markdown.
    content: <Prose>{<div dangerouslySetInnerHTML={{ __html: html }} />}</Prose>,
  }))
}

const text = (content: ComponentChildren): Part => ({ numbered: true, content: <p>{content}</p> })
const follows = (content: ComponentChildren): Part => ({ numbered: false, content })

function overview({ objectives }: ReportFacts): string {
  const all = objectives.flatMap(({ actions }) => actions)
  const state = rollUp(all.map(({ report }) => report.status))
  const actions = `${all.length} published ${all.length === 1 ? 'action' : 'actions'}`
  return all.length === 0
    ? 'No actions have been published under this theme.'
    : `The theme has ${actions}: ${stateInWords(state)}.`
}

function objectiveSectionOf(objective: ObjectiveFacts, facts: ReportFacts): Section<ComponentChildren> {
  const { node, actions, measures } = objective
  const key = objectiveSection(node.id)
  const own = facts.report.narratives.get(key)
  return {
    key,
    heading: node.title,
    blocks: [
      text(promiseOf(objective)),
      ...(own ? narrative(own) : []),
      ...actionBlocks(objective, facts),
      ...actions.flatMap((action) => updatesOf(action, facts)),
      ...figures(node.title, measures),
    ],
  }
}

function promiseOf({ node }: ObjectiveFacts): string {
  const lead = leadOf(node)
  const support = supportOf(node).map((body) => body.name)
  const who = lead ? `${lead.name} leads` : 'No body leads this yet'
  const help = support.length > 0 ? `, with ${support.join(', ')}` : ''
  return `${node.text || node.title} ${who}${help}.`
}

function actionBlocks({ node, actions }: ObjectiveFacts, { names, report }: ReportFacts): Part[] {
  if (actions.length === 0) return [text('No action has been published under this.')]
  return [
    text(countedActions(actions)),
    follows(
      <ActionTable
        caption={`Actions under: ${node.title}`}
        captionHidden
        pictures={actions}
        names={names}
        asAt={report.periodUntil}
      />,
    ),
  ]
}

function countedActions(actions: ObjectiveFacts['actions']): string {
  const [first, ...others] = actions
  if (first && others.length === 0) return `One action under this: ${statusText(first.report.status).toLowerCase()}.`
  return `${actions.length} actions under this: ${stateInWords(rollUp(actions.map(({ report }) => report.status)))}.`
}

function updatesOf(
  { action, report: state, updates }: ObjectiveFacts['actions'][number],
  { report }: ReportFacts,
): Part[] {
  const inPeriod = updates.filter(({ on }) => on >= report.periodFrom && on <= report.periodUntil)
  const told = inPeriod.map(({ on, text: words, evidence }) =>
    text(
      <>
        <strong>{action.title}</strong> ({formatDate(on)}): {words}
        {evidence ? (
          <> Evidence: {evidence.url ? <a href={evidence.url}>{evidence.title}</a> : evidence.title}.</>
        ) : null}
      </>,
    ),
  )
  const why =
    state.status === 'behind' || state.reason ? [text(`${action.title}: ${state.why} ${reasonOf(state.reason)}`)] : []
  return [...told, ...why]
}

const reasonOf = (reason: string | undefined) => (reason ? `Reason given: ${reason}` : '')

/** So many charts a section; what the other measures say stands in its table. */
const MOST_CHARTS = 2

function drawnOf(pictures: readonly MeasurePicture[]): MeasurePicture[] {
  return pictures.filter(hasCourse).slice(0, MOST_CHARTS)
}

/** Said once, before the first chart. */
function howToReadCharts({ themeMeasures, objectives }: ReportFacts): Part[] {
  const drawn = [themeMeasures, ...objectives.map(({ measures }) => measures)].flatMap(drawnOf)
  const words = howToRead(drawn)
  return words === '' ? [] : [text(`How to read the charts: ${words.charAt(0).toLowerCase()}${words.slice(1)}`)]
}

function figures(about: string, pictures: readonly MeasurePicture[]): Part[] {
  const drawn = drawnOf(pictures)
  const single = pictures.filter((picture) => !drawn.includes(picture))
  const table = [
    text('The newest figures held for this period:'),
    follows(<NewestFigures caption={`Figures: ${about}`} pictures={single} />),
  ]
  return [
    ...(single.length > 0 ? table : []),
    ...drawn.map((picture) => ({
      numbered: true,
      content: <MeasureFigure picture={picture} level={3} brief />,
    })),
  ]
}

function sources(facts: ReportFacts): Part[] {
  const pictures = [...facts.themeMeasures, ...facts.objectives.flatMap(({ measures }) => measures)]
  const { plan } = facts
  const made = `States and figures are those published for ${formatDate(facts.report.periodUntil)} or earlier. The plan is version ${plan.latest}, fingerprint ${plan.sha256.slice(0, 12)}.`
  if (pictures.length === 0) return [text(made)]
  return [
    text(made),
    follows(
      <Table
        caption="The measures in this report"
        columns={[{ label: 'Measure', width: 'third' }, { label: 'Definition' }, { label: 'Source and place' }]}
        rows={pictures.map(({ measure }) => [
          measure.title,
          measure.definition,
          <Source>
            {measure.source}. {measure.geography}.
          </Source>,
        ])}
      />,
    ),
  ]
}
