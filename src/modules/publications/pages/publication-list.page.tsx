import { publishedReports, type RevisedFigure, revisedFigures, sentOn } from '#modules/reports/index.js'
import { may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Small, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import { allCorrections } from '../data/publications.queries.js'
import type { CorrectionFacts } from '../domain/correction.js'
import { correctHref } from './affected.view.js'

export const publicationListPage = page('/staff/publications', {
  permission: 'publications:read',
  load: async ({ deps }) => {
    const reports = await withRevisions(deps)
    return { reports, corrections: await allCorrections(deps.db) }
  },
  title: () => 'Since it was published',
  view: ({ reports, corrections }, _form, { actor }) => {
    const isCorrector = may(actor, 'publications:correct')
    const changed = reports.filter(({ revised }) => revised.length > 0).length
    return (
      <>
        <Heading>Since it was published</Heading>
        {reports.length === 0 ? (
          <EmptyState title="No report has been published yet">
            <p>What becomes of its figures afterwards will stand here.</p>
          </EmptyState>
        ) : (
          <>
            <Lede>
              {changed === 0
                ? 'Every figure of every published report stands as it was sent.'
                : `${sentenceCount(changed, 'report')} of ${reports.length} ${changed === 1 ? 'has' : 'have'} figures that were revised since.`}
            </Lede>
            {isCorrector ? (
              <LinkButton href="/staff/publications/correct" kind={changed > 0 ? 'primary' : 'secondary'}>
                Correct a published figure
              </LinkButton>
            ) : null}
            <Table
              caption="Published reports"
              captionHidden
              stacks
              columns={[
                { label: 'Report', width: 'third' },
                { label: 'Number' },
                { label: 'Revised since', width: 'third' },
                { label: 'For the host' },
              ]}
              rows={reports.map(({ report, publication, revised }) => [
                <a key="report" href={`/staff/reports/${report.id}`}>
                  {report.title}
                </a>,
                `${publication.number}, ${formatDate(sentOn(publication))}`,
                <RevisedList key="revised" revised={revised} isCorrector={isCorrector} />,
                <a key="pack" href={`/staff/publications/${report.id}/pack`}>
                  Pack (zip)
                </a>,
              ])}
            />
            <Corrections
              corrections={corrections}
              titles={new Map(reports.map(({ report }) => [report.id, report.title]))}
            />
          </>
        )}
      </>
    )
  },
})

async function withRevisions(deps: Deps) {
  const all = []
  for (const { report, publication } of await publishedReports(deps.db)) {
    const revised = await revisedFigures(deps, publication)
    all.push({ report, publication, revised })
  }
  return all
}

type RevisedProps = { readonly revised: readonly RevisedFigure[]; readonly isCorrector: boolean }

function RevisedList({ revised, isCorrector }: RevisedProps) {
  if (revised.length === 0) return <>None</>
  return (
    <ul>
      {revised.map(({ kind, measure, period, from, to, revisedOn, file }) => (
        <li key={`${measure.slug}.${period.code}`}>
          {measure.title}, {period.label}:{' '}
          {kind === 'words' ? 'says something else now' : `${from} in the report, ${to || 'no longer given'} now`}.
          <Small>
            {revisedOn ? `Known since ${formatDate(revisedOn)}` : ''}
            {file ? `, from ${file.title || file.name}` : ''}{' '}
            {isCorrector && correctHref({ measure: measure.slug, period: period.code }) ? (
              <a href={correctHref({ measure: measure.slug, period: period.code })}>Correct it</a>
            ) : null}
          </Small>
        </li>
      ))}
    </ul>
  )
}

type CorrectionsProps = {
  readonly corrections: readonly CorrectionFacts[]
  readonly titles: ReadonlyMap<string, string>
}

function Corrections({ corrections, titles }: CorrectionsProps) {
  if (corrections.length === 0) return null
  return (
    <Table
      caption="Corrections made"
      stacks
      columns={[
        { label: 'Report', width: 'third' },
        { label: 'Date' },
        { label: 'What was wrong', width: 'third' },
        { label: 'Decided by' },
      ]}
      rows={corrections.map(({ publicationId, reportId, number, on, lines, reason, decidedBy }) => [
        `${titles.get(reportId) ?? 'A report'}, number ${number}`,
        formatDate(on),
        <div key={publicationId}>
          {lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
          <Small>{reason}</Small>
        </div>,
        decidedBy,
      ])}
    />
  )
}
