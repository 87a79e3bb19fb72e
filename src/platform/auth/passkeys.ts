import { createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

/** What the register keeps of a passkey: enough to check it, nothing that opens anything. */
export type PublicPasskey = {
  /** In base64url, as the browser names it. */
  readonly id: string
  /** In base64url (COSE). */
  readonly publicKey: string
  /** How often its device says that it was used; 0 where devices do not count. */
  readonly counter: number
  /** How a browser reaches it: 'internal', 'usb', 'hybrid'. */
  readonly transports: readonly string[]
}

/** Who a new passkey is for, at which site. */
export type PasskeyOwner = {
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly office: string
  readonly known: readonly PublicPasskey[]
}

/** Where a passkey is used: the site that it belongs to, and the session whose token the challenge follows from. */
export type PasskeyPlace = { readonly publicUrl: string; readonly sessionToken: string }

/** Read when first needed: it is the slowest part of starting a command, and few need it. */
const webauthn = () => import('@simplewebauthn/server')

/** Ed25519, ECDSA on P-256 and RSA, each with SHA-256: what devices have (the COSE numbers). */
const ALGORITHMS = [-8, -7, -257]

/** What the browser must do to make a passkey, for its script. */
export async function newPasskeyOptions(place: PasskeyPlace, owner: PasskeyOwner) {
  return (await webauthn()).generateRegistrationOptions({
    rpName: owner.office,
    rpID: siteOf(place),
    userName: owner.email,
    userDisplayName: owner.name,
    userID: new Uint8Array(createHash('sha256').update(`passkeys of ${owner.accountId}`).digest()),
    challenge: challengeOf(place, 'make'),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: owner.known.map(credential),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/** The passkey that the browser made, if it was made here, now and for this session. */
export async function readNewPasskey(place: PasskeyPlace, answer: string): Promise<PublicPasskey | undefined> {
  const response = parsed(NEW, answer)
  if (!response) return undefined
  try {
    const { verifyRegistrationResponse } = await webauthn()
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge: challengeText(challengeOf(place, 'make')),
      expectedOrigin: place.publicUrl,
      expectedRPID: siteOf(place),
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!verified) return undefined
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
  } catch {
    return undefined
  }
}

/** What the browser must do to show one of these passkeys, for its script. */
export async function passkeyOptions(place: PasskeyPlace, known: readonly PublicPasskey[]) {
  return (await webauthn()).generateAuthenticationOptions({
    rpID: siteOf(place),
    challenge: challengeOf(place, 'use'),
    allowCredentials: known.map(credential),
    userVerification: 'preferred',
  })
}

/** Which of these passkeys answered, with its counter as it now stands; undefined when none did, or not rightly. */
export async function usedPasskey(
  place: PasskeyPlace,
  known: readonly PublicPasskey[],
  answer: string,
): Promise<PublicPasskey | undefined> {
  const response = parsed(USED, answer)
  const passkey = known.find(({ id }) => id === response?.id)
  if (!response || !passkey) return undefined
  try {
    const { verifyAuthenticationResponse } = await webauthn()
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: challengeText(challengeOf(place, 'use')),
      expectedOrigin: place.publicUrl,
      expectedRPID: siteOf(place),
      credential: {
        ...credential(passkey),
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
      requireUserVerification: false,
    })
    return verified ? { ...passkey, counter: authenticationInfo.newCounter } : undefined
  } catch {
    return undefined
  }
}

/** A passkey belongs to the site's host name. */
const siteOf = ({ publicUrl }: PasskeyPlace) => new URL(publicUrl).hostname

const credential = ({ id, transports }: PublicPasskey) => ({ id, transports: [...transports] })

/** One for each session and purpose, known to its browser alone (ADR 0023). */
function challengeOf({ sessionToken }: PasskeyPlace, purpose: 'make' | 'use'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(`${purpose} a passkey ${sessionToken}`).digest())
}

const challengeText = (challenge: Uint8Array) => Buffer.from(challenge).toString('base64url')

const text = z.string().max(20_000)
const common = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.object({}) }
const NEW = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .default([]),
  }),
})
const USED = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }),
})

function parsed<T>(shape: z.ZodType<T>, answer: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}
