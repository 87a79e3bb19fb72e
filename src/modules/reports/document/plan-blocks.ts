import { formatDate, sentenceCount } from '#kernel/words.js'
import { rollUp, stateInWords, statusText } from '#modules/delivery/index.js'
import { plain } from '#modules/documents/index.js'
import { type ContentNode, leadOf, supportOf } from '#modules/plan/index.js'
import { type Block, words } from '#platform/typesetting/paper.js'
import { type BlockContext, text } from './report-blocks.js'

/** The plan on a page: a column for each theme, with its promises and its commitments. `states=yes` says how each goes. */
export function planGrid({ facts, request }: BlockContext): Block[] {
  const withStates = request.attributes.states === 'yes'
  const { title } = facts.plan.content.plan
  return [
    {
      kind: 'grid',
      label: `${title} on a page`,
      columns: facts.themes.map(({ node, promises, objectives }) => ({
        title: node.title,
        text: node.text || promises.map((each) => each.text || each.title).join(' '),
        items: objectives.map(({ node: each, actions }) => ({
          text: each.title,
          ...(withStates && actions.length > 0 && { state: statusText(stateOf(actions)) }),
        })),
      })),
    },
  ]
}

type Actions = readonly { readonly report: { readonly status: Parameters<typeof rollUp>[0][number] } }[]

function stateOf(actions: Actions) {
  return rollUp(actions.map(({ report }) => report.status)).state
}

/** How the actions of one commitment go: a single one by its state, several by their counts. */
function wordsOfState(actions: Actions): string {
  if (actions.length === 0) return 'No actions published'
  if (actions.length === 1) return statusText(stateOf(actions))
  return stateInWords(rollUp(actions.map(({ report }) => report.status)))
}

/** The vision of the plan, set apart. */
export function vision({ facts }: BlockContext): Block[] {
  const { vision: said } = facts.plan.content.plan
  return said === '' ? [] : [{ kind: 'quote', children: [text(said)] }]
}

/** The plan as it was published: what stands below a theme, level by level, with who leads. */
export function planText({ facts, theme }: BlockContext): Block[] {
  const { nodes, levels } = facts.plan.content
  const tracked = new Set(levels.filter((level) => level.isTracked).map(({ id }) => id))
  const below = (parentId: string, depth: 0 | 1): Block[] =>
    nodes
      .filter((node) => node.parentId === parentId)
      .flatMap((node) => [...planPart(node, depth, tracked.has(node.levelId)), ...deeper(node.id, depth)])
  const deeper = (id: string, depth: 0 | 1) => (depth === 0 ? below(id, 1) : listBelow(id))
  const listBelow = (id: string): Block[] => {
    const items = nodes.filter((node) => node.parentId === id).map((node) => [text(node.text || node.title)])
    return items.length > 0 ? [{ kind: 'list', ordered: false, start: 1, items }] : []
  }
  return theme ? [...(theme.node.text ? [text(theme.node.text)] : []), ...below(theme.node.id, 0)] : []
}

function planPart(node: ContentNode, depth: 0 | 1, isCommitment: boolean): Block[] {
  const level = depth === 0 ? 3 : 4
  const who = isCommitment ? [text(leadWords(node))] : []
  if (!isCommitment && node.text !== '') return [{ kind: 'quote', children: [text(node.text)] }]
  const body = node.text !== '' && node.text !== node.title ? [text(node.text)] : []
  return [{ kind: 'heading', level, id: '', number: null, children: words(node.title) }, ...body, ...who]
}

function leadWords(node: ContentNode): string {
  const lead = leadOf(node)
  const support = supportOf(node).map(({ name }) => name)
  const help = support.length > 0 ? ` With ${support.join(', ')}.` : ''
  return lead ? `${lead.name} leads.${help}` : 'No body leads this yet.'
}

/** The days that the plan holds for, its levels and its version, in a line. */
export function planFacts({ facts }: BlockContext): Block[] {
  const { plan, levels } = facts.plan.content
  const { from, until } = plan.planningPeriod
  const counts = facts.themes.flatMap(({ objectives }) => objectives)
  return [
    {
      kind: 'facts',
      rows: [
        { key: 'Whose plan', value: words(plan.bodyName) },
        { key: 'In force from', value: words(formatDate(from)) },
        { key: 'Planned until', value: words(formatDate(until)) },
        { key: 'Levels', value: words(levels.map(({ plural }) => plural).join(', ')) },
        {
          key: 'Commitments',
          value: words(`${counts.length} under ${sentenceCount(facts.themes.length, 'theme').toLowerCase()}`),
        },
        { key: 'Version', value: words(`${facts.plan.latest}, fingerprint ${facts.plan.sha256.slice(0, 12)}`) },
      ],
    },
  ]
}

/** Each commitment of a theme with who leads it and how its actions go. */
export function commitments({ theme }: BlockContext): Block[] {
  if (!theme || theme.objectives.length === 0) return []
  return [
    {
      ...{ kind: 'table', id: '', number: 0, source: '', rowHeads: true },
      caption: `Commitments of ${theme.node.title}`,
      columns: [{ label: 'Commitment', share: 2.8 }, { label: 'Who leads' }, { label: 'How it goes', share: 1.6 }],
      rows: theme.objectives.map(({ node, actions }) => [
        words(node.title),
        words(leadOf(node)?.shortName ?? 'Nobody yet'),
        words(wordsOfState(actions)),
      ]),
    },
  ]
}

/** Where states and figures come from, in a paragraph. */
export function madeFrom({ facts }: BlockContext): Block {
  const { plan, report } = facts
  return plain(
    words(
      `States and figures are those published for ${formatDate(report.periodUntil)} or earlier. The plan is version ${plan.latest}, fingerprint ${plan.sha256.slice(0, 12)}.`,
    ),
  )
}
