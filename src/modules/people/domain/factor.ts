/** The second factor of an account: an authenticator app that shares a secret with the register. */
export type Factor = {
  readonly accountId: string
  /** In base 32, as apps take it. */
  readonly secret: string
  readonly begunAt: string
  /** Null until a first code has shown that the app has the secret. */
  readonly confirmedAt: string | null
  /** The recovery codes, to be written down, until the factor is confirmed; then only their hashes are kept. */
  readonly shownCodes: readonly string[]
  /** The last step whose code was used: none is taken twice. */
  readonly lastStep: number
}

/** Whether a role needs a second factor: whoever may publish speaks for the office to everyone. */
export function needsFactor(permissions: ReadonlySet<string>): boolean {
  return [...permissions].some((permission) => permission.endsWith(':publish'))
}

/** The address that an authenticator app reads from the square code (the "otpauth" form that all of them know). */
export function appAddress(office: string, email: string, secret: string): string {
  const label = `${encodeURIComponent(office)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(office)}`
}
