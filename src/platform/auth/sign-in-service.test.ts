import assert from 'node:assert/strict'
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { signInServiceAt } from './sign-in-service.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-service-'))
const SECRET = 'a-secret-of-the-client'
const BROWSER = 'the key of one browser'
const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })

type Claims = Readonly<Record<string, unknown>>
type Maker = (claims: Claims) => string

const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url')

/** An ID token as the service signs it, or another with its key. */
function signedBy(key: typeof own, claims: Claims): string {
  const text = `${part({ alg: 'RS256', kid: 'k1' })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key.privateKey).toString('base64url')}`
}

/** The same, signed with the public key as if it were a shared secret, or with the client's secret. */
function signedWith(secret: string, claims: Claims): string {
  const text = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

const publicText = own.publicKey.export({ type: 'spki', format: 'pem' }).toString()

describe('what the sign-in service says of people', () => {
  let server: Server
  let issuer: string
  let answer: Maker = (claims) => signedBy(own, claims)
  let claims: Claims = {}

  before(async () => {
    server = createServer((request, response) => {
      const send = (content: object) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(content))
      }
      if (request.url === '/jwks')
        return send({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
      if (request.url === '/token')
        return send({ access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: answer(claims) })
      return send({
        issuer,
        ...{ authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` },
        ...{ response_types_supported: ['code'], id_token_signing_alg_values_supported: ['RS256'] },
      })
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    issuer = `http://localhost:${(server.address() as AddressInfo).port}`
    writeFileSync(join(folder, 'secret'), SECRET)
  })
  after(() => {
    server.closeAllConnections()
    server.close()
    rmSync(folder, { recursive: true })
  })

  /** Signs in with an ID token that differs from an honest one. */
  async function comeBack(change: Claims, maker: Maker = (each) => signedBy(own, each)) {
    const settings = { issuer, clientId: 'frankpledge', secretFile: join(folder, 'secret'), label: 'Council' }
    const service = signInServiceAt(settings, 'https://plan.example')
    const now = new Date()
    const going = await service.begin(BROWSER, now, { purpose: 'come-in', to: '/staff' })
    const asked = new URL(going ?? '').searchParams
    const seconds = Math.floor(now.getTime() / 1000)
    const honest = { iss: issuer, aud: 'frankpledge', sub: 'person-1', iat: seconds, exp: seconds + 300 }
    claims = { ...honest, nonce: asked.get('nonce'), ...change }
    answer = maker
    return service.finish(BROWSER, now, { code: 'c', state: asked.get('state') ?? '' })
  }

  it('is believed when its token is signed, meant for us, of this moment and of this journey', async () => {
    const back = await comeBack({})
    assert.ok(typeof back === 'object')
    assert.deepEqual(back.identity, { issuer, subject: 'person-1', usedSecondFactor: false })
  })

  const hourAgo = Math.floor(Date.now() / 1000) - 3600
  const forged: Readonly<Record<string, [Claims, Maker?]>> = {
    'signed by another key': [{}, (each) => signedBy(stranger, each)],
    'not signed': [{}, (each) => `${part({ alg: 'none' })}.${part(each)}.`],
    'signed with the public key as a secret': [{}, (each) => signedWith(publicText, each)],
    'signed with the secret of the client': [{}, (each) => signedWith(SECRET, each)],
    'changed after it was signed': [
      {},
      (each) => signedBy(own, each).replace(/\.[^.]+\./, `.${part({ ...each, sub: 'x' })}.`),
    ],
    'meant for another': [{ aud: 'another-client' }],
    'of another issuer': [{ iss: 'https://login.elsewhere.example' }],
    'of another journey': [{ nonce: 'another' }],
    over: [{ iat: hourAgo, exp: hourAgo + 60 }],
    'of nobody': [{ sub: undefined }],
  }
  for (const [what, [change, maker]] of Object.entries(forged)) {
    it(`is refused when its token is ${what}`, async () => {
      assert.equal(await comeBack(change, maker), 'refused')
    })
  }
})
