/** The texts nearest to one by the fewest letters to change, at most three, none that is altogether different. */
export function nearestNames(text: string, among: readonly string[]): string[] {
  const asked = plainName(text)
  const far = (name: string) => {
    const other = plainName(name)
    return other.includes(asked) && asked.length > 2 ? 0.5 : distance(asked, other)
  }
  return among
    .map((name) => ({ name, far: far(name) }))
    .filter(({ name, far }) => far <= Math.max(2, plainName(name).length * 0.5))
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** A name as it is compared: "Devon & Cornwall" and "devon-and-cornwall" are one. */
export function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
