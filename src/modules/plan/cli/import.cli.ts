import { z } from 'zod'
import { slugOf } from '#kernel/slug.js'
import { countOf } from '#kernel/words.js'
import { currentBody, organisationNames } from '#modules/body/index.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { jsonIn } from '#platform/cli/json-file.js'
import { UsageError } from '#platform/cli/run.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { type ImportRefusal, importPlan } from '../actions/import-plan.js'
import { planFromFile } from './plan-file.js'

export const importPlanCommand: Command = {
  name: 'plan import',
  permission: 'plan:edit',
  summary: 'Take in a whole plan from a JSON file, as a draft',
  usage: '<file.json> [--organisations <file.json>]',
  options: { organisations: 'value' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [path = ''], options: { organisations }, say }) => {
    const body = found(await currentBody(deps.db, deps.today()), 'No body has been founded yet')
    const ids = await organisationIds(deps.db, organisations)
    const file = planFromFile(await jsonIn(path), body.id, ids)
    if (!file.ok) return refused(file.error, say)
    const result = await importPlan(deps, actor, file.value)
    if (!result.ok) return refused(problemsOf(result.error), say)
    const { slug, planId, nodeIdsByKey } = result.value
    return { lines: [`${slug}: taken in as a draft, ${countOf(nodeIdsByKey.size, 'part')}`], data: { slug, planId } }
  },
}

const ORGANISATIONS = z.object({ organisations: z.array(z.object({ key: z.string(), name: z.string() })) })

/**
 * Which body each key means: the one whose name the organisations file gives for it, or else the one whose
 * name or short name makes that key. A key that two bodies make means neither.
 */
async function organisationIds(db: Db, path: string | undefined): Promise<Map<string, string>> {
  const known = await organisationNames(db)
  const idByName = new Map([...known].map(([id, { name }]) => [name, id]))
  const ids = new Map<string, string>()
  const keys = [...known].flatMap(([id, { name, shortName }]) =>
    [...new Set([slugOf(name), slugOf(shortName)])].map((key) => [key, id] as const),
  )
  for (const [key, same] of Map.groupBy(keys, ([each]) => each))
    if (same[0] && same.length === 1) ids.set(key, same[0][1])
  if (path === undefined) return ids
  const file = ORGANISATIONS.safeParse(await jsonIn(path))
  if (!file.success) throw new UsageError(`${path} does not list organisations, each with its key and name`)
  for (const { key, name } of file.data.organisations) {
    const id = idByName.get(name)
    if (id !== undefined) ids.set(key, id)
  }
  return ids
}

function problemsOf(refusal: ImportRefusal): readonly string[] {
  switch (refusal.code) {
    case 'unsound':
      return refusal.problems
    case 'next-election-not-later':
      return ['nextElectionOn must be after electionOn']
    case 'starts-before-election':
      return ['startsOn must be on or after electionOn']
    case 'starts-after-next-election':
      return ['startsOn must be on or before nextElectionOn']
  }
}

function refused(problems: readonly string[], say: (message: string) => void): CommandAnswer {
  for (const problem of problems) say(problem)
  return { lines: [], data: { problems }, refused: true }
}
