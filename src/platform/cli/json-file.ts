import { readFile } from 'node:fs/promises'
import { unkeepablePath } from '#kernel/keepable.js'
import { UsageError } from './run.js'

/** What a JSON file that was named on the command line says, or a sentence on why it says nothing that can be kept. */
export async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageError(`There is no file ${path} that can be read`)
  const value = parsed(text, path)
  const wrong = unkeepablePath(value)
  if (wrong === undefined) return value
  throw new UsageError(
    `${path}: ${wrong.join('.') || 'the text'} has a character that cannot be kept (NUL, or half of one). Delete it and type it again.`,
  )
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (problem) {
    throw new UsageError(`${path} is not JSON: ${problem instanceof Error ? problem.message : String(problem)}`)
  }
}
