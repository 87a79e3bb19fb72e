import { ok, type Result } from '#kernel/result.js'
import type { Paper } from '#platform/typesetting/paper.js'
import { pdfOf } from '#platform/typesetting/pdf.js'
import { wordOf } from '#platform/typesetting/word.js'
import { paperFile } from './paper-html.js'

/** The forms that a paper can be had in. */
export const FORMATS = ['html', 'pdf', 'docx'] as const
export type Format = (typeof FORMATS)[number]

/** One form of a paper as a file. */
export type PaperFile = { readonly format: Format; readonly bytes: Uint8Array }

/** The files, and the page of the PDF that each part stands on. */
type PaperFiles = { readonly files: readonly PaperFile[]; readonly pages: Readonly<Record<string, number>> }

/** A paper in the forms asked for. The PDF is set first where one of them needs it: the others take its page numbers. */
export async function paperFiles(
  paper: Paper,
  formats: readonly Format[] = FORMATS,
): Promise<Result<PaperFiles, string>> {
  const pdf = await pdfOf(paper)
  if (!pdf.ok) return pdf
  const { bytes, pages } = pdf.value
  const files: PaperFile[] = []
  for (const format of FORMATS.filter((each) => formats.includes(each))) {
    if (format === 'pdf') files.push({ format, bytes })
    if (format === 'html') files.push({ format, bytes: new TextEncoder().encode(paperFile(paper, pages)) })
    if (format !== 'docx') continue
    const word = await wordOf(paper, pages)
    if (!word.ok) return word
    files.push({ format, bytes: word.value })
  }
  return ok({ files, pages })
}
