import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { frameworkNamed } from '../actions/labels-of.js'

type Params = { readonly slug: string; readonly measureId: string }

/** One measure as it stands in a framework; not found where it does not. */
export async function framedMeasure(db: Db, { slug, measureId }: Params) {
  const { framework, measures } = found(await frameworkNamed(db, slug))
  const at = measures.findIndex(({ measure }) => measure.id === measureId)
  return { framework, ...found(measures[at]), place: at + 1, count: measures.length }
}
