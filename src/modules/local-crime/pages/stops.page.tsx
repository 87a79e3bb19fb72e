import { addressWith, askedDay, KnownOnForm, KnownOnNotice } from '#modules/measures/index.js'
import { ownForce } from '#modules/police-data/index.js'
import { page } from '#platform/web/page.js'
import { Crumbs, DataLinks, Eyebrow, Halves, Heading, Lede } from '#ui/components.js'
import { stopsOfForce } from '../actions/stops-of-force.js'
import { Course } from './crime.view.js'
import { NothingYet } from './no-crime.view.js'
import { EthnicGroups, FindRates, StopPartTable, StopsSource } from './stops.view.js'

export const stopsPage = page('/stop-and-search', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const asked = askedDay(query, deps.today())
    const force = await ownForce(deps)
    const stops = force && (await stopsOfForce(deps, force, asked.knownOn))
    return { asked, force, stops }
  },
  title: ({ force }) => (force ? `Stop and search in ${force.area}` : 'Stop and search'),
  view: ({ asked, force, stops }, _form, { path }) => (
    <>
      <Crumbs items={[{ label: 'Crime where you live', href: '/crime' }]} />
      <Eyebrow>Stop and search</Eyebrow>
      <Heading>{force ? `Stop and search in ${force.area}` : 'Stop and search'}</Heading>
      {stops?.ok ? (
        <>
          <Lede>{stops.value.picture.sentence}</Lede>
          <KnownOnNotice asked={asked} path={path} />
          <Course picture={stops.value.picture} id="stops-chart" />
          <EthnicGroups stops={stops.value} />
          <FindRates rates={stops.value.rates} span={stops.value.span} />
          <Heading level={2} id="parts">
            Searches in parts
          </Heading>
          <Halves>
            <div>
              {stops.value.parts.slice(0, 2).map((part) => (
                <StopPartTable key={part.by} part={part} span={stops.value.span} />
              ))}
            </div>
            <div>
              {stops.value.parts.slice(2).map((part) => (
                <StopPartTable key={part.by} part={part} span={stops.value.span} />
              ))}
            </div>
          </Halves>
          <Heading level={2}>Where this comes from</Heading>
          <StopsSource stops={stops.value} />
          <DataLinks>
            <span>Tables as CSV:</span>{' '}
            <a href={addressWith('/stop-and-search/searches.csv', { 'as-known-on': asked.knownOn })}>
              By month, ethnicity, object and outcome
            </a>
            <a href={addressWith('/stop-and-search/rates.csv', { 'as-known-on': asked.knownOn })}>Rates by ethnicity</a>
          </DataLinks>
        </>
      ) : (
        <NothingYet why={stops?.error ?? { code: 'no-force' }} asked={asked} path={path} />
      )}
      <KnownOnForm asked={asked} path={path} />
    </>
  ),
})
