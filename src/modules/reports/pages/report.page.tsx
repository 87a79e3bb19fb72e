import { formatMoment, sentenceCount } from '#kernel/words.js'
import { waitingToBePublished } from '#modules/delivery/index.js'
import { accountNames } from '#modules/people/index.js'
import { may } from '#platform/actor.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, Crumbs, LinkButton, Notice, Table } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { revisedFigures } from '../actions/kept-revisions.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { commentsOf, sectionWork } from '../data/section.queries.js'
import { reportFacts } from '../document/facts.js'
import { PanelReport } from '../document/panel-report.view.js'
import { RevisedTable } from '../document/revised.view.js'
import { writableSections } from '../document/writable-sections.js'
import { type SectionComment, type SectionWork, STATE_WORDS } from '../domain/section-work.js'

export const reportPage = page('/staff/reports/:reportId', {
  permission: 'reports:read',
  load: async ({ deps, params }) => {
    const report = found(await reportById(deps.db, params.reportId))
    const publications = await publicationsOf(deps.db, report.id)
    return {
      facts: await reportFacts(deps, report),
      publications,
      revised: publications[0] ? await revisedFigures(deps, publications[0]) : [],
      waiting: (await waitingToBePublished(deps.db)).updates.filter(({ action }) => action.planId === report.planId)
        .length,
      work: await sectionWork(deps.db, report.id),
      comments: await commentsOf(deps.db, report.id),
      names: await accountNames(deps.db),
    }
  },
  title: ({ facts }) => facts.report.title,
  view: ({ facts, publications, revised, waiting, work, comments, names }, _form, { actor }) => {
    const { report } = facts
    const at = `/staff/reports/${report.id}`
    const [last] = publications
    return (
      <>
        <Crumbs items={[{ label: 'Reports', href: '/staff/reports' }]} />
        <Notice title={last ? `Published, number ${last.number}` : 'Draft'}>
          <p>
            {last
              ? `The public and the Panel read the copy of ${formatMoment(last.publishedAt)}. Below is the report as it would be built now.`
              : 'Below is the report as it stands. Its figures and states follow what is published until you publish it.'}
          </p>
          {waiting > 0 ? (
            <p>
              {waiting === 1 ? 'One update waits' : `${waiting} updates wait`} to be published and{' '}
              {waiting === 1 ? 'is' : 'are'} not in this report. <a href="/staff/publish">See what waits</a>.
            </p>
          ) : null}
          {revised.length > 0 ? (
            <p>
              {sentenceCount(revised.length, 'figure')} of the published number {revised.length === 1 ? 'has' : 'have'}{' '}
              since been revised. <a href="#since-revised">See which</a>, or{' '}
              <a href="/staff/publications">correct it</a>.
            </p>
          ) : null}
        </Notice>
        <ButtonGroup>
          {may(actor, 'reports:publish') ? <LinkButton href={`${at}/publish`}>Publish report</LinkButton> : null}
          {may(actor, 'reports:edit') ? (
            <LinkButton href={`${at}/edit`} kind="secondary">
              Change dates or title
            </LinkButton>
          ) : null}
        </ButtonGroup>
        <p class="links">
          As it stands, as a file: <a href={`${at}/draft/pdf`}>PDF</a> <a href={`${at}/draft/docx`}>Word</a>{' '}
          <a href={`${at}/draft/html`}>HTML</a>
          {may(actor, 'reports:edit') ? (
            <>
              {' '}
              <a href={`${at}/word`}>Bring back a changed Word file</a>
            </>
          ) : null}
        </p>
        {may(actor, 'reports:edit') ? (
          <Table
            caption="Write or change a section"
            columns={[
              { label: 'Section', width: 'half' },
              { label: 'Words' },
              { label: 'Written by' },
              { label: 'State' },
            ]}
            rows={writableSections(facts).map(({ key, heading, standing }) => [
              <a key="heading" href={`${at}/sections/${key}`}>
                {heading}
              </a>,
              wordsState(report.narratives.get(key), standing),
              writer(work.get(key), names),
              <Progress key="state" at={`${at}/sections/${key}`} work={work.get(key)} open={openOn(comments, key)} />,
            ])}
          />
        ) : null}
        <RevisedTable revised={revised} />
        <PanelReport facts={facts} />
      </>
    )
  },
})

function wordsState(own: string | undefined, standing: string): string {
  if (own) return 'The office’s own'
  return standing ? 'Standing words' : 'None yet'
}

const writer = (work: SectionWork | undefined, names: ReadonlyMap<string, string>) =>
  work?.ownerId ? (names.get(work.ownerId) ?? 'Someone') : 'Nobody yet'

const openOn = (comments: readonly SectionComment[], key: string) =>
  comments.filter(({ section, settledAt }) => section === key && settledAt === null).length

type ProgressProps = { readonly at: string; readonly work: SectionWork | undefined; readonly open: number }

/** How far a section is, and the comments that wait on it. */
function Progress({ at, work, open }: ProgressProps) {
  return (
    <>
      {STATE_WORDS[work?.state ?? 'draft']}
      {open > 0 ? (
        <>
          <br />
          <a href={`${at}/comments`}>{countOf(open, 'open comment')}</a>
        </>
      ) : null}
    </>
  )
}
