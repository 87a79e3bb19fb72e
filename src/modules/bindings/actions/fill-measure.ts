import {
  knownFingerprints,
  type Measure,
  measureById,
  type SourceVintage,
  takeInVintage,
} from '#modules/measures/index.js'
import type { Actor } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { Binding } from '../domain/binding.js'
import type { Filled } from '../domain/filled.js'

/** What one release or file brings, by the name that its source gives it; or why the source goes no further. */
export type Brought = (SourceVintage & { readonly by: string }) | { readonly problem: string }

/**
 * Fills one measure with all that its source brings, the oldest first. Each release or file is a vintage of its own;
 * what is known already changes nothing, and one that cannot be taken in is the last.
 */
export async function fillMeasure(
  deps: Deps,
  actor: Actor,
  { id: bindingId, measureId, area }: Pick<Binding, 'id' | 'measureId' | 'area'>,
  brings: (measure: Measure) => AsyncIterable<Brought>,
): Promise<Filled> {
  const measure = await measureById(deps.db, measureId)
  const nothing = { bindingId, measureId, measure: measure?.slug ?? measureId, area, added: 0, revised: 0, brought: [] }
  if (!measure) return { ...nothing, problem: 'There is no such measure any more' }
  const known = await knownFingerprints(deps.db)
  let filled: Filled = { ...nothing, problem: '' }
  for await (const vintage of brings(measure)) {
    if ('problem' in vintage) return { ...filled, problem: vintage.problem }
    const { added, revised, problem } = await takeInVintage(deps, actor, vintage, known)
    const brought = added + revised > 0 ? [...filled.brought, vintage.by] : filled.brought
    filled = { ...filled, added: filled.added + added, revised: filled.revised + revised, brought, problem }
    if (problem !== '') return filled
  }
  return filled
}
