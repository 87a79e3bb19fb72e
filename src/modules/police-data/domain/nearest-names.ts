import { lettersApart } from '#kernel/names.js'

/** The texts nearest to one by the fewest letters to change, at most three, none that is altogether different. */
export function nearestNames(text: string, among: readonly string[]): string[] {
  const asked = plainName(text)
  const far = (name: string) => {
    const other = plainName(name)
    return other.includes(asked) && asked.length > 2 ? 0.5 : lettersApart(asked, other)
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
