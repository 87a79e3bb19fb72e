import type { FigureChange } from '#modules/measures/index.js'
import { systemActor } from '#platform/actor.js'
import { toCsv } from '#platform/csv.js'
import { Conflict, found } from '#platform/errors.js'
import { CSV, file } from '#platform/web/file.js'
import { requestOf } from '../actions/draft-file.js'
import { importFile } from '../actions/import-file.js'
import { draftById } from '../data/imports.queries.js'

const HEAD = ['measure', 'area', 'period', 'change', 'was', 'was status', 'would be', 'status', 'note']

/** Everything that a waiting file would change, however much: the page shows the first of it. */
export const changesFile = file('/staff/measures/import/:draftId/changes.csv', {
  permission: 'measures:import',
  respond: async ({ deps, params }) => {
    const draft = found(await draftById(deps.db, params.draftId), 'These figures were taken in already')
    const trial = await importFile(deps, systemActor(), { ...requestOf(draft), dryRun: true })
    if (!trial.ok) throw new Conflict('These figures cannot be taken in yet')
    const body = toCsv(HEAD, trial.value.changes.map(rowOf))
    return { type: CSV, body, fileName: 'changes.csv' }
  },
})

function rowOf({ measure, area, period, kind, before, after }: FigureChange) {
  const was = [before?.value ?? null, before?.status ?? null]
  return [measure, area || 'own', period, kind, ...was, after.value, after.status, after.note]
}
