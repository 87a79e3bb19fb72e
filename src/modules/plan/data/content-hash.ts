import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/canonical-json.js'
import type { PlanContent } from '../domain/content.js'

/** A plan's content as it is stored, and the SHA-256 of just that text, in hexadecimal. */
export function frozen(content: PlanContent): { readonly text: string; readonly sha256: string } {
  const text = canonicalJson(content)
  return { text, sha256: sha256Of(text) }
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
