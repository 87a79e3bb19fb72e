import { err, ok, type Result } from '#kernel/result.js'

/** Finds what one piece of text means, or says why it means nothing. */
export type Resolve<T> = (text: string) => Promise<Result<T, string>>

/**
 * What an option names: one thing, several words or lines, or a list with commas. Tried whole first, since names have
 * spaces and commas of their own: "London, City of", Violence and sexual offences.
 */
export async function chosen<T>(given: string | undefined, resolve: Resolve<T>): Promise<Result<T[], string>> {
  if (given === undefined) return ok([])
  const lines = given.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return err('nothing is given')
  const whole = await resolve(lines.join(' '))
  if (whole.ok) return ok([whole.value])
  const found: T[] = []
  for (const line of lines) {
    const each = await eachOf(line, resolve)
    if (!each.ok) return each
    found.push(...each.value)
  }
  return ok(found)
}

async function eachOf<T>(line: string, resolve: Resolve<T>): Promise<Result<T[], string>> {
  const one = await resolve(line)
  if (one.ok) return ok([one.value])
  const parts = line.split(',').filter((part) => part.trim() !== '')
  if (parts.length < 2) return one
  const found: T[] = []
  for (const part of parts) {
    const each = await resolve(part.trim())
    if (!each.ok) return each
    found.push(each.value)
  }
  return ok(found)
}
