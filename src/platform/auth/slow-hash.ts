import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** OWASP's least for argon2id: 19 MiB of memory, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

/** A hash that nothing has: checking against it costs the same as checking against a real one. */
export const DECOY_HASH = phcText(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES))

/** A salt of its own for one secret, or for several that belong to one account. */
export const newSalt = (): Buffer => randomBytes(SALT_BYTES)

/** A secret as it is kept: argon2id, in the PHC string format. */
export async function slowHash(secret: string, salt = newSalt()): Promise<string> {
  return phcText(COST, salt, await argon2id(secret, { ...COST, salt, length: HASH_BYTES }))
}

/** Whether this is the secret that was hashed. Takes the same time whatever is wrong. */
export async function isHashedFrom(secret: string, hash: string): Promise<boolean> {
  const { salt, expected, ...cost } = parsedPhc(hash)
  return timingSafeEqual(await argon2id(secret, { ...cost, salt, length: expected.length }), expected)
}

/** This secret under the cost and salt of another's hash: the same text only if the secrets are the same. */
export async function hashedLike(secret: string, hash: string): Promise<string> {
  const { salt, expected, ...cost } = parsedPhc(hash)
  return phcText(cost, salt, await argon2id(secret, { ...cost, salt, length: expected.length }))
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

function argon2id(secret: string, options: Cost & { salt: Buffer; length: number }): Promise<Buffer> {
  const { salt, length, ...cost } = options
  const parameters: Argon2Parameters = { message: secret, nonce: salt, tagLength: length, ...cost }
  return new Promise((done, failed) => {
    argon2('argon2id', parameters, (problem, key) => (problem ? failed(problem) : done(key)))
  })
}

function phcText({ memory, passes, parallelism }: Cost, salt: Buffer, hash: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,8}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,})\$([A-Za-z0-9+/]{16,})$/

function parsedPhc(hash: string): Cost & { salt: Buffer; expected: Buffer } {
  const [, memory, passes, parallelism, salt, expected] = PHC.exec(hash) ?? []
  if (!salt || !expected) throw new Error('A stored hash cannot be read')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { ...cost, salt: Buffer.from(salt, 'base64'), expected: Buffer.from(expected, 'base64') }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
