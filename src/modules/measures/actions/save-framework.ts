import { err, ok, type Result } from '#kernel/result.js'
import { slugOf } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { allFrameworks } from '../data/frameworks.queries.js'
import { putEntry, putFramework, putNodeLabel } from '../data/frameworks.store.js'
import { measureById } from '../data/measures.queries.js'
import { subjectOf } from '../data/measures.store.js'
import type { Framework } from '../domain/framework.js'

/** A framework as it should be from now on; one with the same slug is changed. */
export type FrameworkRequest = Omit<Framework, 'id' | 'version'>

/** Why a framework is not saved. */
export type FrameworkRefusal =
  | { readonly code: 'no-name' }
  | { readonly code: 'no-source' }
  | { readonly code: 'not-a-slug' }

/** Enters a framework, or changes it. */
export async function saveFramework(
  deps: Deps,
  actor: Actor,
  request: FrameworkRequest,
): Promise<Result<Framework, FrameworkRefusal>> {
  requirePermission(actor, 'measures:edit')
  if (request.name.trim() === '') return err({ code: 'no-name' })
  if (request.source.trim() === '') return err({ code: 'no-source' })
  if (request.slug === '' || request.slug !== slugOf(request.slug)) return err({ code: 'not-a-slug' })
  return deps.db.transaction(async (tx) => {
    const before = (await allFrameworks(tx)).find(({ slug }) => slug === request.slug)
    const framework = { ...request, id: before?.id ?? deps.newId(), version: (before?.version ?? 0) + 1 }
    await putFramework(tx, framework)
    const subject = `measures.framework:${framework.id}`
    await deps.audit(tx, actor, { action: 'measures.save-framework', subject, detail: { ...request } })
    return ok(framework)
  })
}

/** A measure to put in a framework under a label, or to take out of it (no label). */
export type FrameRequest = { readonly framework: string; readonly measureId: string; readonly label: string | null }

/** Puts a measure in a framework, under the name that it has there, or takes it out. */
export async function frameMeasure(
  deps: Deps,
  actor: Actor,
  { framework: slug, measureId, label }: FrameRequest,
): Promise<void> {
  requirePermission(actor, 'measures:edit')
  await deps.db.transaction(async (tx) => {
    const framework = found(
      (await allFrameworks(tx)).find((each) => each.slug === slug),
      `There is no framework '${slug}'`,
    )
    found(await measureById(tx, measureId), 'There is no such measure')
    await putEntry(tx, { frameworkId: framework.id, measureId, label })
    const detail = { framework: slug, label }
    await deps.audit(tx, actor, { action: 'measures.frame-measure', subject: subjectOf(measureId), detail })
  })
}

/** What a plan calls a measure at a place that it informs; empty for the measure's own title. */
export type LabelRequest = { readonly measureId: string; readonly nodeId: string; readonly label: string }

/** Says what a plan calls a measure, so that one series carries on from plan to plan under each label. */
export async function labelMeasure(deps: Deps, actor: Actor, request: LabelRequest): Promise<void> {
  requirePermission(actor, 'measures:edit')
  await deps.db.transaction(async (tx) => {
    const isThere = await putNodeLabel(tx, { ...request, label: request.label.trim() })
    found(isThere || undefined, 'The measure does not inform such a place')
    const { measureId, nodeId, label } = request
    const detail = { nodeId, label }
    await deps.audit(tx, actor, { action: 'measures.label-measure', subject: subjectOf(measureId), detail })
  })
}
