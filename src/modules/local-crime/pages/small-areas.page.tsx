import { err } from '#kernel/result.js'
import { addressWith, KnownOnNotice } from '#modules/measures/index.js'
import { NotFound } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs, DataLinks, Eyebrow, Heading, Lede } from '#ui/components.js'
import { areasWithin } from '../actions/areas-within.js'
import { inStretches } from '../actions/crime-in-place.js'
import { locationsInPlace } from '../actions/locations-in-place.js'
import { spanInWords } from '../domain/crime-months.js'
import { Areas } from './areas.view.js'
import { answerFor, keptOf } from './crime-question.js'
import { Locations } from './locations.view.js'
import { NothingYet } from './no-crime.view.js'

export const smallAreasPage = page('/crime/:kind/:place/small-areas', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    if (params.kind === 'ward') throw new NotFound('A ward shows its small areas itself')
    const answer = await answerFor(deps, params, query)
    if (!answer.crime.ok) return { answer }
    const crime = inStretches(answer.crime.value)
    if (!crime) return { answer: { ...answer, crime: err({ code: 'no-quarter' } as const) } }
    const [areas, locations] = await Promise.all([areasWithin(deps, crime, 'lsoa'), locationsInPlace(deps, crime)])
    return { answer, parts: { crime, areas, locations } }
  },
  title: ({ answer }) => `Small areas of ${answer.place?.name}`,
  view: ({ answer, parts }, _form, { path }) => (
    <>
      <Crumbs
        items={[
          { label: 'Crime where you live', href: '/crime' },
          ...(answer.place ? [{ label: answer.place.name, href: answer.place.path }] : []),
        ]}
      />
      <Eyebrow>Crime in {answer.place?.name}</Eyebrow>
      <Heading>Small areas of {answer.place?.name}</Heading>
      {parts ? (
        <>
          <Lede>
            {parts.crime.type ? parts.crime.type.name : 'Crime'} in {spanInWords(parts.crime.span)}, in areas of about
            1,500 residents each (lower layer super output areas of the census).
          </Lede>
          <KnownOnNotice asked={answer.asked} path={path} keep={{ kind: answer.type?.slug }} />
          <Areas crime={parts.crime} areas={parts.areas} />
          <Locations locations={parts.locations} span={parts.crime.span} />
          <DataLinks>
            <span>Tables as CSV:</span>{' '}
            <a href={addressWith(`${parts.crime.place.path}/small-areas.csv`, keptOf(answer))}>Small areas</a>
            <a href={addressWith(`${parts.crime.place.path}/points.csv`, keptOf(answer))}>Map points</a>
          </DataLinks>
        </>
      ) : null}
      {answer.crime.ok ? null : <NothingYet why={answer.crime.error} asked={answer.asked} path={path} />}
    </>
  ),
})
