/** What publishers add to the name of a force, or to that of an area when they mean its force. */
const ADDED = /(?<!\s)\s+(?:police|constabulary|service|force|area|heddlu)$/

/** The name of an area or a force as it is compared: "Avon & Somerset Constabulary [1]" and "Avon and Somerset" are one. */
export function plainAreaName(text: string): string {
  let name = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll('&', ' and ')
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the )+/, '')
  for (let shorter = name.replace(ADDED, ''); shorter !== name; shorter = name.replace(ADDED, '')) name = shorter
  return name === 'london city of' ? 'city of london' : name
}

/** How many letters must be put in, taken out or changed to make one text of the other (Levenshtein). */
export function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
