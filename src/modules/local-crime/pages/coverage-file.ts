import { askedDay } from '#modules/measures/index.js'
import { toCsv } from '#platform/csv.js'
import { NotFound } from '#platform/errors.js'
import { CSV, file } from '#platform/web/file.js'
import { coverageOfForce } from '../actions/coverage-of-force.js'
import { ownForce } from '../actions/own-force.js'

/** Every month of every kind of file: held in which release, or missing. */
export const coverageFile = file('/crime/coverage.csv', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const force = await ownForce(deps)
    if (!force) throw new NotFound('No police records have been taken in')
    const { kinds } = await coverageOfForce(deps, force, askedDay(query, deps.today()).knownOn)
    const rows = kinds.flatMap(({ label, months }) =>
      months.map(({ month, release }) => [force.slug, label, month, release ? 'held' : 'missing', release]),
    )
    return { type: CSV, body: toCsv(['force', 'file', 'month', 'state', 'release'], rows), fileName: 'coverage.csv' }
  },
})
