import { askedDay } from '#modules/measures/index.js'
import { ownForce } from '#modules/police-data/index.js'
import { toCsv } from '#platform/csv.js'
import { CSV, file } from '#platform/web/file.js'
import { coverageOfForce } from '../actions/coverage-of-force.js'

/** Every month of every kind of file: held in which release, or missing. */
export const coverageFile = file('/crime/coverage.csv', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const force = await ownForce(deps)
    const knownOn = askedDay(query, deps.today()).knownOn
    const held = force && (await coverageOfForce(deps, force, knownOn))
    const rows = (held?.kinds ?? []).flatMap(({ label, months }) =>
      months.map(({ month, release }) => [force?.slug ?? '', label, month, release ? 'held' : 'missing', release]),
    )
    return { type: CSV, body: toCsv(['force', 'file', 'month', 'state', 'release'], rows), fileName: 'coverage.csv' }
  },
})
