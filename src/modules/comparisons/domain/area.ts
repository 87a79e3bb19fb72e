/** An area that figures may speak of: a police force area with its official code and the other names that it goes by. */
export type ComparedArea = { readonly code: string; readonly name: string; readonly aliases: readonly string[] }

/** What publishers add to the name of an area when they mean its force. */
const ADDED = /\s+(?:police|constabulary|service|force|area|heddlu)$/

/** The area that a file means by a code or a name: "Avon & Somerset", "Avon and Somerset Constabulary", "E23000036". */
export function areaNamed(areas: readonly ComparedArea[], text: string): ComparedArea | undefined {
  const code = text.trim().toUpperCase()
  const wanted = plainName(text)
  if (wanted === '') return undefined
  return areas.find(
    (area) => area.code === code || [area.name, ...area.aliases].some((name) => plainName(name) === wanted),
  )
}

/** A name without capitals, signs, and what is added for the force. "Metropolitan Police" stays as it is. */
function plainName(text: string): string {
  let name = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  for (let shorter = name.replace(ADDED, ''); shorter !== name; shorter = name.replace(ADDED, '')) name = shorter
  return name
}
