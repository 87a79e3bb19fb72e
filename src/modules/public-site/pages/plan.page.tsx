import { ukDateOf } from '#kernel/dates.js'
import { type PlanVersion, versionsOf } from '#modules/plan/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { DataLinks, Heading, Prose, Table } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { type PlanPicture, planHref, planPictureOf } from './picture.js'
import { PlanHead } from './plan-head.view.js'
import { PlanInFull } from './plan-in-full.view.js'
import { ThemeCards } from './theme-cards.view.js'

export const planPage = page('/plans/:plan', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const picture = found(await planPictureOf(deps, params.plan))
    return { picture, versions: await versionsOf(deps.db, picture.plan.planId) }
  },
  title: ({ picture }) => picture.plan.content.plan.title,
  view: ({ picture, versions }) => (
    <>
      <PlanHead picture={picture} />
      <ThemeCards picture={picture} />
      <PlanInFull picture={picture} />
      <Heading level={2} id="period">
        Planning period
      </Heading>
      <Period picture={picture} />
      <Heading level={2} id="versions">
        Versions
      </Heading>
      <Versions picture={picture} versions={versions} />
      <DataLinks json="/open-data/plans.json" csv="/open-data/plan-parts.csv" />
    </>
  ),
})

function Period({ picture: { plan } }: { picture: PlanPicture }) {
  const { planningPeriod, electionOn, nextElectionOn } = plan.content.plan
  return (
    <Prose>
      <p>
        {formatDate(planningPeriod.from)} to {formatDate(planningPeriod.until)}. The plan follows the election of{' '}
        {formatDate(electionOn)}; the law lets it run until the end of the financial year of the next one,{' '}
        {formatDate(nextElectionOn)}, and it stays in force until another replaces it (Police Reform and Social
        Responsibility Act 2011, section 7).
      </p>
    </Prose>
  )
}

function Versions({ picture: { plan }, versions }: { picture: PlanPicture; versions: readonly PlanVersion[] }) {
  const href = planHref(plan)
  return (
    <Table
      caption="Published versions of this plan"
      captionHidden
      columns={[{ label: 'Version' }, { label: 'Published' }, { label: 'Why', width: 'half' }, { label: 'Compare' }]}
      rows={versions.map(({ number, publishedAt, note }) => [
        <a href={`${href}/versions/${number}`}>Version {number}</a>,
        formatDate(ukDateOf(new Date(publishedAt))),
        note,
        number > 1 ? (
          <a href={`${href}/changes/${number - 1}/${number}`}>Changes since version {number - 1}</a>
        ) : (
          'First'
        ),
      ])}
    />
  )
}
