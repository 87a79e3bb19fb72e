import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { draftContent } from '../actions/draft-content.js'
import { planBySlug, planTree } from '../data/plan.queries.js'
import { versionByText } from '../data/version.queries.js'
import { leadOf, type PlanContent } from '../domain/content.js'
import { pathTo } from '../domain/tree.js'

export const showPlanCommand: Command = {
  name: 'plan show',
  permission: 'plan:read',
  summary: 'Print a plan: its draft, or a published version',
  usage: '<plan> [--version <number>]',
  options: { version: 'value' },
  arity: [1, 1],
  run: async ({ deps, args: [slug = ''], options: { version } }) => {
    const plan = found(await planBySlug(deps.db, slug), `There is no plan ${slug}`)
    if (version === undefined) {
      const tree = found(await planTree(deps.db, plan.id))
      const content = await draftContent(deps.db, tree, deps.today())
      return { lines: ['Draft', ...outlineOf(content)], data: content }
    }
    const stored = found(await versionByText(deps.db, plan.id, version), `There is no version ${version}`)
    const { content, number, publishedAt, sha256 } = stored
    return {
      lines: [`Version ${number}, published ${publishedAt}, SHA-256 ${sha256}`, ...outlineOf(content)],
      data: content,
    }
  },
}

function outlineOf(content: PlanContent): string[] {
  const { title, vision, planningPeriod } = content.plan
  const parts = content.nodes.map((node) => {
    const level = content.levels.find(({ id }) => id === node.levelId)
    const lead = leadOf(node)
    const indent = '  '.repeat(pathTo(content, node.id).length - 1)
    return `${indent}${level?.name ?? 'Part'}: ${node.title}${lead ? ` (${lead.name})` : ''}`
  })
  return [title, vision, `Planning period ${planningPeriod.from} to ${planningPeriod.until}`, '', ...parts]
}
