import { reportById } from '#modules/reports/index.js'
import { found, NotFound } from '#platform/errors.js'
import { file } from '#platform/web/file.js'
import { packFor } from '../actions/report-pack.js'

/** A published report for the host of a committee, in one zip. */
export const packFile = file('/staff/publications/:reportId/pack', {
  permission: 'publications:read',
  respond: async ({ deps, params }) => {
    const made = await packFor(deps, found(await reportById(deps.db, params.reportId)))
    if (!made.ok) throw new NotFound(made.error.message)
    return { type: 'application/zip', body: made.value.bytes, fileName: made.value.fileName }
  },
})
