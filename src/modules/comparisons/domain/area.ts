import { plainAreaName } from '#kernel/names.js'

/** An area that figures may speak of: a police force area with its official code and the other names that it goes by. */
export type ComparedArea = { readonly code: string; readonly name: string; readonly aliases: readonly string[] }

/** The area that a file means by a code or a name: "Avon & Somerset", "Avon and Somerset Constabulary", "E23000036". */
export function areaNamed(areas: readonly ComparedArea[], text: string): ComparedArea | undefined {
  const code = text.trim().toUpperCase()
  const wanted = plainAreaName(text)
  if (wanted === '') return undefined
  return areas.find(
    (area) => area.code === code || [area.name, ...area.aliases].some((name) => plainAreaName(name) === wanted),
  )
}
