/**
 * Whether a text can be kept as it is: PostgreSQL takes no NUL, and half of a character (a surrogate by itself) is lost
 * wherever text becomes bytes, so that what was hashed would differ from what is read again.
 */
export function isKeepable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** The text with a sign of replacement, one for one, for each character that cannot be kept. */
export function keepable(text: string): string {
  return isKeepable(text) ? text : text.replaceAll('\0', '\ufffd').toWellFormed()
}

/** Where in a value from outside the first text is that cannot be kept: its names and numbers from the top; else nothing. */
export function unkeepablePath(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return isKeepable(value) ? undefined : []
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  for (const [name, part] of Object.entries(value)) {
    const path = isKeepable(name) ? unkeepablePath(part) : []
    if (path) return [keepable(name), ...path]
  }
  return undefined
}

/** A plain value with every text in it made keepable; the same value where all of it is. */
export function keepableParts<T>(value: T): T {
  return unkeepablePath(value) ? (repaired(value) as T) : value
}

function repaired(value: unknown): unknown {
  if (typeof value === 'string') return keepable(value)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return value.map(repaired)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [keepable(name), repaired(part)]))
}
