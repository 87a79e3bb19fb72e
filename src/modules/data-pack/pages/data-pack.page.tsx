import { addressWith, askedDay, KnownOnNotice } from '#modules/measures/index.js'
import { page } from '#platform/web/page.js'
import { Crumbs, DataLinks } from '#ui/components.js'
import { makePack } from '../actions/make-pack.js'
import { askedQuarter } from './asked-quarter.js'
import { PackView } from './pack.view.js'
import { PackChoice } from './pack-choice.view.js'

export const dataPackPage = page('/data-pack', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const [asked, day] = [askedQuarter(query, deps.today()), askedDay(query, deps.today())]
    const pack = await makePack(deps, { quarter: asked.quarter, knownOn: day.knownOn })
    return { asked, day, pack, today: deps.today() }
  },
  title: ({ pack }) => `Data pack, ${pack.quarter.code}`,
  view: ({ asked, day, pack, today }, _form, { path }) => (
    <>
      <Crumbs items={[{ label: 'Measures', href: '/measures' }]} />
      <PackChoice {...{ path, asked, day }} />
      <KnownOnNotice asked={day} path={path} keep={{ quarter: pack.quarter.code }} />
      <PackView pack={pack} today={today} />
      <div class="no-print">
        <DataLinks
          xlsx={addressWith('/data-pack/measures.xlsx', { quarter: pack.quarter.code, 'as-known-on': day.knownOn })}
        />
      </div>
    </>
  ),
})
