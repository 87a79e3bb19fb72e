import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Sent with every answer. No inline script or style anywhere; nobody may frame us. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "script-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}

/** With https: browsers come back over https only, for a year. */
const HTTPS_HEADERS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
}

/** The headers of every answer of this installation. */
export function headersFor({ isSecure }: { readonly isSecure: boolean }): Readonly<Record<string, string>> {
  return isSecure ? { ...SECURITY_HEADERS, ...HTTPS_HEADERS } : SECURITY_HEADERS
}

/** A secret that nobody can guess: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The token that forms must carry: it follows from the browser's own secret cookie, which no other site can read. */
export function csrfTokenFor(secret: string): string {
  return createHash('sha256').update(`form ${secret}`).digest('base64url')
}

/** Whether the form carries the token that belongs to the cookie. */
export function isRightToken(sent: unknown, secret: string | undefined): boolean {
  if (typeof sent !== 'string' || !secret) return false
  const expected = Buffer.from(csrfTokenFor(secret))
  const given = Buffer.from(sent)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether the browser says that the form came from another site. Old browsers say nothing, and the token decides. */
export function comesFromElsewhere(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site) return site !== 'same-origin' && site !== 'none'
  const origin = headers.origin
  if (!origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== headers.host
}
