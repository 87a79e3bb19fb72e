import { found, NotFound } from '#platform/errors.js'
import { file } from '#platform/web/file.js'
import { imageCalled } from '../data/house-style.queries.js'

/** A picture of the house style, past or present: PNG or JPEG as it was checked when it was taken in. */
export const housePicture = file('/house-style/:file', {
  permission: 'site:read',
  respond: async ({ deps, params }) => {
    const [, sha256, type] = /^([0-9a-f]{64})\.(png|jpeg)$/.exec(params.file) ?? []
    if (!sha256) throw new NotFound('No such picture')
    const image = found(await imageCalled(deps.db, sha256), 'No such picture')
    if (image.type !== type) throw new NotFound('No such picture')
    return { type: `image/${type}`, body: image.bytes }
  },
})
