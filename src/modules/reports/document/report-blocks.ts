import { formatDate } from '#kernel/words.js'
import { type ActionPicture, rollUp, stateInWords, statusText } from '#modules/delivery/index.js'
import { type Drawing, plain } from '#modules/documents/index.js'
import { leadOf, supportOf } from '#modules/plan/index.js'
import { type Block, type Inline, words } from '#platform/typesetting/paper.js'
import type { BlockRequest } from '#platform/typesetting/supply.js'
import type { ObjectiveFacts, ReportFacts, ThemeFacts } from './facts.js'

/** What a block is made from: the facts of the report, how charts are drawn, and where in the report it stands. */
export type BlockContext = {
  readonly facts: ReportFacts
  readonly drawing: Drawing
  readonly request: BlockRequest
  /** The theme and objective that the block speaks of, where it speaks of one. */
  readonly theme: ThemeFacts | undefined
  readonly objective: ObjectiveFacts | undefined
}

/** A paragraph of plain words. */
export const text = (content: string): Block => plain(words(content))

const strong = (content: string): Inline => ({ kind: 'strong', children: words(content) })

/** The objectives that a block speaks of: those of its theme, or all. */
export function objectivesOf({ facts, theme }: Pick<BlockContext, 'facts' | 'theme'>): ObjectiveFacts[] {
  return (theme ? [theme] : facts.themes).flatMap(({ objectives }) => objectives)
}

/** To whom, from whom, for which meeting and period; `of=decision` says whose decision it is, and of which day. */
export function particulars({ facts, request }: BlockContext): Block[] {
  const { report, body, plan, knownOn } = facts
  const who = words(body?.name ?? plan.content.plan.bodyName)
  const day = words(formatDate(report.meetingOn))
  const ofPaper = [
    { key: 'To', value: words(report.addressedTo) },
    { key: 'From', value: who },
    { key: 'Meeting', value: day },
    { key: 'Period', value: words(`${formatDate(report.periodFrom)} to ${formatDate(report.periodUntil)}`) },
  ]
  const ofDecision = [
    { key: 'Decision of', value: who },
    { key: 'Date', value: day },
  ]
  const rows = [
    ...(request.attributes.of === 'decision' ? ofDecision : ofPaper),
    ...(knownOn ? [{ key: 'As known on', value: words(formatDate(knownOn)) }] : []),
  ]
  return [{ kind: 'facts', rows }]
}

/** What the theme promises, set apart. */
export function promises({ theme }: BlockContext): Block[] {
  const nodes = theme?.promises ?? []
  return nodes.map(({ text: promise, title }) => ({ kind: 'quote', children: [text(promise || title)] }))
}

/** How many actions there are, and how they go. */
export function overview(context: BlockContext): Block[] {
  const all = objectivesOf(context).flatMap(({ actions }) => actions)
  const whose = context.theme ? 'theme' : 'plan'
  if (all.length === 0) return [text(`No actions have been published under this ${whose}.`)]
  const actions = `${all.length} published ${all.length === 1 ? 'action' : 'actions'}`
  return [text(`The ${whose} has ${actions}: ${stateInWords(rollUp(all.map(({ report }) => report.status)))}.`)]
}

/** What an objective promises and who leads it. */
export function promise({ objective }: BlockContext): Block[] {
  if (!objective) return []
  const { node } = objective
  const lead = leadOf(node)
  const support = supportOf(node).map(({ name }) => name)
  const who = lead ? `${lead.name} leads` : 'No body leads this yet'
  const help = support.length > 0 ? `, with ${support.join(', ')}` : ''
  return [text(`${node.text || node.title} ${who}${help}.`)]
}

/** The actions under an objective, counted and in a table. */
export function actions({ objective, facts }: BlockContext): Block[] {
  if (!objective) return []
  const { actions: pictures, node } = objective
  if (pictures.length === 0) return [text('No action has been published under this.')]
  return [text(countedActions(pictures)), actionTable(`Actions under: ${node.title}`, pictures, facts)]
}

