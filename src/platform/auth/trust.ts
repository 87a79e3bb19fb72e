import type { Breached } from './breached.js'
import type { Secrets } from './secrets.js'
import type { SignInService } from './sign-in-service.js'

/** What signing in needs from outside (ADR 0023): where the site is, the key that seals, and the office's own service. */
export type Trust = {
  /** Where people reach the site, without a slash at the end: passkeys belong to it. */
  readonly publicUrl: string
  readonly secrets: Secrets
  /** Whether a password is known to have leaked. */
  readonly isBreached: Breached
  /** The sign-in service of the office's own organisation, when there is one. */
  readonly provider?: SignInService
}
