import type { Config } from '../config.js'
import { breachedIn } from './breached.js'
import { secretsIn } from './secrets.js'
import { signInServiceAt } from './sign-in-service.js'
import type { Trust } from './trust.js'

/** What signing in needs, from the settings of this installation. */
export function trustFrom({
  publicUrl,
  secretPlace,
  breachedPasswords,
  provider,
}: Pick<Config, 'publicUrl' | 'secretPlace' | 'breachedPasswords' | 'provider'>): Trust {
  const trust = { publicUrl, secrets: secretsIn(secretPlace), isBreached: breachedIn(breachedPasswords) }
  return provider ? { ...trust, provider: signInServiceAt(provider, publicUrl) } : trust
}
