import { addressWith, askedDay, KnownOnNotice, measureById } from '#modules/measures/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, EmptyState, Eyebrow, Heading, LinkButton } from '#ui/components.js'
import { compareMeasure } from '../actions/compare-measure.js'
import { allGroups } from '../data/comparisons.queries.js'
import { ComparisonView } from './comparison.view.js'
import { ComparisonChoice } from './comparison-choice.view.js'

export const compareMeasurePage = page('/staff/measures/:measureId/compare', {
  permission: 'comparisons:read',
  load: async ({ deps, params, query }) => {
    const measure = found(await measureById(deps.db, params.measureId))
    const groups = await allGroups(deps.db)
    const group = groups.find(({ slug }) => slug === query.group) ?? groups[0]
    const asked = askedDay(query, deps.today())
    const { knownOn } = asked
    const options = { period: query.period || undefined, knownOn, isMixingAllowed: query.mixed === 'yes' }
    const comparison = group && (await compareMeasure(deps, measure, group, options))
    return { asked, measure, groups, comparison }
  },
  title: ({ measure }) => `${measure.title}, compared`,
  view: ({ asked, measure, groups, comparison }, _form, { path }) => (
    <>
      <Crumbs
        items={[
          { label: 'Measures', href: '/staff/measures' },
          { label: measure.title, href: `/staff/measures/${measure.id}` },
        ]}
      />
      <Eyebrow>Compared with other areas</Eyebrow>
      <Heading>{measure.title}</Heading>
      <KnownOnNotice asked={asked} path={path} />
      {comparison ? (
        <>
          <ComparisonChoice action={path} groups={groups} {...comparison} knownOn={asked.knownOn} />
          <ComparisonView comparison={comparison} width={760} />
          {isMixed(comparison.result) ? (
            <LinkButton
              kind="secondary"
              href={addressWith(path, {
                group: comparison.group.slug,
                period: comparison.period?.code,
                'as-known-on': asked.knownOn,
                mixed: 'yes',
              })}
            >
              Compare all the same, and say so
            </LinkButton>
          ) : null}
        </>
      ) : (
        <EmptyState title="There is no group of areas yet">
          <p>
            <a href="/staff/comparisons">Say which areas belong together</a>
          </p>
        </EmptyState>
      )}
    </>
  ),
})

function isMixed(result: { readonly ok: boolean; readonly error?: { readonly code: string } }): boolean {
  return result.error?.code === 'known-on-different-days' || result.error?.code === 'not-equally-firm'
}
