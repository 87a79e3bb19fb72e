import type { Command } from '#platform/cli/command.js'
import { dueFigures, type OwnersQueue, type PeriodRun, runsOf } from '../actions/due-figures.js'

export const listDue: Command = {
  name: 'measures due',
  permission: 'measures:read',
  summary: 'Say which figures are due from whom',
  usage: '[--owner <name>]',
  options: { owner: 'value' },
  arity: [0, 0],
  run: async ({ deps, options: { owner } }) => {
    const queues = await dueFigures(deps)
    const shown =
      owner === undefined ? queues : queues.filter((each) => each.owner.toLowerCase() === owner.toLowerCase())
    return { lines: shown.flatMap(linesOf), data: shown.map(told) }
  },
}

function linesOf({ owner, measures }: OwnersQueue): string[] {
  return [
    owner,
    ...measures.map(({ measure, due, periods }) => {
      const when = due ? `due ${due.isPast ? 'since' : 'by'} ${due.on}` : 'no figures yet'
      return `  ${measure.slug}: ${when}${periods.length > 0 ? `, for ${runsOf(periods).map(runWords).join(', ')}` : ''}`
    }),
  ]
}

function runWords({ first, last, count }: PeriodRun): string {
  return count === 1 ? first.code : `${first.code} to ${last.code} (${count})`
}

function told({ owner, measures }: OwnersQueue) {
  return {
    owner,
    measures: measures.map(({ measure, latest, due, periods }) => ({
      ...{ measure: measure.slug, title: measure.title, lastPeriod: latest?.period.code ?? null },
      ...{ due: due?.on ?? null, isOverdue: due?.isPast ?? false, periods: periods.map(({ code }) => code) },
    })),
  }
}
