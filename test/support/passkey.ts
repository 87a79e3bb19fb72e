import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** A device with one passkey, as a browser would ask it (WebAuthn level 3, ES256, no attestation). */
export type Device = {
  readonly id: string
  /** What the browser's script sends for a new passkey. */
  readonly make: (options: { readonly challenge: string }, change?: Change) => string
  /** What it sends when the passkey is used. */
  readonly use: (options: { readonly challenge: string }, change?: Change) => string
}

/** What an attacker's device would do differently. */
export type Change = { readonly origin?: string; readonly site?: string; readonly counter?: number }

const ORIGIN = 'http://localhost:3000'

/** A new device, with a key of its own. */
export function aDevice(): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rawId = randomBytes(32)
  const id = rawId.toString('base64url')
  let used = 0
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  return {
    id,
    make: ({ challenge }, change = {}) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(rawId.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, rawId, coseKey(publicKey)])
      const data = authenticatorData(change, { flags: 0x45, counter: 0, attested })
      const object = map([text('fmt'), text('none')], [text('attStmt'), map()], [text('authData'), bytes(data)])
      const clientDataJSON = clientData('webauthn.create', challenge, change).toString('base64url')
      const response = { clientDataJSON, attestationObject: object.toString('base64url'), transports: ['internal'] }
      return JSON.stringify({ ...common, response })
    },
    use: ({ challenge }, change = {}) => {
      used += 1
      const data = authenticatorData(change, { flags: 0x05, counter: change.counter ?? used })
      const client = clientData('webauthn.get', challenge, change)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      const signature = createSign('sha256').update(signed).sign(privateKey).toString('base64url')
      const response = {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature,
      }
      return JSON.stringify({ ...common, response })
    },
  }
}

function clientData(type: string, challenge: string, { origin = ORIGIN }: Change): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

type Data = { readonly flags: number; readonly counter: number; readonly attested?: Buffer }

function authenticatorData({ site = 'localhost' }: Change, { flags, counter, attested }: Data): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt8(flags)
  head.writeUInt32BE(counter, 1)
  const parts = [createHash('sha256').update(site).digest(), head, ...(attested ? [attested] : [])]
  return Buffer.concat(parts)
}

/** The public key as COSE writes it: EC2, ES256, P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const part = (value: string) => bytes(Buffer.from(value, 'base64url'))
  const number = (value: number) => Buffer.from([value >= 0 ? value : 0x20 - value - 1])
  return map(
    [number(1), number(2)],
    [number(3), number(-7)],
    [number(-1), number(1)],
    [number(-2), part(x)],
    [number(-3), part(y)],
  )
}

function map(...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([Buffer.from([0xa0 + pairs.length]), ...pairs.flat()])
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 0xff]
  return Buffer.concat([Buffer.from(head), value])
}
