import type { IsoDate } from '#kernel/dates.js'
import { type Level, type PlanningPeriod, planningPeriod } from './plan.js'
import type { PlanTree } from './tree.js'

/** What an organisation was called when the plan was published. */
export type OrganisationName = { readonly name: string; readonly shortName: string }

/** A body of a published part, with its name as it then stood. */
export type ContentBody = OrganisationName & {
  readonly organisationId: string
  readonly role: 'lead' | 'support'
  readonly part: string
}

/** A part of a published plan. Its place is its place in the list. */
export type ContentNode = {
  readonly id: string
  readonly levelId: string
  readonly parentId: string | null
  readonly slug: string
  readonly title: string
  readonly text: string
  /** The lead first, then those that support, in the order given. */
  readonly bodies: readonly ContentBody[]
}

/** A level of a published plan. */
export type ContentLevel = Omit<Level, 'planId' | 'position'>

/** What a published plan says of itself. */
type ContentPlan = {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly vision: string
  /** The local policing body whose plan it is, as it was then called. */
  readonly bodyName: string
  readonly electionOn: IsoDate
  readonly nextElectionOn: IsoDate
  readonly startsOn: IsoDate
  readonly planningPeriod: PlanningPeriod
}

/** The whole plan as one version froze it: nothing in it depends on anything that may change later. */
export type PlanContent = {
  readonly plan: ContentPlan
  readonly levels: readonly ContentLevel[]
  readonly nodes: readonly ContentNode[]
}

/** The names that the content freezes. */
export type Names = {
  readonly bodyName: string
  readonly organisations: ReadonlyMap<string, OrganisationName>
}

/** The plan as it would be published today. */
export function contentOf({ plan, levels, nodes }: PlanTree, names: Names): PlanContent {
  const { id, slug, title, vision, electionOn, nextElectionOn, startsOn } = plan
  return {
    plan: {
      ...{ id, slug, title, vision, electionOn, nextElectionOn, startsOn },
      bodyName: names.bodyName,
      planningPeriod: planningPeriod(plan),
    },
    levels: levels.map(({ planId: _plan, position: _position, ...level }) => level),
    nodes: nodes.map(({ planId: _plan, position: _position, version: _version, ...node }) => ({
      ...node,
      bodies: node.bodies.map((body) => ({ ...body, ...nameOf(names, body.organisationId) })),
    })),
  }
}

function nameOf({ organisations }: Names, id: string): OrganisationName {
  const known = organisations.get(id)
  return known ? { name: known.name, shortName: known.shortName } : { name: 'Unknown body', shortName: 'Unknown body' }
}

/** The body that leads a published part, if it has one. */
export function leadOf(node: Pick<ContentNode, 'bodies'>): ContentBody | undefined {
  return node.bodies.find((body) => body.role === 'lead')
}

/** The bodies that support a published part. */
export function supportOf(node: Pick<ContentNode, 'bodies'>): ContentBody[] {
  return node.bodies.filter((body) => body.role === 'support')
}
