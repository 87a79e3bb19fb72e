import { FORMATS, paperFiles } from '#modules/documents/index.js'
import { found, Obstacle } from '#platform/errors.js'
import { PAPER_TYPES } from '#platform/media-types.js'
import { file } from '#platform/web/file.js'
import { reportById } from '../data/reports.queries.js'
import { paperMadeFrom } from '../document/made-from.js'

/** A report as it would be built now, as a file: for reading on paper before it is published. */
export const draftFile = file('/staff/reports/:reportId/draft/:format', {
  permission: 'reports:read',
  respond: async ({ deps, params }) => {
    const format = found(FORMATS.find((each) => each === params.format))
    const report = found(await reportById(deps.db, params.reportId))
    const { paper } = await paperMadeFrom(deps, report)
    const made = await paperFiles(paper, [format])
    if (!made.ok) throw new Obstacle(made.error)
    const { bytes } = found(made.value.files[0])
    return { type: PAPER_TYPES[format], body: bytes, fileName: `${report.slug}-draft.${format}` }
  },
})
