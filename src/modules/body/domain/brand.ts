import { contrast } from '#kernel/colour.js'
import { err, ok, type Result } from '#kernel/result.js'
import { formatNumber } from '#kernel/words.js'

/** The least contrast of the brand colour with white, both ways (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5

/** Why a colour cannot be the office's. `ratio` is its contrast with white, to one of 1. */
export type ColourRefusal = { readonly code: 'not-a-colour' } | { readonly code: 'too-light'; readonly ratio: number }

/** Reads a colour as people type it ("#12436D", "12436d") and checks that white words on it can be read. */
export function brandColour(typed: string): Result<string, ColourRefusal> {
  const digits = /^#?([0-9a-f]{6})$/i.exec(typed.trim())?.[1]
  if (!digits) return err({ code: 'not-a-colour' })
  const colour = `#${digits.toLowerCase()}`
  const ratio = contrast(colour, '#ffffff')
  return ratio >= LEAST_CONTRAST ? ok(colour) : err({ code: 'too-light', ratio })
}

/** What a refused colour must be instead, after the word for it: "must be darker: …". */
export function colourInWords(refusal: ColourRefusal): string {
  if (refusal.code === 'not-a-colour') return 'must be a hash and six digits or letters a to f, like #12436d'
  // Rounded down: 4.49 must not be said to be 4.5.
  const ratio = formatNumber(Math.floor(refusal.ratio * 10) / 10, 1)
  return `must be darker: its contrast with white is ${ratio} to 1, and ${LEAST_CONTRAST} to 1 is needed`
}
