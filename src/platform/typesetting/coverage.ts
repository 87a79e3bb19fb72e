import { charactersOfSans } from './fonts.js'

/** What of a text cannot be printed, and the text with the codes of those characters in their place. */
export type Coverage = { readonly text: string; readonly missing: readonly string[] }

/** Spaces of every width, which are set as a space; and marks that show nothing. */
const SPACES = /[\t\n\r\u2000-\u200a\u202f\u205f\u3000]/g
/** Marks that show nothing: control characters, soft hyphens, joiners and directions. */
const SILENT = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu

/** Holds a text against the typeface, so that nothing is left to whatever fonts a machine happens to have. */
export function coverageOf(text: string): Coverage {
  const plain = text.replace(SPACES, ' ').replace(SILENT, '').replaceAll('\u2011', '-').normalize('NFC')
  if (!/[^\u0020-\u007e\u00a0-\u00ff]/.test(plain)) return { text: plain, missing: [] }
  const has = charactersOfSans()
  const missing = new Set<string>()
  let shown = ''
  for (const character of plain) {
    const code = character.codePointAt(0) ?? 0
    if (has.has(code)) shown += character
    else {
      missing.add(character)
      shown += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
    }
  }
  return { text: shown, missing: [...missing] }
}