/** Actions with who leads, how each goes and when it was last spoken of. */
function actionTable(caption: string, pictures: readonly ActionPicture[], { names }: ReportFacts): Block {
  return {
    ...{ kind: 'table', id: '', number: 0, caption, source: '', rowHeads: true },
    columns: [
      { label: 'Action', share: 2.2 },
      { label: 'Who leads' },
      { label: 'State', share: 1.2 },
      { label: 'Last update' },
    ],
    rows: pictures.map(({ action, report: { status, lateSince, lastUpdateOn } }) => [
      words(action.title),
      words(
        action.leadId === null
          ? 'No owner yet'
          : (names.get(action.leadId)?.shortName ?? 'An organisation no longer listed'),
      ),
      words(status === 'behind' && lateSince ? `Behind: due ${formatDate(lateSince)}` : statusText(status)),
      words(lastUpdateOn ? formatDate(lastUpdateOn) : 'None yet'),
    ]),
  }
}

function countedActions(pictures: readonly ActionPicture[]): string {
  const [first, ...others] = pictures
  if (first && others.length === 0) return `One action under this: ${statusText(first.report.status).toLowerCase()}.`
  return `${pictures.length} actions under this: ${stateInWords(rollUp(pictures.map(({ report }) => report.status)))}.`
}

/** What was said of each action in the period, and why it stands as it does. */
export function updates({ objective, facts }: BlockContext): Block[] {
  return (objective?.actions ?? []).flatMap((picture) => updatesOf(picture, facts))
}

function updatesOf({ action, report: state, updates: all }: ActionPicture, { report }: ReportFacts): Block[] {
  const inPeriod = all.filter(({ on }) => on >= report.periodFrom && on <= report.periodUntil)
  const told = inPeriod.map(({ on, text: said, evidence }) => {
    const lead: Inline[] = [strong(action.title), ...words(` (${formatDate(on)}): ${said}`)]
    return plain(evidence ? [...lead, ...words(' Evidence: '), evidenceOf(evidence), ...words('.')] : lead)
  })
  const reason = state.reason ? ` Reason given: ${state.reason}` : ''
  const isTold = state.status === 'behind' || Boolean(state.reason)
  return isTold ? [...told, text(`${action.title}: ${state.why}${reason}`)] : told
}

function evidenceOf({ title, url }: NonNullable<ActionPicture['updates'][number]['evidence']>): Inline {
  return url ? { kind: 'link', href: url, children: words(title) } : { kind: 'text', text: title }
}

/** A line for each theme: its objectives and how its actions go. */
export function delivery({ facts }: BlockContext): Block[] {
  const rows = facts.themes.map(({ node, objectives }) => {
    const statuses = objectives.flatMap(({ actions: pictures }) => pictures.map(({ report }) => report.status))
    const state = statuses.length === 0 ? 'No actions published' : stateInWords(rollUp(statuses))
    return [words(node.title), words(String(objectives.length)), words(String(statuses.length)), words(state)]
  })
  return [
    {
      ...{ kind: 'table', id: 'delivery', number: 0, source: '', rowHeads: true, rows },
      caption: `Delivery of the plan, as at ${formatDate(facts.report.periodUntil)}`,
      columns: [
        { label: 'Theme', share: 1.4 },
        { label: 'Commitments', align: 'number' },
        { label: 'Actions', align: 'number' },
        { label: 'How they go', share: 2 },
      ],
    },
  ]
}

/** Every action that is behind or that nobody speaks of, with the reason: what needs somebody's attention. */
export function exceptions(context: BlockContext): Block[] {
  const { facts } = context
  const all = objectivesOf(context).flatMap(({ actions: pictures }) => pictures)
  const late = all.filter(({ report: { status } }) => status === 'behind' || status === 'not-updated')
  if (late.length === 0) return [text('No action is behind, and each was updated in time.')]
  return [
    text(`${late.length} of ${all.length} actions are behind or have not been updated in time.`),
    actionTable('Actions that are behind or not updated in time', late, facts),
  ]
}
