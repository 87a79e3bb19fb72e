/** A number as people type it, with commas or either minus sign; null for nothing, undefined for what is no number. */
export function plainNumber(text: string): number | null | undefined {
  const plain = text.trim().replaceAll(',', '').replace('−', '-')
  if (plain === '') return null
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}
