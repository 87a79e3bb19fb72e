import type { Config } from '../config.js'
import { breachedIn } from './breached.js'
import { secretsIn } from './secrets.js'
import type { Trust } from './trust.js'

/** What signing in needs, from the settings of this installation. */
export function trustFrom({
  publicUrl,
  secretPlace,
  breachedPasswords,
}: Pick<Config, 'publicUrl' | 'secretPlace' | 'breachedPasswords'>): Trust {
  return { publicUrl, secrets: secretsIn(secretPlace), isBreached: breachedIn(breachedPasswords) }
}
