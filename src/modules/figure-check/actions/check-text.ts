import { createHash } from 'node:crypto'
import { err, ok, type Result } from '#kernel/result.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import type { CheckedText } from '../domain/checked-text.js'
import { checkFiles } from './check-files.js'
import { hold } from './held-texts.js'
import { registerMeasures } from './register-measures.js'

type Request = {
  /** What the document is called; the decisions on its findings are remembered under this name. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The file's own name, if it is a file. */
  readonly fileName?: string
  /** Documents to compare it with. */
  readonly others?: readonly { readonly fileName: string; readonly bytes: Uint8Array }[]
}

/** Checks a document that was pasted or sent, and holds it for whoever gave it. Nothing is written. */
export async function checkText(deps: Deps, actor: Actor, request: Request): Promise<Result<CheckedText, string>> {
  requirePermission(actor, 'figure-check:check')
  const { name, bytes, fileName, others = [] } = request
  const register = await registerMeasures(deps.db, deps)
  const file = { name: fileName ?? `${name || 'Pasted text'}.txt`, bytes }
  const compared = others.map((other, at) => ({ name: nameApart(other.fileName, file.name, at), bytes: other.bytes }))
  const result = await checkFiles({ files: [file], others: compared, register })
  if (!result.ok) return err(result.error.problem)
  const [checked] = result.value
  if (!checked) return err('Nothing could be read')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const title = name || fileName || 'Pasted text'
  const documentKey = name || fileName ? `file:${title.toLowerCase()}` : `text:${sha256}`
  const text: CheckedText = { id: deps.newId(), documentKey, name: title, sha256, isKept: false, checked }
  hold(text, actor.id, deps.now())
  return ok(text)
}

/** Two files of one name are told apart, so that no passage is taken for one of the document's own. */
const nameApart = (name: string, own: string, at: number) => (name === own ? `${name} (compared ${at + 1})` : name)
