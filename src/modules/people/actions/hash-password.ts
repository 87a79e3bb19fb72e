import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { passwordText } from '../domain/password.js'

/** OWASP's least for argon2id: 19 MiB of memory, 2 passes, 1 lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const SALT_BYTES = 16
const HASH_BYTES = 32

/** A hash that no password has: checking against it costs the same as checking a real account's. */
export const DECOY_HASH = phcText(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(HASH_BYTES))

/** The password as it is kept: argon2id with its own salt, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return phcText(COST, salt, await argon2id(password, { ...COST, salt, length: HASH_BYTES }))
}

/** Whether this is the password that was hashed. Takes the same time whatever is wrong. */
export async function isRightPassword(password: string, hash: string): Promise<boolean> {
  const { salt, expected, ...cost } = parsedPhc(hash)
  return timingSafeEqual(await argon2id(password, { ...cost, salt, length: expected.length }), expected)
}

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

function argon2id(password: string, options: Cost & { salt: Buffer; length: number }): Promise<Buffer> {
  const { salt, length, ...cost } = options
  const parameters: Argon2Parameters = { message: passwordText(password), nonce: salt, tagLength: length, ...cost }
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
  if (!salt || !expected) throw new Error('A stored password hash cannot be read')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return { ...cost, salt: Buffer.from(salt, 'base64'), expected: Buffer.from(expected, 'base64') }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
