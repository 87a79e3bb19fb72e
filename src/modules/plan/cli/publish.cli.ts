import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found } from '#platform/errors.js'
import { publishVersion } from '../actions/publish-version.js'
import { planBySlug } from '../data/plan.queries.js'
import type { Barrier } from '../domain/readiness.js'

export const publishPlanCommand: Command = {
  name: 'plan publish',
  permission: 'plan:publish',
  summary: 'Publish the draft of a plan as its next version',
  usage: '<plan> --note <what it is for>',
  options: { note: 'value' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [slug = ''], options: { note = '' }, say }) => {
    if (note.trim() === '') throw new UsageError('Say what this version is for: --note <text>')
    const plan = found(await planBySlug(deps.db, slug), `There is no plan ${slug}`)
    const result = await publishVersion(deps, actor, { planId: plan.id, note })
    if (result.ok) {
      const { number, sha256 } = result.value
      return { lines: [`${slug}: version ${number} published, SHA-256 ${sha256}`], data: { slug, number, sha256 } }
    }
    const problems =
      result.error.code === 'nothing-changed'
        ? [`Nothing has changed since version ${result.error.number}`]
        : result.error.barriers.map(barrierText)
    for (const problem of problems) say(problem)
    return { lines: [], data: { slug, problems }, refused: true }
  },
}

function barrierText(barrier: Barrier): string {
  switch (barrier.code) {
    case 'no-theme':
      return 'The plan has no parts yet'
    case 'no-vision':
      return 'The vision is empty'
    case 'no-title':
      return `A part of the level “${barrier.levelName}” has no title`
    case 'no-lead':
      return `Nobody leads “${barrier.title}”`
  }
}
