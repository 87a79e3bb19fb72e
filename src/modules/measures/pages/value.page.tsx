import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { measureById } from '../data/measures.queries.js'
import { periodLabel } from '../domain/period-words.js'
import { addressWith } from './known-on.js'
import { KnownOnForm, KnownOnNotice } from './known-on.view.js'
import { MeasureCrumbs } from './measure-crumbs.view.js'
import { readingOf } from './measure-facts.js'
import { periodSlug } from './period-address.js'
import { ValueView } from './value.view.js'
import { valueFacts } from './value-facts.js'

export const valuePage = page('/staff/measures/:measureId/values/:period', {
  permission: 'measures:read',
  load: async ({ deps, params, query }) => {
    const stored = found(await measureById(deps.db, params.measureId))
    const reading = readingOf({ address: `/staff/measures/${stored.id}`, query, today: deps.today() })
    const { knownOn } = reading.asked
    return { reading, facts: await valueFacts(deps.db, stored, params.period, { knownOn }) }
  },
  title: ({ facts: { measure, period } }) => `${measure.title}, ${periodLabel(period)}`,
  view: ({ facts, reading: { address, asked } }, _form, { path }) => {
    const as = { 'as-known-on': asked.knownOn }
    return (
      <>
        <MeasureCrumbs measure={facts.measure} />
        <KnownOnNotice asked={asked} path={path} />
        <ValueView
          facts={facts}
          valueHref={({ period }) => addressWith(`${address}/values/${periodSlug(period)}`, as)}
          inputHref={({ id }) => addressWith(`/staff/measures/${id}/values/${periodSlug(facts.period)}`, as)}
          showsWho
        />
        <KnownOnForm asked={asked} path={path} />
      </>
    )
  },
})
