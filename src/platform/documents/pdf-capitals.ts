import type { PdfItem } from './pdf-item.js'

/** How much larger than its text a drop capital is, at the least. */
const LARGER = 1.7
/**
 * Puts each drop capital back on its word: a lone letter, much larger than the text to its right, whose word goes on
 * beside its head in small letters, wherever among the runs of its page it is painted. "A" and "I" stay apart, since
 * they are words of their own.
 */
export function withCapitals(items: readonly PdfItem[]): PdfItem[] {
  const whole: (PdfItem | undefined)[] = [...items]
  for (const [at, capital] of items.entries()) {
    if (!/^[B-HJ-Z]$/.test(capital.text.trim()) || capital.isTurned) continue
    const [first] = items.filter((item) => isBeside(capital, item)).sort((a, b) => b.y - a.y || a.x - b.x)
    if (!first) continue
    const width = first.x + first.width - capital.x
    whole[items.indexOf(first)] = { ...first, text: capital.text.trim() + first.text, x: capital.x, width }
    whole[at] = undefined
  }
  return whole.filter((item) => item !== undefined)
}

function isBeside(capital: PdfItem, item: PdfItem): boolean {
  if (!/^\p{Ll}/u.test(item.text) || item.isTurned || capital.height < item.height * LARGER) return false
  const gap = item.x - (capital.x + capital.width)
  const rise = item.y - capital.y
  return gap > -item.height && gap < item.height * 1.5 && rise > -item.height * 0.3 && rise < capital.height
}
