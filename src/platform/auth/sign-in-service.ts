import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Configuration, IDToken } from 'openid-client'
import { z } from 'zod'

/** How the office's organisation signs its people in (OpenID Connect), as it is set from outside. */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  /** The file with the client secret: secrets do not stand among settings. */
  readonly secretFile: string
  /** What people call it: "Sign in with Microsoft". */
  readonly label: string
}

/** What a sign-in elsewhere is for: to come in, or to link one's account with who one is there. */
export type Purpose = 'come-in' | 'link'

/** Who somebody is at the sign-in service. */
export type Identity = {
  readonly issuer: string
  /** The tenant and object ids of Microsoft Entra ID, else the subject: never an e-mail address. */
  readonly subject: string
  /** The service says that a second factor was asked for (`amr` holds "mfa", RFC 8176). */
  readonly usedSecondFactor: boolean
}

/** Why nobody came back from the sign-in service. */
export type ServiceProblem = 'not-begun-here' | 'too-late' | 'refused' | 'unreachable'

/** What is said of a journey when it begins; it comes back unchanged. */
export type Journey = { readonly purpose: Purpose; readonly to: string }

/** What came back: who it is, and what the journey was for. */
export type Returned = { readonly identity: Identity; readonly journey: Journey }

/** The office's own sign-in service (OpenID Connect: code, PKCE, state and nonce). */
export type SignInService = {
  readonly label: string
  /** Where the browser goes; undefined when the service cannot be reached. */
  readonly begin: (browserKey: string, now: Date, journey: Journey) => Promise<string | undefined>
  readonly finish: (browserKey: string, now: Date, query: Query) => Promise<Returned | ServiceProblem>
  /** Where one signs out there too, if it says so. */
  readonly farewell: () => Promise<string | undefined>
}

type Query = Readonly<Record<string, string>>

/** Where the service sends people back to. */
const RETURN_PATH = '/sign-in/provider/done'

const MOST_MINUTES = 10

/** The service that these settings name, reached when first needed. */
export function signInServiceAt(settings: ProviderSettings, publicUrl: string): SignInService {
  const redirectTo = `${publicUrl}${RETURN_PATH}`
  const service = remembered(() => discovered(settings))
  return {
    label: settings.label,
    begin: async (browserKey, now, journey) => {
      const sealed = journeyText(journey, now)
      const { buildAuthorizationUrl } = await import('openid-client')
      const known = await service()
      if (!known) return undefined
      const challenge = createHash('sha256')
        .update(derived(browserKey, 'verifier', sealed))
        .digest('base64url')
      const address = buildAuthorizationUrl(known, {
        redirect_uri: redirectTo,
        scope: 'openid',
        state: stateOf(browserKey, sealed),
        nonce: derived(browserKey, 'nonce', sealed),
        code_challenge: challenge,
        code_challenge_method: 'S256',
      })
      return address.href
    },
    finish: async (browserKey, now, query) => {
      const sealed = sealedIn(browserKey, query.state ?? '')
      const journey = sealed && journeyFrom(sealed)
      if (!sealed || !journey) return 'not-begun-here'
      if (now.getTime() - journey.at > MOST_MINUTES * 60_000) return 'too-late'
      const known = await service()
      if (!known) return 'unreachable'
      const claims = await claimsFrom(known, `${redirectTo}?${new URLSearchParams(query)}`, {
        pkceCodeVerifier: derived(browserKey, 'verifier', sealed),
        expectedState: query.state ?? '',
        expectedNonce: derived(browserKey, 'nonce', sealed),
      })
      const { purpose, to } = journey
      return claims ? { identity: identityFrom(claims), journey: { purpose, to } } : 'refused'
    },
    farewell: async () => {
      const known = await service()
      if (!known?.serverMetadata().end_session_endpoint) return undefined
      const { buildEndSessionUrl } = await import('openid-client')
      return buildEndSessionUrl(known, { post_logout_redirect_uri: `${publicUrl}/sign-in` }).href
    },
  }
}

async function discovered({ issuer, clientId, secretFile }: ProviderSettings): Promise<Configuration> {
  const { allowInsecureRequests, ClientSecretPost, discovery, enableNonRepudiationChecks } = await import(
    'openid-client'
  )
  const secret = readFileSync(secretFile, 'utf8').trim()
  const at = new URL(issuer)
  // Plain http is for a service on this very machine, as in tests.
  const isHere = ['localhost', '127.0.0.1'].includes(at.hostname)
  // The signature of what it says of people is checked too, not the connection alone.
  const execute = isHere ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks]
  const options = { timeout: 10, execute }
  return discovery(at, clientId, undefined, ClientSecretPost(secret), options)
}

/** Kept once it is there; asked for again when it failed. */
function remembered(read: () => Promise<Configuration>): () => Promise<Configuration | undefined> {
  let known: Promise<Configuration> | undefined
  return async () => {
    known ??= read()
    try {
      return await known
    } catch {
      known = undefined
      return undefined
    }
  }
}

type Checks = { readonly pkceCodeVerifier: string; readonly expectedState: string; readonly expectedNonce: string }

async function claimsFrom(known: Configuration, address: string, checks: Checks): Promise<IDToken | undefined> {
  const { authorizationCodeGrant } = await import('openid-client')
  try {
    const tokens = await authorizationCodeGrant(known, new URL(address), { ...checks, idTokenExpected: true })
    return tokens.claims()
  } catch {
    return undefined
  }
}

function identityFrom({ iss, sub, tid, oid, amr }: IDToken): Identity {
  const isEntra = typeof tid === 'string' && typeof oid === 'string'
  return {
    issuer: iss,
    subject: isEntra ? `${tid}/${oid}` : sub,
    usedSecondFactor: Array.isArray(amr) && amr.includes('mfa'),
  }
}

const JOURNEY = z.object({ at: z.number(), purpose: z.enum(['come-in', 'link']), to: z.string(), random: z.string() })

function journeyText(journey: Journey, now: Date): string {
  const text = JSON.stringify({ ...journey, at: now.getTime(), random: randomBytes(16).toString('base64url') })
  return Buffer.from(text).toString('base64url')
}

function journeyFrom(sealed: string): z.infer<typeof JOURNEY> | undefined {
  return JOURNEY.safeParse(JSON.parse(Buffer.from(sealed, 'base64url').toString('utf8'))).data
}

/** What only this browser and this journey have (ADR 0023): nothing of it is stored. */
function derived(browserKey: string, what: string, sealed: string): string {
  return createHmac('sha256', browserKey).update(`${what} of ${sealed}`).digest('base64url')
}

const stateOf = (browserKey: string, sealed: string) => `${sealed}.${derived(browserKey, 'state', sealed)}`

/** The journey in a state that this browser was given; undefined when it is another's, or made up. */
function sealedIn(browserKey: string, state: string): string | undefined {
  const sealed = state.split('.')[0] ?? ''
  const expected = Buffer.from(stateOf(browserKey, sealed))
  const given = Buffer.from(state)
  return expected.length === given.length && timingSafeEqual(expected, given) ? sealed : undefined
}
