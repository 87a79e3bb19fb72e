import type { Command } from '#platform/cli/command.js'
import { importsById } from '../data/imports.queries.js'
import { observationsOf } from '../data/observations.queries.js'
import { figureFormat } from '../domain/figure.js'
import { comparePeriods } from '../domain/period.js'
import { TYPED_EXAMPLES, typedPeriodOf } from '../domain/period-in-words.js'
import { shortLabel } from '../domain/period-words.js'
import { inColumns } from './columns.js'
import { observationData, periodData } from './figure-data.js'
import { knownOnOption, measureNamed, refused } from './options.js'

export const showVintages: Command = {
  name: 'measures vintages',
  permission: 'measures:read',
  summary: 'Show every figure that a measure ever had: who took it in, when, why and from which file',
  usage: '<measure> [--period <period>] [--as-known-on <day>] [--area <code>]',
  options: { period: 'value', 'as-known-on': 'value', area: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, args, options, say } = context
    const measure = await measureNamed(context, args[0] ?? '')
    const knownOn = knownOnOption(context)
    if (!knownOn.ok) return refused(say, knownOn.error)
    const typed = options.period === undefined ? undefined : typedPeriodOf(options.period, measure.frequency)
    if (typed && !typed.ok)
      return refused(say, `--period: '${options.period}' is no period. Write it like ${TYPED_EXAMPLES}`)
    const period = typed?.value.period
    const all = await observationsOf(deps.db, [measure.id], { knownOn: knownOn.value, area: options.area })
    const vintages = all.filter((each) => !period || each.period.code === period.code)
    vintages.sort((a, b) => comparePeriods(a.period, b.period))
    const ids = vintages.map(({ importId }) => importId)
    const files = new Map((await importsById(deps.db, ids)).map((file) => [file.id, file]))
    const write = figureFormat(
      measure.unit,
      vintages.flatMap(({ value }) => value ?? []),
    )
    const rows = vintages.map(({ period: of, value, status, knownOn: known, importId }) => {
      const file = files.get(importId)
      const said = [file?.importedBy ?? '', file?.reason ?? '', `${file?.fileName} ${file?.sha256.slice(0, 12)}`]
      return [shortLabel(of), value === null ? '–' : write(value), status, known, ...said]
    })
    return {
      lines: inColumns([['PERIOD', 'VALUE', 'STATUS', 'KNOWN ON', 'BY', 'WHY', 'FILE'], ...rows]),
      data: {
        code: measure.slug,
        vintages: vintages.map((each) => ({
          period: periodData(each.period),
          ...(observationData(measure, each, files) as Record<string, never>),
        })),
      },
    }
  },
}
