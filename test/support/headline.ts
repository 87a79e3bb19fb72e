import { editMeasure, measureBySlug } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

/** Puts a measure among the figures of the front page. */
export async function setHeadline(deps: Deps, slug: string): Promise<void> {
  const measure = await measureBySlug(deps.db, slug)
  if (!measure) throw new Error(`There is no measure ${slug}`)
  const { id, slug: _slug, publishedAt: _publishedAt, version, nodeIds: _nodeIds, ...description } = measure
  const request = { measureId: id, version, description: { ...description, isHeadline: true } }
  const edited = await editMeasure(deps, SYSTEM, request)
  if (!edited.ok) throw new Error(edited.error.code)
}
