import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug, slugOf } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { allFrameworks, entriesOf, nodeLabels } from '../data/frameworks.queries.js'
import { putEntries, putFramework, putNodeLabel } from '../data/frameworks.store.js'
import { measureById } from '../data/measures.queries.js'
import { subjectOf } from '../data/measures.store.js'
import { type Framework, keptLabel, type LabelProblem, withEntry } from '../domain/framework.js'

/**
 * A framework as it should be from now on; one with the same slug is changed. Without a slug it is a new one, and gets
 * one from its name. With a version it is changed only if nobody else has changed it since.
 */
export type FrameworkRequest = Omit<Framework, 'id' | 'version' | 'slug'> & {
  readonly slug?: string
  readonly version?: number
}

/** Why a framework is not saved. */
export type FrameworkRefusal =
  | { readonly code: 'no-name' }
  | { readonly code: 'no-source' }
  | { readonly code: 'not-a-slug' }
  | { readonly code: 'ends-before-it-begins' }

/** Enters a framework, or changes it. */
export async function saveFramework(
  deps: Deps,
  actor: Actor,
  request: FrameworkRequest,
): Promise<Result<Framework, FrameworkRefusal>> {
  requirePermission(actor, 'measures:edit')
  const refusal = refusalOf(request)
  if (refusal) return err(refusal)
  return deps.db.transaction(async (tx) => {
    const all = await allFrameworks(tx)
    const { version: read, slug = freeSlug(request.name, addressesTaken(all)), ...description } = request
    const before = all.find((each) => each.slug === slug)
    const id = before?.id ?? deps.newId()
    const subject = `measures.framework:${id}`
    if (read !== undefined && read !== before?.version) throw new Conflict(subject)
    const framework = { ...description, slug, id, version: (before?.version ?? 0) + 1 }
    await putFramework(tx, framework)
    await deps.audit(tx, actor, { action: 'measures.save-framework', subject, detail: { slug, ...description } })
    return ok(framework)
  })
}

/** A page of its own stands at "new". */
function addressesTaken(frameworks: readonly Framework[]): Set<string> {
  return new Set(['new', ...frameworks.map(({ slug }) => slug)])
}

function refusalOf({ name, source, slug, startsOn, endsOn }: FrameworkRequest): FrameworkRefusal | undefined {
  if (name.trim() === '') return { code: 'no-name' }
  if (source.trim() === '') return { code: 'no-source' }
  if (slug !== undefined && (slug !== slugOf(slug) || slug === 'new')) return { code: 'not-a-slug' }
  return startsOn && endsOn && endsOn < startsOn ? { code: 'ends-before-it-begins' } : undefined
}

/** A measure to put in a framework under a label, at a place counted from 1, or to take out of it (no label). */
export type FrameRequest = {
  readonly framework: string
  readonly measureId: string
  readonly label: string | null
  readonly place?: number
}

/** Puts a measure in a framework, under the name that it has there, or takes it out. */
export async function frameMeasure(
  deps: Deps,
  actor: Actor,
  { framework: slug, measureId, label: wanted, place }: FrameRequest,
): Promise<Result<null, LabelRefusal>> {
  requirePermission(actor, 'measures:edit')
  const kept = keptLabel(wanted ?? '')
  if (!kept.ok) return err({ code: kept.error })
  const label = wanted === null ? null : kept.value
  return deps.db.transaction(async (tx) => {
    const framework = found(
      (await allFrameworks(tx)).find((each) => each.slug === slug),
      `There is no framework '${slug}'`,
    )
    found(await measureById(tx, measureId), 'There is no such measure')
    const entry = { frameworkId: framework.id, measureId, label }
    await putEntries(tx, framework.id, withEntry(await entriesOf(tx, framework.id), entry, place))
    const detail = { framework: slug, label, place: place ?? null }
    await deps.audit(tx, actor, { action: 'measures.frame-measure', subject: subjectOf(measureId), detail })
    return ok(null)
  })
}

/** What a plan calls a measure at a place that it informs; empty for the measure's own title. */
export type LabelRequest = {
  readonly measureId: string
  readonly nodeId: string
  readonly label: string
  /** The label that was read before it is changed, so that nobody overwrites what they have not seen. */
  readonly wasRead?: string
}

/** Why a name is not kept. */
export type LabelRefusal = { readonly code: LabelProblem }

/** Says what a plan calls a measure, so that one series carries on from plan to plan under each label. */
export async function labelMeasure(
  deps: Deps,
  actor: Actor,
  request: LabelRequest,
): Promise<Result<string, LabelRefusal>> {
  requirePermission(actor, 'measures:edit')
  const { measureId, nodeId, wasRead } = request
  const kept = keptLabel(request.label)
  if (!kept.ok) return err({ code: kept.error })
  const label = kept.value
  return deps.db.transaction(async (tx) => {
    const before = (await nodeLabels(tx, measureId)).get(nodeId) ?? ''
    if (wasRead !== undefined && wasRead !== before) throw new Conflict(subjectOf(measureId))
    const isThere = await putNodeLabel(tx, { measureId, nodeId, label })
    found(isThere || undefined, 'The measure does not inform such a place')
    const detail = { nodeId, label }
    await deps.audit(tx, actor, { action: 'measures.label-measure', subject: subjectOf(measureId), detail })
    return kept
  })
}
