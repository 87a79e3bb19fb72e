import { fileNamed, publishedReportBySlug } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import { file } from '#platform/web/file.js'

const TYPES = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** A published report as it was sent, byte for byte: every number of it, for good. */
export const reportFile = file('/reports/:report/files/:file', {
  permission: 'site:read',
  respond: async ({ deps, params }) => {
    const { report } = found(await publishedReportBySlug(deps.db, params.report))
    const { format, fileName, bytes } = found(await fileNamed(deps.db, report.id, params.file))
    return { type: TYPES[format], body: bytes, fileName }
  },
})
