import { systemActor } from '#platform/actor.js'
import { WORKBOOK_TYPES } from '#platform/tables/write-workbook.js'
import { file } from '#platform/web/file.js'
import { templateWorkbook } from '../actions/template-workbook.js'

/** The workbook of one owner, for whoever may read the register. */
export const templateFile = file('/staff/measures/template.xlsx', {
  permission: 'measures:read',
  respond: async ({ deps, query }) => {
    // The permission of whoever asks was looked at on the way here.
    const { fileName, bytes } = await templateWorkbook(deps, systemActor(), query.owner ?? '')
    return { type: WORKBOOK_TYPES.xlsx, body: bytes, fileName }
  },
})
