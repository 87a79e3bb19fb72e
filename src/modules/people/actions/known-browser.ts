import { randomBytes } from 'node:crypto'
import type { Deps } from '#platform/deps.js'

const about = (email: string) => `browser of ${email}`

/** What this person's browser is called, if they have signed in there before. Nobody can make up such a token. */
export function browserNamed({ trust }: Deps, email: string, token: string | undefined): string | undefined {
  return token ? trust.secrets.unseal(token, about(email)) : undefined
}

/** The token by which this browser is known from now on as one where this person signed in; the same if it was. */
export function knownBrowser(deps: Deps, email: string, token: string | undefined): string {
  const name = browserNamed(deps, email, token) ?? randomBytes(16).toString('base64url')
  return deps.trust.secrets.seal(name, about(email))
}
