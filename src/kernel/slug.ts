/** The form of a name that stands in an address: lower case, a to z, digits and single hyphens, at most 80 long. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return slug.slice(0, 80).replace(/(?<!-)-+$/, '') || 'untitled'
}

/** The slug, or the slug with -2, -3 … until it is not among those taken. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name)
  let candidate = slug
  for (let next = 2; taken.has(candidate); next += 1) candidate = `${slug}-${next}`
  return candidate
}
