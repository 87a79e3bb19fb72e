import { err, ok, type Result } from '#kernel/result.js'
import { type ProcessProblem, runLimited } from '../limited-process.js'
import type { Paper } from './paper.js'
import type { PdfAnswer, PdfRequest } from './pdf.child.js'
import { typefaceOf } from './typefaces.js'
import { typstPaper } from './typst-text.js'

const child = new URL('./pdf.child.js', import.meta.url)

/** Forty pages with thirty charts take a second and 160 MB; a paper that needs ten times that is none. */
const LIMITS = { megabytes: 1500, seconds: 120, addons: true }

/** A paper as a tagged PDF (PDF/UA-1), set in a process of its own. The same paper gives the same bytes. */
export async function pdfOf(paper: Paper): Promise<Result<PdfAnswer, string>> {
  const { text, pictures } = typstPaper(paper)
  const madeAt = Math.floor(Date.parse(`${paper.madeOn}T12:00:00Z`) / 1000)
  const request: PdfRequest = { text, pictures, madeAt, faces: typefaceOf(paper.style.typeface).print }
  const made = await runLimited<PdfAnswer>(child, request, LIMITS)
  return made.ok ? ok(made.value) : err(outOfLimits(made.error))
}

/** Why a printed form was not made, in words. */
export function outOfLimits(problem: ProcessProblem): string {
  if (problem.code === 'failed') return problem.message
  return problem.code === 'too-slow' ? 'The paper took too long to set' : 'The paper needs too much memory to set'
}
