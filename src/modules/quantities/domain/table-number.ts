/** A number as a table prints it ("£1.2m" is 1,200,000), what one in its last printed place is worth, and its unit. */
export type TableNumber = { value: number; step: number; unit: 'plain' | 'pounds' | 'percent' }

const shape =
  /^([(\-−–+~]*)\s*(£|€|[A-Z]{0,3}\$)?\s*([-−–+(]?)\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(%|per cent|pp|pts|(?:percentage )?points?|m|k|bn|million)?\s*(\)?)[*†‡]*$/i
const scales: Record<string, number> = { k: 1000, m: 1_000_000, million: 1_000_000, bn: 1_000_000_000 }

/** Reads a cell that holds one number and nothing else: "1,234", "(1,383)", "-£2.4m", "39.0%", "+12"; "(£000)" is a unit. */
export function tableNumber(text: string): TableNumber | undefined {
  const trimmed = text.trim()
  if (trimmed.length > 24) return undefined
  const match = shape.exec(trimmed)
  if (!match || match[4] === '000') return undefined
  const [, lead = '', pounds, sign = '', whole = '', decimals = '', suffix = '', close] = match
  if ((lead + sign).includes('(') !== (close === ')')) return undefined
  const isNegative = /[(\-−–]/.test(lead + sign)
  const scale = scales[suffix.toLowerCase()] ?? 1
  const size = scaled(Number(whole.replaceAll(',', '') + decimals), scale)
  return {
    value: isNegative && size !== 0 ? -size : size,
    step: scale * (decimals ? 10 ** -(decimals.length - 1) : 1),
    unit: unitOf(pounds === '£', suffix.toLowerCase()),
  }
}

const scaled = (size: number, scale: number) => (scale === 1 ? size : Math.round(size * scale * 100) / 100)

function unitOf(pounds: boolean, suffix: string): TableNumber['unit'] {
  if (suffix === '%' || suffix === 'per cent' || /^pp|^pts|points?$/.test(suffix)) return 'percent'
  return pounds ? 'pounds' : 'plain'
}

/** Whether a cell says that there is no figure: a dash, "n/a", "not available", "tbc". */
export function isBlankCell(text: string): boolean {
  return /^(?:[-–—−.*]*|n\/?a|nil|tbc|not (?:known|available|held)|\.\.)$/i.test(text.trim())
}

/** How many decimals a number has that is printed to such a step. */
export const decimalsOf = (step: number): number => Math.max(0, Math.round(-Math.log10(step)))

/** Writes a number with as many decimals as its step has: 1234.5 with a step of 0.1 is "1,234.5". */
export function printed(value: number, step = 1): string {
  const decimals = Math.min(6, decimalsOf(step))
  const text = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
}
