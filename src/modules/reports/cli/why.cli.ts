import type { Json } from '#kernel/canonical-json.js'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { figuresOf } from '../data/publication.queries.js'
import { publicationsOf } from '../data/reports.queries.js'
import { reportPaper, standingBehind } from '../document/build.js'
import type { Report } from '../domain/report.js'
import { reportCalled } from './find-report.js'

/** `frankpledge report why`: what stands behind a figure of a report, as it was frozen, or as it is while it is a draft. */
export const why: Command = {
  name: 'report why',
  permission: 'reports:read',
  summary: 'Say where a figure of a report comes from: formula, observations, files, days',
  usage: '<report> [<figure>] [--draft]',
  options: { draft: 'flag' },
  arity: [1, 2],
  run: async ({ deps, args: [name = '', figure], options }) => {
    const report = await reportCalled(deps.db, name)
    const [last] = options.draft ? [] : await publicationsOf(deps.db, report.id)
    const frozen = last ? await figuresOf(deps.db, last.id) : undefined
    const figures = frozen ?? (await draftFigures(deps, report))
    const ids = [...figures.keys()].sort()
    if (figure === undefined) return { lines: ids, data: { report: report.slug, figures: ids } }
    const id = idFor(ids, figure)
    const facts = found(id === undefined ? undefined : figures.get(id), notThere(report.slug, figure))
    const where = last && { publication: last.number, publishedAt: last.publishedAt, publishedBy: last.publishedBy }
    const data = { report: report.slug, isFrozen: frozen !== undefined, ...where, ...(isRecord(facts) ? facts : {}) }
    return { lines: JSON.stringify(data, null, 2).split('\n'), data }
  },
}

const notThere = (slug: string, figure: string) =>
  `The report has no live figure '${figure}'. 'frankpledge report why ${slug}' lists them.`

/** A figure by its whole name, with or without the day on which it was frozen, or by its measure and period. */
function idFor(ids: readonly string[], asked: string): string | undefined {
  if (ids.includes(asked)) return asked
  const named = (name: string) => ids.find((id) => id.split('@')[0] === name)
  return named(asked) ?? named(`${asked}.value`) ?? ids.find((id) => id.startsWith(`${asked}.`))
}

async function draftFigures(deps: Deps, report: Report): Promise<ReadonlyMap<string, Json>> {
  return (await standingBehind(deps.db, await reportPaper(deps, report))).figures
}

function isRecord(json: Json): json is Readonly<Record<string, Json>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
