import { paperHtml } from '#modules/documents/index.js'
import { checkHtml, showChecked } from '#modules/figure-check/index.js'
import { preElectionOn } from '#modules/pre-election/index.js'
import { found } from '#platform/errors.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, LinkButton, Notice, Textarea } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import { checkedAs, publishReport } from '../actions/publish-report.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { sectionWork } from '../data/section.queries.js'
import { builtReport, reportPaper } from '../document/build.js'
import { type Report, readersOf } from '../domain/report.js'
import { RevisedSinceSignOff } from './frozen.view.js'

export const publishReportPage = page('/staff/reports/:reportId/publish', {
  permission: 'reports:publish',
  load: async ({ deps, actor, params }) => {
    const report = found(await reportById(deps.db, params.reportId))
    const { paper, problems, taken } = await reportPaper(deps, report)
    const document = checkedAs(report, paperHtml(paper))
    const check = await checkHtml(deps, deps.db, document)
    const checkedAt = showChecked(deps, actor, document, check)
    const election = await preElectionOn(deps.db, deps.today())
    const work = await sectionWork(deps.db, report.id)
    const unsigned = [...report.narratives.keys()].filter((key) => work.get(key)?.state !== 'signed-off').length
    return {
      report,
      unsigned,
      problems,
      revisedSince: taken.differences,
      open: check.open,
      checkedAt,
      election,
      last: (await publicationsOf(deps.db, report.id))[0],
    }
  },
  form: { version: versionField(), despiteElection: textField({ max: 500, name: 'Reason' }) },
  values: ({ report }) => ({ version: report.version }),
  submit: async ({ deps, actor, data, input }) => {
    const { report } = data
    const built = await builtReport(deps, report)
    if (!built.ok) return fieldError('version', built.error)
    const result = await publishReport(deps, actor, { reportId: report.id, ...input, built: built.value })
    if (!result.ok) return result.error.code === 'before-election' ? TELL_WHY : fieldError('version', BARRED)
    return redirectTo(`/staff/reports/${report.id}`, 'Report published')
  },
  title: ({ report }) => `Publish ${report.title}`,
  view: ({ report, last, open, problems, checkedAt, election, unsigned, revisedSince }, form) => (
    <>
      <Crumbs items={[{ label: report.title, href: `/staff/reports/${report.id}` }]} />
      <Form of={form}>
        <Heading>Publish this report?</Heading>
        <p>
          “{report.title}” goes to the {readersOf(report)} and onto the public site as it stands now. The published copy
          never changes: later figures do not alter it, and a correction is a new number beside the old.
        </p>
        {last ? (
          <p>
            Number {last.number} is published already. This will be number {last.number + 1}.
          </p>
        ) : null}
        {unsigned > 0 ? (
          <p>
            {sentenceCount(unsigned, 'section')} with the office’s own words {unsigned === 1 ? 'is' : 'are'} not signed
            off. <a href={`/staff/reports/${report.id}`}>See which</a>.
          </p>
        ) : null}
        <Hidden name="version" value={form.version.value} />
        <RevisedSinceSignOff of={revisedSince} />
        <Unfinished report={report} problems={problems} />
        {open.length > 0 ? (
          <>
            <Notice kind="worry" title={open.length === 1 ? 'One error bars it' : `${open.length} errors bar it`}>
              <ul>
                {open.map(({ id, message }) => (
                  <li>
                    <a href={`${checkedAt}/findings/${id}`}>{message}</a>
                  </li>
                ))}
              </ul>
              <p>Mend the report, or say of each why it is no fault.</p>
            </Notice>
            <LinkButton href={checkedAt}>Read the report beside its findings</LinkButton>
          </>
        ) : (
          <>
            <p>
              Its figures were checked, and no error is open. <a href={checkedAt}>See what was checked</a>.
            </p>
            {election ? (
              <>
                <Notice kind="worry" title={`Publication is barred until ${formatDate(election.until)}`}>
                  <p>
                    Before {election.election}. Decided by {election.decidedBy}. It can be published only with a reason,
                    which stays on the audit trail.
                  </p>
                </Notice>
                <Textarea field={form.despiteElection} label="Why it must be published now" rows={3} />
              </>
            ) : null}
            {problems.length === 0 ? <Button preventDoubleClick>Publish report</Button> : null}
          </>
        )}
      </Form>
    </>
  ),
})

type UnfinishedProps = { readonly report: Report; readonly problems: readonly Problem[] }

/** What is not finished in the words of the report, each with its line. */
function Unfinished({ report, problems }: UnfinishedProps) {
  if (problems.length === 0) return null
  const name = (where: string) =>
    report.narratives.has(where) ? <a href={`/staff/reports/${report.id}/sections/${where}`}>{where}</a> : where
  return (
    <Notice
      kind="worry"
      title={problems.length === 1 ? 'One thing is unfinished' : `${problems.length} things are unfinished`}
    >
      <ul>
        {problems.map(({ where, line, message }) => (
          <li>
            {name(where)}, line {line}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const TELL_WHY = fieldError('despiteElection', 'Enter why it must be published before the election')
const BARRED = 'This report was not published: see below what bars it'
