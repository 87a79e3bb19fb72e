import { areasOf } from '#modules/geography/index.js'
import { addressWith } from '#modules/measures/index.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Eyebrow, Heading } from '#ui/components.js'
import { areasWithin } from '../actions/areas-within.js'
import { besideOthers } from '../actions/beside-others.js'
import { inStretches, inYears, type LocalCrime, type Reading } from '../actions/crime-in-place.js'
import { placeOf } from '../actions/find-place.js'
import { outcomesInPlace } from '../actions/outcomes-in-place.js'
import { ratesOfPlace } from '../actions/rate-of-place.js'
import { KIND_WORDS, type Place } from '../domain/place.js'
import { Areas } from './areas.view.js'
import { AntiSocialBehaviour } from './asb.view.js'
import { PlaceBeside } from './beside.view.js'
import { CrimeView } from './crime.view.js'
import { answerFor, keptOf } from './crime-question.js'
import { Kinds } from './kinds.view.js'
import { NothingYet } from './no-crime.view.js'
import { Outcomes } from './outcomes.view.js'

export const placePage = page('/crime/:kind/:place', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    const answer = await answerFor(deps, params, query)
    if (!answer.crime.ok) return { answer, up: [] }
    const crime = answer.crime.value
    const small = inStretches(crime)
    const [areas, outcomes, rates, beside, up] = await Promise.all([
      small && areasWithin(deps, small, crime.place.kind === 'ward' ? 'lsoa' : 'ward'),
      outcomesInPlace(deps, crime),
      ratesOfPlace(deps, crime),
      crime.type ? null : besideOthers(deps, crime.force),
      placesAround(deps, crime),
    ])
    return {
      answer,
      up,
      parts: {
        crime,
        told: crime.place.kind === 'ward' ? inYears(crime) : crime,
        small: small && areas && { crime: small, areas },
        outcomes,
        rates,
        beside,
      },
    }
  },
  title: ({ answer, parts }) => parts?.crime.picture.measure.title ?? `Crime in ${answer.place?.name}`,
  view: ({ answer, up, parts }, _form, { path }) => (
    <>
      <Crumbs items={[{ label: 'Crime where you live', href: '/crime' }, ...up]} />
      <Eyebrow>{eyebrowOf(answer.place)}</Eyebrow>
      <Heading>{parts?.crime.picture.measure.title ?? `Crime in ${answer.place?.name}`}</Heading>
      {parts ? (
        <CrimeView crime={parts.crime} answer={answer}>
          {parts.small ? (
            <Areas {...parts.small} />
          ) : (
            <NothingYet why={{ code: 'no-quarter' }} asked={answer.asked} path={path} />
          )}
          {parts.crime.place.kind === 'ward' ? null : (
            <p>
              <a href={addressWith(`${parts.crime.place.path}/small-areas`, keptOf(answer))}>
                Small areas of {parts.crime.place.name} and points with most crimes
              </a>
            </p>
          )}
          <PlaceBeside rates={parts.rates} beside={parts.beside} own={parts.crime.force.code} />
          {parts.crime.type || !parts.told ? null : <Kinds crime={parts.told} />}
          {parts.told ? <Outcomes outcomes={parts.outcomes} span={parts.told.span} /> : <NoYear />}
          {parts.crime.type ? null : <AntiSocialBehaviour crime={parts.crime} />}
        </CrimeView>
      ) : null}
      {answer.crime.ok ? null : <NothingYet why={answer.crime.error} asked={answer.asked} path={path} />}
    </>
  ),
})

function NoYear() {
  return (
    <p>
      Kinds of crime and outcomes of a ward are told by whole years from April to March, so that no small number can be
      worked out from two stretches of time. No such year is held whole yet.
    </p>
  )
}

function eyebrowOf(place: Place | undefined): string {
  const words = place ? KIND_WORDS[place.kind].one : 'area'
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The district that a ward lies in, as a way up. */
async function placesAround({ db }: Reading, { place, force }: LocalCrime) {
  if (place.kind !== 'ward') return []
  for (const district of await areasOf(db, 'district', force.code)) {
    const wards = await areasOf(db, 'ward', district.code)
    if (wards.some(({ code }) => code === place.code)) {
      const { name, path } = placeOf('district', district)
      return [{ label: name, href: path }]
    }
  }
  return []
}
