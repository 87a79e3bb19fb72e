import type { Config } from '../config.js'
import { secretsIn } from './secrets.js'
import type { Trust } from './trust.js'

/** What signing in needs, from the settings of this installation. */
export function trustFrom({ publicUrl, secretPlace }: Pick<Config, 'publicUrl' | 'secretPlace'>): Trust {
  return { publicUrl, secrets: secretsIn(secretPlace) }
}
