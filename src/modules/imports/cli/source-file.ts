import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { err, ok, type Result } from '#kernel/result.js'
import type { ImportSource } from '#modules/measures/index.js'
import { jsonIn } from '#platform/cli/json-file.js'
import { NotFound } from '#platform/errors.js'

/** The bytes of a file that was named on the command line. */
export async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new NotFound(`There is no file '${file}' that can be read`)
  }
}

const SHAPE = z.object({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  reason: z.string().optional(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
})

/** The source that a JSON file describes, or why it describes none. */
export async function sourceFrom(path: string): Promise<Result<ImportSource, string>> {
  const source = SHAPE.safeParse(await jsonIn(path))
  if (!source.success) {
    const [issue] = source.error.issues
    return err(
      `${path} does not describe a source: ${issue?.path.join('.') || 'the whole file'}: ${issue?.message ?? ''}`,
    )
  }
  const { url, reason, files, ...rest } = source.data
  return ok({ ...rest, url: url ?? null, reason: reason ?? '', files: files ?? [] })
}

const NOT_STATED = 'Not stated'

/** What is known of a file that comes without a word on its source: its name. */
export function unstatedSource(fileName: string): ImportSource {
  const nothing = { publisher: NOT_STATED, licence: NOT_STATED, attribution: NOT_STATED }
  return { ...nothing, title: fileName, url: null, reason: '', files: [] }
}
