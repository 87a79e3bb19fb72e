const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const compound = `(?:${tens.join('|')})[\\s-](?:${small.slice(1, 10).join('|')})\\b`

/** A pattern for a small whole number in words (with the ligatures of PDFs) or figures, for use inside larger patterns. */
export const smallNumber = `(?:${[compound, ...small.slice(1), ...tens.slice(1), 'ﬁve', 'ﬁfteen'].join('|')}|\\d{1,2})`

/** Reads a small whole number written in words ("six", "twenty-four") or figures ("6"). */
export function smallCount(text: string): number | undefined {
  const lower = text.trim().normalize('NFKC').toLowerCase()
  const at = small.indexOf(lower)
  if (at >= 0) return at
  const [ten = '', unit = 'zero'] = lower.split(/[\s-]/)
  if (tens.includes(ten) && small.indexOf(unit) < 10) return (tens.indexOf(ten) + 2) * 10 + small.indexOf(unit)
  return /^\d{1,3}$/.test(lower) ? Number(lower) : undefined
}

/** A small whole number in words up to twenty, else in figures. */
export function countWord(count: number): string {
  return small[count] ?? String(count)
}
