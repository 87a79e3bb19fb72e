import { formatMoment } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { type PublishRefusal, publishReport } from '../actions/publish-report.js'
import { type PublicationVerdict, verifyPublications } from '../actions/verify-publications.js'
import { allReports, latestPublications, reportBySlug } from '../data/reports.queries.js'
import { reportHtml } from '../document/build.js'

const noSuchReport = (slug: string) => `There is no report '${slug}'. 'frankpledge report list' lists them.`

const list: Command = {
  name: 'report list',
  summary: 'List the theme monitoring reports',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const reports = await allReports(deps.db)
    const latest = await latestPublications(deps.db)
    const items = reports.map(({ id, slug, title, meetingOn }) => {
      const last = latest.get(id)
      return { slug, title, meetingOn, publishedAt: last?.publishedAt ?? null, sha256: last?.sha256 ?? null }
    })
    const state = (at: string | null) => (at ? `published ${formatMoment(at)}` : 'draft')
    return { lines: items.map((item) => `${item.slug}  ${item.meetingOn}  ${state(item.publishedAt)}`), data: items }
  },
}

const build: Command = {
  name: 'report build',
  summary: 'Build a report as HTML from what is published now',
  usage: '<report>',
  arity: [1, 1],
  run: async ({ deps, args: [slug = ''] }) => {
    const report = found(await reportBySlug(deps.db, slug), noSuchReport(slug))
    const html = await reportHtml(deps.db, report, deps.today())
    return { lines: [html], data: { slug, html } }
  },
}

/** What bars it, each on a line, and what to do. */
function refusedFor(slug: string, refusal: PublishRefusal, say: (message: string) => void): CommandAnswer {
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
  summary: 'Publish a report: what is sent to the Panel stays as it is',
  usage: '<report> [--despite-election <reason>]',
  options: { 'despite-election': 'value' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [slug = ''], options, say }) => {
    const report = found(await reportBySlug(deps.db, slug), noSuchReport(slug))
    const html = await reportHtml(deps.db, report, deps.today())
    const despiteElection = options['despite-election']
    const result = await publishReport(deps, actor, {
      reportId: report.id,
      version: report.version,
      html,
      despiteElection,
    })
    if (!result.ok) return refusedFor(slug, result.error, say)
    const { number, sha256 } = result.value
    return { lines: [`Published ${slug}, number ${number}, sha256 ${sha256}`], data: { slug, number, sha256 } }
  },
}

const verify: Command = {
  name: 'report verify',
  summary: 'Prove that published reports are unchanged',
  usage: '[<report>]',
  arity: [0, 1],
  run: async ({ deps, args: [slug], say }) => {
    const reports = slug ? [found(await reportBySlug(deps.db, slug), noSuchReport(slug))] : await allReports(deps.db)
    const verdicts: PublicationVerdict[] = []
    for (const report of reports) verdicts.push(...(await verifyPublications(deps.db, report)))
    const lines = verdicts.map(
      ({ slug: name, number, problems }) => `${name}  ${number}  ${problems[0] ?? 'unchanged'}`,
    )
    const unsound = verdicts.filter(({ problems }) => problems.length > 0)
    if (unsound.length > 0) say(`${unsound.length} of ${verdicts.length} published reports are not what was published.`)
    return { lines, data: verdicts, refused: unsound.length > 0 }
  },
}

/** The commands of this module. */
export const reportCommands: readonly Command[] = [list, build, publish, verify]
