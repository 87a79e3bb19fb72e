import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { keptDocument } from '../data/figure-check.queries.js'
import { deleteDocument, insertDocument } from '../data/figure-check.store.js'
import { heldText, letGo } from './held-texts.js'

const subjectOf = (id: string) => `figure-check.document:${id}`

/** Keeps a checked document and its findings in the register, because somebody asked for it. */
export async function keepDocument(deps: Deps, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'figure-check:check')
  const text = found(heldText(id, actor.id, deps.now()))
  await deps.db.transaction(async (tx) => {
    await insertDocument(tx, text, { keptAt: deps.now().toISOString(), keptBy: actor.id })
    const detail = { name: text.name, sha256: text.sha256 }
    await deps.audit(tx, actor, { action: 'figure-check.keep-document', subject: subjectOf(id), detail })
  })
  letGo(id)
}

/** Deletes a kept document. The decisions on its findings stay. */
export async function forgetDocument(deps: Deps, actor: Actor, id: string): Promise<void> {
  requirePermission(actor, 'figure-check:check')
  await deps.db.transaction(async (tx) => {
    const text = found(await keptDocument(tx, id))
    await deleteDocument(tx, id)
    const detail = { name: text.name, sha256: text.sha256 }
    await deps.audit(tx, actor, { action: 'figure-check.forget-document', subject: subjectOf(id), detail })
  })
}
