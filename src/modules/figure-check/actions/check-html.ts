import { createHash } from 'node:crypto'
import type { Finding } from '#modules/passages/index.js'
import type { Actor } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { decisionsOn } from '../data/figure-check.queries.js'
import { openErrors } from '../domain/decision.js'
import type { CheckedFile } from '../domain/file-outcome.js'
import { checkFiles } from './check-files.js'
import { hold } from './held-texts.js'
import { registerMeasures } from './register-measures.js'

/** A document of the office's own, as HTML, before it is published. */
export type OwnDocument = {
  /** What its decisions are remembered under, whatever its version: 'report:<id>'. */
  readonly documentKey: string
  readonly name: string
  readonly html: string
}

/** What the checker makes of an own document. `open` are the errors that nobody dismissed: they bar it. */
export type OwnDocumentCheck = { readonly checked: CheckedFile; readonly open: readonly Finding[] }

/** Checks an own document before it is published, in a process of its own. */
export async function checkHtml(deps: Pick<Deps, 'today'>, db: Db, document: OwnDocument): Promise<OwnDocumentCheck> {
  const { documentKey, name, html } = document
  const bytes = new TextEncoder().encode(html)
  const register = await registerMeasures(db, deps)
  const result = await checkFiles({ files: [{ name: `${name}.html`, bytes }], register })
  const [checked] = result.ok ? result.value : []
  if (!checked) throw new Error(`The figures of '${name}' could not be checked`)
  return { checked, open: openErrors(checked.findings, await decisionsOn(db, documentKey)) }
}

/** Lets a person read the checked document beside its findings and decide on them; gives its address. */
export function showChecked(deps: Deps, actor: Actor, document: OwnDocument, { checked }: OwnDocumentCheck): string {
  const { documentKey, name, html } = document
  const sha256 = createHash('sha256').update(html).digest('hex')
  const text = { id: deps.newId(), documentKey, name, sha256, isKept: false, checked }
  hold(text, actor.id, deps.now())
  return `/staff/figure-check/${text.id}`
}
