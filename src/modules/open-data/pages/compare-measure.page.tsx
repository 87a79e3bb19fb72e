import { allGroups, ComparisonChoice, ComparisonView, compareMeasure } from '#modules/comparisons/index.js'
import { askedDay, KnownOnNotice, publicView, publishedMeasureBySlug } from '#modules/measures/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, EmptyState, Eyebrow, Heading } from '#ui/components.js'

export const compareMeasurePage = page('/measures/:measure/compare', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    const measure = found(await publishedMeasureBySlug(deps.db, params.measure))
    const groups = (await allGroups(deps.db)).filter(({ isPublishable }) => isPublishable)
    const group = groups.find(({ slug }) => slug === query.group) ?? groups[0]
    const asked = askedDay(query, deps.today())
    const options = { period: query.period || undefined, knownOn: asked.knownOn, ...(await publicView(deps.db)) }
    return { asked, measure, groups, comparison: group && (await compareMeasure(deps, measure, group, options)) }
  },
  title: ({ measure }) => `${measure.title}, compared`,
  view: ({ asked, measure, groups, comparison }, _form, { path }) => (
    <>
      <Crumbs
        items={[
          { label: 'Measures', href: '/measures' },
          { label: measure.title, href: `/measures/${measure.slug}` },
        ]}
      />
      <Eyebrow>Compared with other areas</Eyebrow>
      <Heading>{measure.title}</Heading>
      <KnownOnNotice asked={asked} path={path} />
      {comparison ? (
        <>
          <ComparisonView comparison={comparison} />
          <ComparisonChoice action={path} groups={groups} {...comparison} knownOn={asked.knownOn} />
        </>
      ) : (
        <EmptyState title="There is nothing to compare with yet" />
      )}
    </>
  ),
})
