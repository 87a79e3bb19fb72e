import { formatMoment } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { Obstacle } from '#platform/errors.js'
import { type PublishRefusal, publishReport } from '../actions/publish-report.js'
import { allReports, latestPublications } from '../data/reports.queries.js'
import { builtReport } from '../document/build.js'
import { build } from './build.cli.js'
import { reportCalled } from './find-report.js'
import { revised } from './revised.cli.js'
import { template } from './template.cli.js'
import { verify } from './verify.cli.js'
import { why } from './why.cli.js'

const list: Command = {
  name: 'report list',
  permission: 'reports:read',
  summary: 'List the reports',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const reports = await allReports(deps.db)
    const latest = await latestPublications(deps.db)
    const items = reports.map(({ id, slug, template, title, meetingOn }) => {
      const last = latest.get(id)
      return {
        id,
        slug,
        template,
        title,
        meetingOn,
        publishedAt: last?.publishedAt ?? null,
        sha256: last?.sha256 ?? null,
      }
    })
    const state = (at: string | null) => (at ? `published ${formatMoment(at)}` : 'draft')
    return { lines: items.map((item) => `${item.slug}  ${item.meetingOn}  ${state(item.publishedAt)}`), data: items }
  },
}

/** What bars it, each on a line, and what to do. */
function refusedFor(slug: string, refusal: PublishRefusal, say: (message: string) => void): CommandAnswer {
  if (refusal.code === 'unfinished') {
    for (const { where, line, message } of refusal.problems) say(`${where}, line ${line}: ${message}`)
    say(`'${slug}' was not published: mend what is listed above.`)
    return { lines: [], data: { slug, problems: refusal.problems.map((each) => ({ ...each })) }, refused: true }
  }
  if (refusal.code === 'before-election') {
    const { election, until } = refusal.period
    say(`'${slug}' was not published: it is before ${election}, until ${until}. Give a reason with --despite-election.`)
    return { lines: [], data: { slug, election, barredUntil: until }, refused: true }
  }
  for (const { message } of refusal.open) say(message)
  say(`'${slug}' was not published: its figures do not add up. Mend it, or dismiss each error on its publish page.`)
  const openErrors = refusal.open.map(({ id, message }) => ({ id, message }))
  return { lines: [], data: { slug, openErrors }, refused: true }
}

const publish: Command = {
  name: 'report publish',
  permission: 'reports:publish',
  summary: 'Publish a report: what is sent to the Panel stays as it is',
  usage: '<report> [--despite-election <reason>]',
  options: { 'despite-election': 'value' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [slug = ''], options, say }) => {
    const report = await reportCalled(deps.db, slug)
    const built = await builtReport(deps, report)
    if (!built.ok) throw new Obstacle(built.error)
    const despiteElection = options['despite-election']
    const result = await publishReport(deps, actor, {
      reportId: report.id,
      version: report.version,
      built: built.value,
      despiteElection,
    })
    if (!result.ok) return refusedFor(slug, result.error, say)
    const { number, sha256 } = result.value
    return { lines: [`Published ${slug}, number ${number}, sha256 ${sha256}`], data: { slug, number, sha256 } }
  },
}

/** The commands of this module. */
export const reportCommands: readonly Command[] = [list, build, publish, verify, why, revised, template]
