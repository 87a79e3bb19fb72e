import type { FastifyRequest } from 'fastify'
import type { FormBody, SentFile } from './route.js'

/** How large one file of a form may be. */
export const FILE_LIMIT = 20 * 1024 * 1024
const FIELD_LIMIT = 256 * 1024
const MOST_FIELDS = 500
/** A question may take several files, and a page ask for files twice. */
export const MOST_FILES = 4

/** A form with a file as a browser sends it: its texts, and its files by the name of their question. */
export type FormParts = { readonly body: FormBody; readonly files: Readonly<Record<string, SentFile>> }

/** A form that breaks off or is put together wrongly. */
class BrokenForm extends Error {
  readonly statusCode = 400
}

/** A form sent in parts to a page that takes no file. */
export class WrongKind extends Error {
  readonly statusCode = 415
}

/** Reads a form that was sent in parts. Only the first file of a question counts; an empty one counts as none. */
export async function readFormParts(request: FastifyRequest): Promise<FormParts> {
  const body: Record<string, string | string[]> = Object.create(null)
  const files: Record<string, SentFile> = Object.create(null)
  const limits = {
    ...{ fileSize: FILE_LIMIT, files: MOST_FILES, fields: MOST_FIELDS, fieldSize: FIELD_LIMIT },
    parts: MOST_FIELDS + MOST_FILES,
  }
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        if (part.filename && bytes.length > 0) files[part.fieldname] = { fileName: safeName(part.filename), bytes }
      } else if (typeof part.value === 'string') add(body, part.fieldname, part.value)
    }
  } catch (problem) {
    throw hasStatus(problem) ? problem : new BrokenForm('The form breaks off')
  }
  if (Object.keys(body).length === 0) throw new BrokenForm('The form has no answers')
  return { body, files }
}

function hasStatus(problem: unknown): boolean {
  return problem instanceof Error && 'statusCode' in problem && typeof problem.statusCode === 'number'
}

function add(body: Record<string, string | string[]>, name: string, text: string): void {
  const known = body[name]
  if (known === undefined) body[name] = text
  else if (typeof known === 'string') body[name] = [known, text]
  else known.push(text)
}

/** The name of a file without its folders and without what no screen can show. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .replaceAll(/\p{Cc}|\p{Cs}|\ufffd/gu, '')
      .trim()
      .slice(0, 200) || 'file'
  )
}
