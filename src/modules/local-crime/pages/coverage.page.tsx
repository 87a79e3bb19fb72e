import { addressWith, askedDay, KnownOnForm, KnownOnNotice } from '#modules/measures/index.js'
import { ownForce, reconcileYears } from '#modules/police-data/index.js'
import { page } from '#platform/web/page.js'
import { Crumbs, DataLinks, Heading, Lede } from '#ui/components.js'
import { coverageOfForce, newestMonth } from '../actions/coverage-of-force.js'
import { Buckets, CoverageGrid } from './coverage.view.js'
import { OGL } from './crime.view.js'
import { NothingYet } from './no-crime.view.js'
import { Totals } from './totals.view.js'

export const coveragePage = page('/crime/coverage', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const asked = askedDay(query, deps.today())
    const force = await ownForce(deps)
    if (!force) return { asked, held: undefined, years: [] }
    const years = await reconcileYears(deps, force.slug, asked.knownOn ? { knownOn: asked.knownOn } : {})
    return { asked, held: await coverageOfForce(deps, force, asked.knownOn), years: years.ok ? years.value : [] }
  },
  title: () => 'What the police records cover',
  view: ({ asked, held, years }, _form, { path }) => (
    <>
      <Crumbs items={[{ label: 'Crime where you live', href: '/crime' }]} />
      <Heading>What the police records cover</Heading>
      <Lede>Which months are held, which are missing, and how the totals agree with those of the Home Office.</Lede>
      <KnownOnNotice asked={asked} path={path} />
      {held?.kinds.some(({ months }) => months.length > 0) ? (
        <>
          <Heading level={2} id="months">
            Months held
          </Heading>
          <p>
            The files of {held.force.name} as data.police.uk publishes them. Each release gives the last three years
            anew, with what is known of outcomes by then; the newest release of a month counts. {OGL}
          </p>
          {held.kinds.map((kind) => (
            <CoverageGrid key={kind.label} kind={kind} newest={newestMonth(held.kinds)} />
          ))}
          {years.length > 0 ? <Totals years={years} /> : null}
          {held.buckets ? <Buckets buckets={held.buckets} /> : null}
          <DataLinks>
            <span>Tables as CSV:</span>{' '}
            <a href={addressWith('/crime/coverage.csv', { 'as-known-on': asked.knownOn })}>Months held</a>
            <a href={addressWith('/crime/totals.csv', { 'as-known-on': asked.knownOn })}>Totals by year</a>
          </DataLinks>
        </>
      ) : (
        <NothingYet why={{ code: held ? 'no-files' : 'no-force', first: null }} asked={asked} path={path} />
      )}
      <KnownOnForm asked={asked} path={path} />
    </>
  ),
})
