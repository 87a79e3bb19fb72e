import type { Json } from '#kernel/canonical-json.js'
import { formatDate } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { checkCode, printedCode } from '../actions/check-code.js'
import { revisedFigures } from '../actions/revised-figures.js'
import { allReports, publicationsOf } from '../data/reports.queries.js'
import type { Report } from '../domain/report.js'
import type { RevisedFigure } from '../domain/revised.js'
import { reportCalled } from './find-report.js'

/** `frankpledge report revised`: which figures of published reports the register has since revised. */
export const revised: Command = {
  name: 'report revised',
  permission: 'reports:read',
  summary: 'Say which figures of published reports have since been revised, from what to what',
  usage: '[<report>]',
  arity: [0, 1],
  run: async ({ deps, args: [name] }) => {
    const reports = name === undefined ? await allReports(deps.db) : [await reportCalled(deps.db, name)]
    const items: { lines: string[]; data: Json }[] = []
    for (const report of reports) {
      const item = await revisedIn(deps, report)
      if (item) items.push(item)
    }
    return { lines: items.flatMap(({ lines }) => lines), data: items.map(({ data }) => data) }
  },
}

async function revisedIn(deps: Deps, report: Report): Promise<{ lines: string[]; data: Json } | undefined> {
  const [last] = await publicationsOf(deps.db, report.id)
  if (!last) return undefined
  const figures = await revisedFigures(deps, last)
  const code = checkCode(report.id, last.number)
  const { slug } = report
  const head = { report: slug, number: last.number, publishedAt: last.publishedAt, code: printedCode(code) }
  const none = [`${slug}  number ${last.number}  no figure has been revised since`]
  return {
    lines: figures.length === 0 ? none : figures.map((each) => `${slug}  number ${last.number}  ${lineOf(each)}`),
    data: { ...head, revised: figures.map((each) => ({ ...each, file: each.file && { ...each.file } })) },
  }
}

function lineOf({ measure, period, from, to, revisedOn, file, figures, charts }: RevisedFigure): string {
  const when = revisedOn === null ? '' : `, known on ${formatDate(revisedOn)}`
  const source = file ? `, from ${file.name || file.title}` : ''
  const where = [
    ...figures.map(({ number }) => `figure ${number}`),
    ...charts.map((number) => `drawn in Figure ${number}`),
  ].join(', ')
  return `${measure.slug}.${period.code}  from ${from} to ${to || 'no figure'}${when}${source}  (${where})`
}
