import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long one code stands, in seconds, and how many digits it has: what every authenticator app takes as given. */
const STEP_SECONDS = 30
const DIGITS = 6
/** Clocks of telephones differ: the code before and the code after are taken too (RFC 6238, 5.2). */
const STEPS_EITHER_WAY = 1
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A new secret of 160 random bits (RFC 4226, section 4), in base 32 as apps take it. */
export function newSecret(): string {
  return inBase32(randomBytes(20))
}

/** The step of 30 seconds in which a moment lies, counted from 1970. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** The code of one step: HMAC-SHA-1 of its number, cut to six digits (RFC 4226, 5.3; RFC 6238). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step whose code was typed, if it is a step near now and later than the last one that was used: no code is taken twice. */
export function stepFor(
  { secret, lastStep }: { readonly secret: string | undefined; readonly lastStep: number },
  typed: string,
  now: Date,
): number | undefined {
  const code = typed.replace(/\s/g, '')
  if (!secret || !/^\d{6}$/.test(code)) return undefined
  const nearest = stepOf(now)
  const steps = [
    nearest,
    ...Array.from({ length: STEPS_EITHER_WAY }, (_, at) => [nearest - at - 1, nearest + at + 1]).flat(),
  ]
  return steps.find((step) => step > lastStep && isSame(codeAt(secret, step), code))
}

const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** Ten codes that each open the account once, when the telephone is lost: 50 random bits, without letters that look alike. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = inBase32(randomBytes(7)).slice(0, 10).replaceAll('O', '8').replaceAll('I', '9')
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
}

/** A recovery code as it is hashed: however it was typed, and of one account only; undefined for what can be none. */
export function recoveryText(accountId: string, typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return code.length === 10 ? createHash('sha256').update(`${accountId} ${code}`).digest('hex') : undefined
}

function inBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{5}/g) ?? []
  return fives.map((five) => ALPHABET[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
