import { err, ok, type Result } from '#kernel/result.js'
import { runLimited } from '../limited-process.js'
import type { Paper } from './paper.js'
import { outOfLimits } from './pdf.js'
import type { WordRequest } from './word.child.js'
import type { PageNumbers } from './word-opening.js'

const child = new URL('./word.child.js', import.meta.url)
const LIMITS = { megabytes: 1500, seconds: 120, addons: true }

/** A paper as an editable Word file, made in a process of its own. The same paper gives the same bytes. */
export async function wordOf(paper: Paper, pages: PageNumbers): Promise<Result<Uint8Array, string>> {
  const request: WordRequest = { paper, pages }
  const made = await runLimited<Uint8Array>(child, request, LIMITS)
  return made.ok ? ok(made.value) : err(outOfLimits(made.error))
}
