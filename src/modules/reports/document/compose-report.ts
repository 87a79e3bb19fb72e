import { ok, type Result } from '#kernel/result.js'
import { formatDate, sentenceCount } from '#kernel/words.js'
import type { Drawing } from '#modules/documents/index.js'
import { type Composed, composePaper } from '#platform/typesetting/compose.js'
import type { Block } from '#platform/typesetting/paper.js'
import type { BlockRequest, Scope, Supply } from '#platform/typesetting/supply.js'
import { sectionKey } from '../domain/sections.js'
import type { ReportFacts } from './facts.js'
import { nothingTaken, type Taken, withFrozen } from './frozen-section.js'
import { chart, figures, framework, howToRead, map, measuresTable, signals, sources } from './measure-parts.js'
import { commitments, planFacts, planGrid, planText, vision } from './plan-blocks.js'
import {
  actions,
  type BlockContext,
  delivery,
  exceptions,
  overview,
  particulars,
  promise,
  promises,
  updates,
} from './report-blocks.js'

/** The office's brand where it has not chosen one. */
const BRAND = '#12436d'

/** A report, and what it took from sections that were signed off. */
export type ComposedReport = Composed & { readonly taken: Taken }

/** Whoever watches what is asked for; pictures get ids that begin so. */
type Watch = { readonly prefix?: string; readonly wrap?: (supply: Supply) => Supply }

/** A report put together from its template, its words and the register: the tree from which every form of it is made. */
export function composeReport(
  facts: ReportFacts,
  { prefix = '', wrap = (supply) => supply }: Watch = {},
): ComposedReport {
  const { report, template, body, plan } = facts
  const style = { ...facts.style, brand: body?.brandColour ?? BRAND }
  const author = body?.name ?? plan.content.plan.bodyName
  const taken = nothingTaken()
  const supply = supplyFrom(facts, { brand: style.brand, drawn: new Map(), prefix })
  const composed = composePaper(template.source, wrap(withFrozen(supply, facts.frozen, taken)), {
    ...{ title: report.title, author, style, numbering: template.numbering, layout: template.layout },
    subtitle: template.layout.cover ? `${formatDate(report.periodFrom)} to ${formatDate(report.periodUntil)}` : '',
    footer: footerOf(report.title, author),
    madeOn: report.meetingOn,
  })
  return { ...composed, taken }
}

/** One line at the foot of a page: the office's name where there is room for it. */
function footerOf(title: string, author: string): string {
  return title.length + author.length > 85 ? title : `${title} · ${author}`
}

function supplyFrom(facts: ReportFacts, drawing: Drawing): Supply {
  const themeOf = ({ theme }: Scope) => facts.themes.find(({ node }) => node.id === theme) ?? onlyTheme(facts)
  return {
    figure: (name, attributes) => facts.live.figure(name, attributes),
    field: (name, scope) => fieldsOf(facts, scope)[name],
    block: (request) => blockOf({ facts, drawing, request, ...placeOf(facts, request.scope) }),
    scopes: (of, scope) => {
      if (of === 'themes') return facts.themes.map(({ node }) => ({ theme: node.id }))
      if (of === 'objectives') return themeOf(scope)?.objectives.map(({ node }) => ({ objective: node.id }))
      return undefined
    },
    section: (name, scope) => {
      const key = sectionKey(name, scope)
      const text = facts.report.narratives.get(key)
      return text === undefined ? undefined : { name: key, text }
    },
  }
}

function onlyTheme({ template, themes }: ReportFacts) {
  return template.about === 'theme' ? themes[0] : undefined
}

function placeOf(facts: ReportFacts, { theme, objective }: Scope): Pick<BlockContext, 'theme' | 'objective'> {
  const here = facts.themes.find(({ node }) => node.id === theme) ?? onlyTheme(facts)
  const all = (here ? [here] : facts.themes).flatMap(({ objectives }) => objectives)
  return { theme: here, objective: all.find(({ node }) => node.id === objective) }
}

/** The words that a template is filled with. */
function fieldsOf(facts: ReportFacts, scope: Scope): Readonly<Record<string, string | undefined>> {
  const { report, body, plan } = facts
  const { theme, objective } = placeOf(facts, scope)
  const content = plan.content.plan
  return {
    title: report.title,
    'addressed-to': report.addressedTo,
    meeting: formatDate(report.meetingOn),
    period: `${formatDate(report.periodFrom)} to ${formatDate(report.periodUntil)}`,
    'period-end': formatDate(report.periodUntil),
    body: body?.name ?? content.bodyName,
    'office-holder': body?.officeHolderTitle ?? content.bodyName,
    'chief-officer': body?.chiefOfficerTitle ?? 'Chief Constable',
    panel: body?.scrutinyPanelName ?? 'the Panel',
    plan: content.title,
    vision: content.vision,
    'plan-started': formatDate(content.startsOn),
    'plan-until': formatDate(content.planningPeriod.until),
    themes: sentenceCount(plan.content.nodes.filter((node) => node.parentId === null).length, 'theme').toLowerCase(),
    theme: theme?.node.title,
    objective: objective?.node.title,
  }
}

type Builder = (context: BlockContext) => readonly Block[] | Result<readonly Block[], string>

/** Every part that a template can ask for by name. */
const BUILDERS: Readonly<Record<string, Builder>> = {
  ...{ particulars, promises, overview, promise, actions, updates, delivery, exceptions },
  ...{ vision, commitments, figures, signals, sources, chart, framework },
  'plan-grid': planGrid,
  'plan-text': planText,
  'plan-facts': planFacts,
  'how-to-read': howToRead,
  map,
  table: measuresTable,
}

function blockOf(context: BlockContext & { readonly request: BlockRequest }) {
  const builder = Object.hasOwn(BUILDERS, context.request.name) ? BUILDERS[context.request.name] : undefined
  if (!builder) return undefined
  const made = builder(context)
  return 'ok' in made ? made : ok(made)
}
