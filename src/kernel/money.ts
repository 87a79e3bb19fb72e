import { err, ok, type Result } from './result.js'

/** Whole pence. Never a fraction, never pounds. */
export type Pence = number & { readonly pence: unique symbol }

/** Takes a whole number of pence; anything else is a bug. */
export function pence(value: number): Pence {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not whole pence: ${value}`)
  return value as Pence
}

/** Reads what people type for pounds: "£1,500", "1500.50", "-3". */
export function parsePounds(text: string): Result<Pence, 'not-pounds'> {
  const match = /^([-−]?)£?(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[\s,]/g, '').replace(/^£([-−])/, '$1£'))
  if (!match) return err('not-pounds')
  const [, sign, whole, part = ''] = match
  const amount = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return ok(pence(sign && amount ? -amount : amount))
}

/** "£272.52", "£1,500", "−£3": pence are shown unless they are zero. */
export function formatPounds(amount: Pence): string {
  const absolute = Math.abs(amount)
  const pounds = Math.trunc(absolute / 100).toLocaleString('en-GB')
  const rest = absolute % 100
  return `${amount < 0 ? '−' : ''}£${pounds}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`
}
