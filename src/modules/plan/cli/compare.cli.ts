import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { planBySlug } from '../data/plan.queries.js'
import { versionByText } from '../data/version.queries.js'
import { compareContents } from '../domain/compare.js'
import { changesInWords } from './changes-in-words.js'

export const comparePlanCommand: Command = {
  name: 'plan compare',
  permission: 'plan:read',
  summary: 'Say what changed between two published versions of a plan',
  usage: '<plan> <from> <to>',
  arity: [3, 3],
  run: async ({ deps, args: [slug = '', from = '', to = ''] }) => {
    const plan = found(await planBySlug(deps.db, slug), `There is no plan ${slug}`)
    const version = async (number: string) =>
      found(await versionByText(deps.db, plan.id, number), `There is no version ${number} of ${slug}`)
    const changes = compareContents((await version(from)).content, (await version(to)).content)
    return { lines: changes.length > 0 ? changesInWords(changes) : ['Nothing changed'], data: changes }
  },
}
