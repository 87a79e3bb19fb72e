import type { z } from 'zod'

/** What is wrong with one value of a file, and what to do about it, for the faults that a file may have anywhere. */
export function issueInWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing: add it' : `must be ${SHAPES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return issue.input === undefined
        ? `is missing: add it, as one of ${issue.values.join(', ')}`
        : `must be one of ${issue.values.join(', ')}`
    default:
      return undefined
  }
}

const SHAPES: Readonly<Record<string, string>> = {
  string: 'words between quotation marks',
  object: 'keys and values between { and }',
  array: 'a list between [ and ]',
}

/** One line for each fault: the key, whose it is, and what to do. A list counts from 0. */
export function problemsOf(issue: z.core.$ZodIssue, file: unknown): string[] {
  const owner = ownerOf(file, issue.path)
  const place = (path: readonly PropertyKey[]) => `${path.map(String).join('.') || 'the file'}${owner}`
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(
        (unknown) => `${place([...issue.path, unknown])}: is not known here: check its spelling or remove it`,
      )
    : [`${place(issue.path)}: ${issue.message}`]
}

/** The name of the entry of a list that a fault is in, so that nobody has to count. */
function ownerOf(file: unknown, [list, place]: readonly PropertyKey[]): string {
  if (list === undefined || place === undefined) return ''
  const name = at(at(at(file, list), place), 'name')
  return typeof name === 'string' ? ` (${name})` : ''
}

function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
