import { areasOf } from '#modules/geography/index.js'
import { page } from '#platform/web/page.js'
import { Details, Eyebrow, Heading, Lede } from '#ui/components.js'
import { areasWithin } from '../actions/areas-within.js'
import { besideOthers } from '../actions/beside-others.js'
import type { LocalCrime } from '../actions/crime-in-place.js'
import { placeOf } from '../actions/find-place.js'
import { outcomesInPlace } from '../actions/outcomes-in-place.js'
import type { Place } from '../domain/place.js'
import { Areas, RatesBeside } from './areas.view.js'
import { AntiSocialBehaviour } from './asb.view.js'
import { BesideOthers } from './beside.view.js'
import { CrimeView } from './crime.view.js'
import { answerFor, type CrimeAnswer } from './crime-question.js'
import { Kinds } from './kinds.view.js'
import { NothingYet } from './no-crime.view.js'
import { Outcomes } from './outcomes.view.js'

export const crimePage = page('/crime', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const answer = await answerFor(deps, {}, query)
    if (!answer.crime.ok) return { answer }
    const crime = answer.crime.value
    const partnerships = (await areasOf(deps.db, 'csp', crime.force.code)).map((area) => placeOf('csp', area))
    const [districts, outcomes, beside] = await Promise.all([
      areasWithin(deps, crime, 'district'),
      outcomesInPlace(deps, crime),
      crime.type ? null : besideOthers(deps, crime.force),
    ])
    return { answer, parts: { crime, districts, partnerships, outcomes, beside } }
  },
  title: ({ answer, parts }) => titleOf(answer, parts?.crime),
  view: ({ answer, parts }, _form, { path }) => (
    <>
      {answer.place ? <Eyebrow>Crime where you live</Eyebrow> : null}
      <Heading>{titleOf(answer, parts?.crime)}</Heading>
      {parts ? (
        <CrimeView crime={parts.crime} answer={answer}>
          <Areas crime={parts.crime} areas={parts.districts} />
          <RatesBeside crime={parts.crime} rows={parts.districts.rows} />
          <Partnerships places={parts.partnerships} />
          {parts.crime.type ? null : <Kinds crime={parts.crime} />}
          <Outcomes outcomes={parts.outcomes} span={parts.crime.span} />
          {parts.crime.type ? null : <AntiSocialBehaviour crime={parts.crime} />}
          {parts.beside ? <BesideOthers beside={parts.beside} own={parts.crime.force.code} /> : null}
          <p>
            <a href="/stop-and-search">Stop and search in {parts.crime.force.area}</a>
          </p>
        </CrimeView>
      ) : (
        <>
          <Lede>What the police recorded in each district and ward, month by month.</Lede>
          {answer.crime.ok ? null : <NothingYet why={answer.crime.error} asked={answer.asked} path={path} />}
        </>
      )}
    </>
  ),
})

function titleOf({ place }: CrimeAnswer, crime: LocalCrime | undefined): string {
  return crime?.picture.measure.title ?? (place ? `Crime in ${place.name}` : 'Crime where you live')
}

function Partnerships({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null
  return (
    <Details summary="Community safety partnerships">
      <ul>
        {places.map(({ code, name, path }) => (
          <li key={code}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </Details>
  )
}
