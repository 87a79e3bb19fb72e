import type { IsoDate } from '#kernel/dates.js'
import { organisationNames } from '#modules/body/index.js'
import {
  type ActionPicture,
  type DeliveryPicture,
  idsUnder,
  NODE_STATUSES,
  type NodeState,
  publishedDelivery,
  statesByNode,
  statusText,
  trackedState,
} from '#modules/delivery/index.js'
import { type ContentLevel, type ContentNode, type PublishedPlan, publishedPlans } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import { standingOf } from '../domain/as-at.js'
import { type Counted, type Noun, trackedNoun } from '../domain/plan-words.js'

/** Something promised that the public may follow, with its state and what hangs below it. */
export type Commitment = {
  readonly node: ContentNode
  readonly state: NodeState
  readonly below: readonly ContentNode[]
  readonly actions: readonly ActionPicture[]
}

/** A theme of a published plan with all that is shown of it. */
export type ThemePicture = {
  readonly node: ContentNode
  readonly number: number
  /** Its commitments by their states. */
  readonly state: NodeState
  /** What it promises as a whole (its aim, its shared outcome), each with the name of its level. */
  readonly statements: readonly { readonly level: ContentLevel; readonly node: ContentNode }[]
  readonly commitments: readonly Commitment[]
  readonly actions: readonly ActionPicture[]
  readonly nodeIds: ReadonlySet<string>
}

/** A published plan with how its delivery stands, from published records only. */
export type PlanPicture = {
  readonly plan: PublishedPlan
  readonly asAt: IsoDate
  readonly isReplaced: boolean
  readonly noun: Noun
  readonly total: NodeState
  readonly delivery: DeliveryPicture
  readonly themes: readonly ThemePicture[]
  /** The state of every part of the plan, by its id: that of all actions at it and below it. */
  readonly states: ReadonlyMap<string, NodeState>
  readonly names: ReadonlyMap<string, { readonly name: string; readonly shortName: string }>
}

/** The plan at an address, or the one in force (failing that the next to start), as the public may see it. */
export async function planPictureOf(deps: Deps, slug?: string): Promise<PlanPicture | undefined> {
  const plans = await publishedPlans(deps.db)
  const plan = planAmong(plans, deps.today(), slug)
  return plan && pictureOf(deps, plan, plans)
}

/** The themes of a published plan, without how its delivery stands: for pages that only sort by them. */
export type PlanThemes = {
  readonly plan: PublishedPlan
  readonly themes: readonly Pick<ThemePicture, 'node' | 'nodeIds'>[]
}

/** The themes of the plan at an address, or of the one in force (failing that the next to start). */
export async function planThemesOf(deps: Deps, slug?: string): Promise<PlanThemes | undefined> {
  const plan = planAmong(await publishedPlans(deps.db), deps.today(), slug)
  if (!plan) return undefined
  const { content } = plan
  const roots = content.nodes.filter(({ parentId }) => parentId === null)
  return { plan, themes: roots.map((node) => ({ node, nodeIds: idsUnder(content, node.id) })) }
}

function planAmong(plans: readonly PublishedPlan[], today: IsoDate, slug?: string): PublishedPlan | undefined {
  const inForce = () => plans.find(({ content }) => content.plan.startsOn <= today) ?? plans.at(-1)
  return slug === undefined ? inForce() : plans.find((each) => each.slug === slug)
}

/** Every published plan as the public may see it, the newest planning period first. */
export async function allPlanPictures(deps: Deps): Promise<PlanPicture[]> {
  const plans = await publishedPlans(deps.db)
  return Promise.all(plans.map((plan) => pictureOf(deps, plan, plans)))
}

async function pictureOf(deps: Deps, plan: PublishedPlan, plans: readonly PublishedPlan[]): Promise<PlanPicture> {
  const starts = plans.map(({ content }) => content.plan.startsOn)
  const standing = standingOf(plan.content.plan.startsOn, starts, deps.today())
  const delivery = await publishedDelivery(deps.db, plan.planId, standing.asAt)
  const names = await organisationNames(deps.db)
  return { plan, ...standing, ...themesOf(plan, delivery), delivery, names }
}

