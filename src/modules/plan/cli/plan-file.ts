import { z } from 'zod'
import { isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { PlanImport } from '../actions/import-plan.js'
import type { NodeSeed } from '../domain/planting.js'

const date = z.string().refine(isIsoDate, 'must be a date like 2021-05-06')
const title = z.string().trim().min(1).max(300)

type NodeInFile = {
  readonly key: string
  readonly level: string
  readonly title: string
  readonly text: string
  readonly lead: string | null
  readonly supporting: readonly { readonly organisation: string; readonly role: string }[]
  readonly children: readonly NodeInFile[]
}

const NODE: z.ZodType<NodeInFile> = z.object({
  key: z.string().min(1),
  level: z.string(),
  title,
  text: z.string().trim().max(5000).default(''),
  lead: z.string().nullable().default(null),
  supporting: z.array(z.object({ organisation: z.string(), role: z.string().trim().max(300).default('') })).default([]),
  get children(): z.ZodType<readonly NodeInFile[]> {
    return z.array(NODE).default([])
  },
})

const LEVEL = z.object({
  key: z.string().min(1),
  name: title,
  plural: title,
  parent: z.string().nullable(),
  tracked: z.boolean(),
  holdsActions: z.boolean(),
})

const PLAN = z.object({
  title,
  vision: z.string().trim().max(2000),
  electionOn: date,
  nextElectionOn: date,
  startsOn: date,
  levels: z.array(LEVEL).min(1),
  nodes: z.array(NODE),
})

/**
 * Reads a plan from JSON. Organisations stand in it by key; `organisationIds` says which body of the register each
 * key means. Everything wrong is told at once, each with where it stands.
 */
export function planFromFile(
  file: unknown,
  bodyId: string,
  organisationIds: ReadonlyMap<string, string>,
): Result<PlanImport, string[]> {
  const parsed = PLAN.safeParse(file)
  if (!parsed.success) return err(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  const { levels, nodes, ...plan } = parsed.data
  const unknown = new Set(nodes.flatMap(organisationsIn).filter((key) => !organisationIds.has(key)))
  if (unknown.size > 0) return err([...unknown].map((key) => `There is no body ${key} in this office`))
  return ok({
    plan: { ...plan, bodyId },
    levels: levels.map(({ tracked, ...level }) => ({ ...level, isTracked: tracked })),
    nodes: nodes.map((node) => seedOf(node, organisationIds)),
  })
}

function organisationsIn(node: NodeInFile): string[] {
  const lead = node.lead === null ? [] : [node.lead]
  return [...lead, ...node.supporting.map((each) => each.organisation), ...node.children.flatMap(organisationsIn)]
}

function seedOf(node: NodeInFile, ids: ReadonlyMap<string, string>): NodeSeed {
  const { key, level, title: words, text, lead, supporting, children } = node
  return {
    ...{ key, level, title: words, text },
    leadId: lead === null ? null : (ids.get(lead) ?? null),
    supporting: supporting.map(({ organisation, role }) => ({
      organisationId: ids.get(organisation) ?? '',
      part: role,
    })),
    children: children.map((child) => seedOf(child, ids)),
  }
}
