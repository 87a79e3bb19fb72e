import type { PasskeyRefusal } from '../actions/set-passkey.js'
import { MOST_PASSKEYS } from '../domain/factor.js'
import { NOT_FRESH } from './sign-in-parts.js'

/** What a browser says for a passkey is far shorter. In characters. */
export const MOST_ANSWER = 30_000

/** Why a passkey was not added or removed, in words. */
export function explainPasskey({ code }: PasskeyRefusal): string {
  switch (code) {
    case 'not-fresh':
      return NOT_FRESH
    case 'not-made':
      return 'The passkey was not accepted. Try again'
    case 'too-many':
      return `You have ${MOST_PASSKEYS} passkeys: remove one first`
    case 'known-already':
      return 'You have added this passkey before'
  }
}