function themesOf(
  { content }: PublishedPlan,
  delivery: DeliveryPicture,
): Pick<PlanPicture, 'noun' | 'total' | 'themes' | 'states'> {
  const states = statesByNode(content, delivery)
  const roots = content.nodes.filter(({ parentId }) => parentId === null)
  const themes = roots.map((node, index): ThemePicture => {
    const nodeIds = idsUnder(content, node.id)
    const inTheme = content.nodes.filter(({ id }) => nodeIds.has(id))
    const commitments = inTheme
      .filter((each) => levelOf(content, each)?.isTracked)
      .map((each): Commitment => {
        const under = idsUnder(content, each.id)
        return {
          node: each,
          state: states.get(each.id) ?? trackedState(content, states, each.id),
          below: inTheme.filter(({ id }) => under.has(id) && id !== each.id),
          actions: actionsAt(delivery, under),
        }
      })
    return {
      node,
      number: index + 1,
      state: trackedState(content, states, node.id),
      statements: statementsOf(content.levels, inTheme, commitments),
      commitments,
      actions: actionsAt(delivery, nodeIds),
      nodeIds,
    }
  })
  return { noun: trackedNoun(content.levels), total: trackedState(content, states, null), themes, states }
}

/** The parts of a theme that are neither the theme itself, nor promises to follow, nor below one. */
function statementsOf(
  levels: readonly ContentLevel[],
  inTheme: readonly ContentNode[],
  commitments: readonly Commitment[],
): ThemePicture['statements'] {
  const followed = new Set(commitments.flatMap(({ node, below }) => [node.id, ...below.map(({ id }) => id)]))
  return inTheme.flatMap((node) => {
    const level = levels.find(({ id }) => id === node.levelId)
    return level && node.parentId !== null && !followed.has(node.id) ? [{ level, node }] : []
  })
}

function levelOf(content: PublishedPlan['content'], node: ContentNode): ContentLevel | undefined {
  return content.levels.find(({ id }) => id === node.levelId)
}

function actionsAt({ actions }: DeliveryPicture, nodeIds: ReadonlySet<string>): ActionPicture[] {
  return actions.filter(({ action }) => nodeIds.has(action.nodeId))
}

/** The states of several promises, for a sentence. */
export function countedStates({ counts }: NodeState): Counted[] {
  return NODE_STATUSES.map((status) => {
    const text = statusText(status)
    const words = status === 'no-actions' ? 'without actions yet' : text.charAt(0).toLowerCase() + text.slice(1)
    return { words, count: counts[status] }
  })
}

/** The newest day of which a published update speaks; undefined when there is none. */
export function lastUpdateOn({ delivery }: Pick<PlanPicture, 'delivery'>): IsoDate | undefined {
  return delivery.actions
    .flatMap(({ report }) => report.lastUpdateOn ?? [])
    .sort()
    .at(-1)
}

/** The address of a published plan. */
export function planHref({ slug }: Pick<PublishedPlan, 'slug'>): string {
  return `/plans/${slug}`
}

/** The address of a theme. */
export function themeHref(plan: Pick<PublishedPlan, 'slug'>, theme: Pick<ContentNode, 'slug'>): string {
  return `${planHref(plan)}/themes/${theme.slug}`
}

/** The address of an action: its place among the actions of its theme. */
export function actionHref(picture: PlanPicture, { action }: ActionPicture): string {
  const theme = picture.themes.find(({ nodeIds }) => nodeIds.has(action.nodeId))
  return theme ? `${themeHref(picture.plan, theme.node)}/actions#${action.slug}` : '/delivery'
}

/** Where a part stands on the page of its theme. */
export function partId(part: Pick<ContentNode, 'slug'>): string {
  return `part-${part.slug}`
}

/** The address of any part of a theme: the theme's own page, at the part. */
export function partHref(plan: Pick<PublishedPlan, 'slug'>, theme: ContentNode, part: ContentNode): string {
  return part.id === theme.id ? themeHref(plan, theme) : `${themeHref(plan, theme)}#${partId(part)}`
}

/** The address of the measures that inform a theme. */
export function measuresHref(plan: Pick<PublishedPlan, 'slug'>, theme: Pick<ContentNode, 'slug'>): string {
  return `/measures?plan=${plan.slug}&theme=${theme.slug}`
}
