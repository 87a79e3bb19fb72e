import { plainAreaName } from '#kernel/names.js'

/** An area that the office knows: what the register calls it, and the names and codes by which files may. */
export type KnownArea = { readonly area: string; readonly names: readonly string[] }

/** A code of the Office for National Statistics: one letter and eight figures. */
const CODE = /^[EWNSK]\d{8}$/

/** How the files that the office publishes name its own area. */
const OWN_WORD = 'own'

/** Finds areas by the names and codes that files may use. Of two areas of one name, the first is meant. */
export class AreaNames {
  readonly #byName = new Map<string, string>()

  constructor(known: readonly KnownArea[]) {
    for (const { area, names } of known) {
      for (const name of names) if (!this.#byName.has(plainAreaName(name))) this.#byName.set(plainAreaName(name), area)
    }
  }

  /** What the register calls the area: '' for the office's own. Undefined for a name that nobody knows. */
  find(name: string): string | undefined {
    const written = name.trim()
    if (written === '' || written.toLowerCase() === OWN_WORD) return ''
    const code = written.toUpperCase()
    return this.#byName.get(plainAreaName(written)) ?? (CODE.test(code) ? code : undefined)
  }
}
