import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { Conflict } from '#platform/errors.js'
import { COVERS, type HouseStyle, type PaperImage } from '#platform/typesetting/paper.js'
import { readPicture } from '#platform/typesetting/read-picture.js'
import { TYPEFACES, type TypefaceName } from '#platform/typesetting/typefaces.js'
import { imageCalled, newestStyle } from '../data/house-style.queries.js'
import { insertImage, insertStyle, STYLE_SUBJECT } from '../data/house-style.store.js'
import { checkStyle, type StoredImage, type StyleRefusal } from '../domain/house-style.js'

/** The typefaces that can be chosen, by name. */
export const TYPEFACE_NAMES = Object.keys(TYPEFACES) as TypefaceName[]

/** The look of the office's papers, besides its colour, as it stands now. */
export async function houseStyle(db: Db): Promise<Omit<HouseStyle, 'brand'>> {
  const { typeface, cover, logo, logoAlt, picture, pictureAlt } = await newestStyle(db)
  const shown = {
    logo: logo === null ? undefined : paperImage('logo', await imageCalled(db, logo), logoAlt),
    picture: picture === null ? undefined : paperImage('cover', await imageCalled(db, picture), pictureAlt),
  }
  return {
    typeface: TYPEFACE_NAMES.find((each) => each === typeface) ?? 'serif-titles',
    cover: COVERS.find((each) => each === cover) ?? 'band',
    ...(shown.logo && { logo: shown.logo }),
    ...(shown.picture && { picture: shown.picture }),
  }
}

function paperImage(name: PaperImage['name'], image: StoredImage | undefined, alt: string): PaperImage | undefined {
  if (!image) return undefined
  const { bytes, width, height, sha256 } = image
  const type = image.type === 'jpeg' ? 'jpeg' : 'png'
  return { name, type, bytes, width, height, alt, href: pictureAddress(sha256, type) }
}

/** Where the site has a picture of the house style: under its fingerprint, so that a published page keeps its own. */
const pictureAddress = (sha256: string, type: string) => `/house-style/${sha256}.${type}`

/** What is done with a picture: a new one, the one that is there, or none. */
export type PictureChange = { readonly bytes: Uint8Array } | 'keep' | 'none'

export type StyleRequest = {
  /** The number of the style that was read. */
  readonly number: number
  readonly typeface: string
  readonly cover: string
  readonly logo: PictureChange
  readonly logoAlt: string
  readonly picture: PictureChange
  readonly pictureAlt: string
}

/** Sets how the office's papers look from now on. What was published keeps its looks. */
export async function setHouseStyle(
  deps: Deps,
  actor: Actor,
  request: StyleRequest,
): Promise<Result<number, StyleRefusal>> {
  requirePermission(actor, 'documents:style')
  const logo = await readChange(request.logo, 'logo')
  if (!logo.ok) return logo
  const picture = await readChange(request.picture, 'picture')
  if (!picture.ok) return picture
  return deps.db.transaction(async (tx) => {
    const before = await newestStyle(tx)
    if (before.number !== request.number) throw new Conflict(STYLE_SUBJECT)
    const { typeface, cover, logoAlt, pictureAlt } = request
    const style = {
      ...{ number: before.number + 1, typeface, cover, logoAlt: logoAlt.trim(), pictureAlt: pictureAlt.trim() },
      logo: keptOr(logo.value, before.logo),
      picture: keptOr(picture.value, before.picture),
    }
    const refusal = checkStyle(style)
    if (refusal) return err(refusal)
    const done = { at: deps.now().toISOString(), by: actor.id }
    for (const { value } of [logo, picture]) if (typeof value === 'object') await insertImage(tx, value, done)
    await insertStyle(tx, style, done)
    await deps.audit(tx, actor, {
      action: 'documents.set-style',
      subject: STYLE_SUBJECT,
      detail: { before: { ...before }, after: { ...style } },
    })
    return ok(style.number)
  })
}

type ReadChange = StoredImage | 'keep' | 'none'

async function readChange(change: PictureChange, field: 'logo' | 'picture'): Promise<Result<ReadChange, StyleRefusal>> {
  if (typeof change === 'string') return ok(change)
  const read = await readPicture(change.bytes)
  if (!read.ok) return err({ field, message: read.error })
  const sha256 = createHash('sha256').update(read.value.bytes).digest('hex')
  return ok({ ...read.value, sha256 })
}

function keptOr(change: ReadChange, before: string | null): string | null {
  if (change === 'keep') return before
  return change === 'none' ? null : change.sha256
}
