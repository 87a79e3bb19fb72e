import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { runLimited } from '#platform/limited-process.js'
import { insertPlanDocument, readingSubject } from '../data/plan-reading.store.js'
import type { PlanDocument } from '../domain/plan-reading.js'
import type { PlanReading } from '../jobs/read-plan.child.js'

const CHILD = new URL('../jobs/read-plan.child.js', import.meta.url)
const LIMITS = { megabytes: 1500, seconds: 120 }

/** What a file is: its name tells the form where its first bytes do not. */
export type PlanFile = { readonly name: string; readonly bytes: Uint8Array }

/** Finds what a published plan prints, in a process with limits; else why it cannot be read. */
export async function readPlanFile(file: PlanFile): Promise<Result<Exclude<PlanReading, { problem: string }>, string>> {
  const answer = await runLimited<PlanReading>(CHILD, file, LIMITS)
  if (!answer.ok) return err('this file takes more time or memory than a plan should, and was left')
  return 'problem' in answer.value ? err(answer.value.problem) : ok(answer.value)
}

/** Reads an old plan and keeps what was found, for a person to confirm. Nothing of it counts until then. */
export async function keepPlanReading(deps: Deps, actor: Actor, file: PlanFile): Promise<Result<PlanDocument, string>> {
  requirePermission(actor, 'plan:edit')
  const read = await readPlanFile(file)
  if (!read.ok) return read
  const { title, parts, money } = read.value
  const document: PlanDocument = {
    ...{ id: deps.newId(), fileName: file.name, title: title ?? '', parts, money },
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    readAt: deps.now().toISOString(),
    readBy: actor.id,
  }
  await deps.db.transaction(async (tx) => {
    await insertPlanDocument(tx, document)
    const detail = { fileName: file.name, sha256: document.sha256, parts: parts.length }
    await deps.audit(tx, actor, { action: 'plan-reading.read', subject: readingSubject(document.id), detail })
  })
  return ok(document)
}
