/** An authenticator app as second factor: it shares a secret with the register. */
export type Factor = {
  readonly accountId: string
  /** In base 32, as apps take it; undefined when the key that sealed it is not here. */
  readonly secret: string | undefined
  readonly begunAt: string
  /** Null until a first code has shown that the app has the secret. */
  readonly confirmedAt: string | null
  /** The last step whose code was used: none is taken twice. */
  readonly lastStep: number
}

/** A passkey as second factor: a key pair of which the register has the public half. */
export type Passkey = {
  readonly id: string
  readonly accountId: string
  /** What its owner calls it: "Office laptop". */
  readonly name: string
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
  readonly madeAt: string
  readonly usedAt: string | null
}

/** More passkeys than anyone carries. */
export const MOST_PASSKEYS = 10

/** What may be done with a password alone: reading, drafting, contributing. Any other verb needs a second factor. */
const HARMLESS = [
  ...['read', 'read-all', 'read-audit', 'sign-in', 'own-account'],
  ...['edit', 'update', 'note', 'check', 'bind', 'style', 'templates'],
]

/** Whether permissions need a second factor: to publish, sign off, correct or decide, and to let others do so. */
export function needsFactor(permissions: ReadonlySet<string>): boolean {
  return [...permissions].some((permission) => !HARMLESS.includes(permission.split(':')[1] ?? ''))
}

/** The address that an authenticator app reads from the square code (the "otpauth" form that all of them know). */
export function appAddress(office: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(office)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(office)}`
}
