import { addressWith, askedDay, KnownOnNotice } from '#modules/measures/index.js'
import { page } from '#platform/web/page.js'
import { DataLinks } from '#ui/components.js'
import { makePack } from '../actions/make-pack.js'
import { askedQuarter } from './asked-quarter.js'
import { PackView } from './pack.view.js'
import { PackChoice } from './pack-choice.view.js'

export const staffDataPackPage = page('/staff/data-pack', {
  permission: 'measures:read',
  load: async ({ deps, query }) => {
    const [asked, day] = [askedQuarter(query, deps.today()), askedDay(query, deps.today())]
    const pack = await makePack(deps, { quarter: asked.quarter, knownOn: day.knownOn })
    return { asked, day, pack, today: deps.today() }
  },
  title: ({ pack }) => `Data pack, ${pack.quarter.code}`,
  view: ({ asked, day, pack, today }, _form, { path }) => {
    const query = { quarter: pack.quarter.code, 'as-known-on': day.knownOn }
    return (
      <>
        <PackChoice {...{ path, asked, day }} />
        <KnownOnNotice asked={day} path={path} keep={{ quarter: pack.quarter.code }} />
        <div class="no-print">
          <DataLinks xlsx={addressWith('/data-pack/measures.xlsx', query)}>
            <a href={addressWith('/data-pack', query)}>As the public sees it</a>
          </DataLinks>
        </div>
        <PackView pack={pack} today={today} />
      </>
    )
  },
})
