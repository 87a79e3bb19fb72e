import { frameMeasure, measuresInFramework, saveFramework } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'
import { aMeasure } from './measures.js'

/** A framework with these measures in it, each under its own name, in order; gives their ids. */
export async function aFramework(deps: Deps, titles: readonly string[] = []): Promise<string[]> {
  const words = { name: 'National measures', source: 'Home Office', sourceUrl: null, startsOn: null, endsOn: null }
  const saved = await saveFramework(deps, SYSTEM, { ...words, slug: 'national', kind: 'national-measures' })
  if (!saved.ok) throw new RangeError(saved.error.code)
  const ids: string[] = []
  for (const title of titles) {
    const { id } = await aMeasure(deps, { title })
    await frameMeasure(deps, SYSTEM, { framework: 'national', measureId: id, label: '' })
    ids.push(id)
  }
  return ids
}

/** What the measures of the framework are called in it, in its order. */
export async function labelsWithin(deps: Deps): Promise<string[]> {
  return (await measuresInFramework(deps.db, 'national')).map(({ label }) => label)
}
