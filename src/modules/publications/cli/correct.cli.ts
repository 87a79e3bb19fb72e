import type { Json } from '#kernel/canonical-json.js'
import { currentBody } from '#modules/body/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found } from '#platform/errors.js'
import { affectedReports, figureNamed } from '../actions/affected-reports.js'
import { type CorrectionOutcome, correctFigure, tryCorrection } from '../actions/correct-figure.js'
import { outcomeWords } from '../actions/outcome-words.js'

/** `frankpledge report correct`: reissues every published report that used a figure, each with a dated notice. */
export const correct: Command = {
  name: 'report correct',
  permission: 'publications:correct',
  summary: 'Reissue every published report that used a figure which was revised, with a notice of what was wrong',
  usage:
    '<measure.period | code> --reason <text> [--decided-by <who>] [--with-changed-words] [--despite-election <reason>] [--dry-run]',
  options: {
    ...{ reason: 'value', 'decided-by': 'value', 'despite-election': 'value' },
    ...{ 'with-changed-words': 'flag', 'dry-run': 'flag' },
  },
  arity: [1, 1],
  run: async ({ deps, actor, args: [figure = ''], options, say }) => {
    const asked = found(await figureNamed(deps, figure), NO_FIGURE(figure))
    const withChangedWords = options['with-changed-words'] === 'true'
    const isDry = options['dry-run'] === 'true'
    const reason = options.reason?.trim() ?? ''
    if (!isDry && reason === '') throw new UsageError('Say what was wrong: --reason <text>')
    const decidedBy = options['decided-by'] ?? (await officeName(deps))
    const affected = await affectedReports(deps, asked)
    const request = { asked, reason, decidedBy, withChangedWords, despiteElection: options['despite-election'] }
    const outcomes = await (isDry ? tryCorrection : correctFigure)(deps, actor, request)
    if (affected.length === 0) say('No published report used this figure.')
    const used = new Map(affected.map(({ report, numbers }) => [report.id, numbers]))
    return {
      lines: outcomes.flatMap((each) => [outcomeWords(each, isDry), ...each.lines.map((line) => `    ${line}`)]),
      data: {
        figure: `${asked.measure}.${asked.period}`,
        isDryRun: isDry,
        ...(reason !== '' && { reason }),
        decidedBy,
        reports: outcomes.map((each) => outcomeJson(each, used.get(each.reportId) ?? [])),
      },
      refused: outcomes.some(({ state }) => state !== 'reissued' && state !== 'right'),
    }
  },
}

const NO_FIGURE = (typed: string) =>
  `'${typed}' names no figure: give a measure and a period, like burglary.2025-03, or the code that is printed with it`

async function officeName({ db, today }: Parameters<Command['run']>[0]['deps']): Promise<string> {
  return (await currentBody(db, today()))?.officeName ?? 'The office'
}

function outcomeJson(
  { slug, title, from, to, state, lines, problem, refusal }: CorrectionOutcome,
  used: readonly number[],
): Json {
  const why = problem ?? refusal?.code
  return { report: slug, title, usedInNumbers: [...used], from, to, state, ...(why && { why }), lines: [...lines] }
}
