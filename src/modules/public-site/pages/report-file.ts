import { fileNamed, publishedReportBySlug } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { PAPER_TYPES } from '#platform/media-types.js'
import { file } from '#platform/web/file.js'

/** A published report as it was sent, byte for byte: every number of it, for good. */
export const reportFile = file('/reports/:report/files/:file', {
  permission: 'site:read',
  respond: async ({ deps, params }) => {
    const { report } = found(await publishedReportBySlug(deps.db, params.report))
    const { format, fileName, bytes } = found(await fileNamed(deps.db, report.id, params.file))
    return { type: PAPER_TYPES[format], body: bytes, fileName }
  },
})
