import {
  addressWith,
  KnownOnForm,
  KnownOnNotice,
  periodLabel,
  periodSlug,
  publicView,
  publishedMeasureBySlug,
  readingOf,
  ValueView,
  valueFacts,
} from '#modules/measures/index.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { Crumbs } from '#ui/components.js'

export const measureValuePage = page('/measures/:measure/values/:period', {
  permission: 'site:read',
  load: async ({ deps, params, query }) => {
    const stored = found(await publishedMeasureBySlug(deps.db, params.measure))
    const reading = readingOf({ address: `/measures/${stored.slug}`, query, today: deps.today() })
    const options = { knownOn: reading.asked.knownOn, ...(await publicView(deps.db)) }
    return { reading, facts: await valueFacts(deps.db, stored, params.period, options) }
  },
  title: ({ facts: { measure, period } }) => `${measure.title}, ${periodLabel(period)}`,
  view: ({ facts, reading: { address, asked } }, _form, { path }) => {
    const as = { 'as-known-on': asked.knownOn }
    const value = periodSlug(facts.period)
    return (
      <>
        <Crumbs
          items={[
            { label: 'Measures', href: addressWith('/measures', as) },
            { label: facts.measure.title, href: addressWith(address, as) },
          ]}
        />
        <KnownOnNotice asked={asked} path={path} />
        <ValueView
          facts={facts}
          valueHref={({ period }) => addressWith(`${address}/values/${periodSlug(period)}`, as)}
          inputHref={({ slug, publishedAt }) =>
            publishedAt ? addressWith(`/measures/${slug}/values/${value}`, as) : undefined
          }
        />
        <KnownOnForm asked={asked} path={path} />
      </>
    )
  },
})
