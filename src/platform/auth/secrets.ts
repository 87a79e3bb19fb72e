import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Obstacle } from '../errors.js'

/** Seals what the register must give back but nobody who reads the register may learn. */
export type Secrets = {
  /** Sealed for one purpose and owner: it opens for no other. */
  readonly seal: (text: string, about: string) => string
  /** The text; undefined when it was sealed by a key that is not here, for something else, or was changed. */
  readonly unseal: (sealed: string, about: string) => string | undefined
  /** Whether the key of today sealed it: after a rotation what stands under an older one is to be sealed anew. */
  readonly isCurrent: (sealed: string) => boolean
}

/** Where the keys are, and whether the first may be made there. */
export type SecretPlace = { readonly file: string; readonly mayMake: boolean }

type Key = { readonly name: string; readonly bytes: Buffer }

const CIPHER = 'aes-256-gcm'
const MARK = 'sealed1'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Secrets under the keys of a file, one a line in base 64: the first seals, every one opens. Read when first needed. */
export function secretsIn(place: SecretPlace): Secrets {
  let known: readonly [Key, ...Key[]] | undefined
  const keys = () => {
    known ??= readKeys(place)
    return known
  }
  return {
    seal: (text, about) => {
      const [{ name, bytes }] = keys()
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, bytes, nonce).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return [MARK, name, sealed.toString('base64url')].join('.')
    },
    unseal: (sealed, about) => {
      const [mark, name, content = ''] = sealed.split('.')
      const key = mark === MARK ? keys().find((each) => each.name === name) : undefined
      return key && opened(key, Buffer.from(content, 'base64url'), about)
    },
    isCurrent: (sealed) => sealed.startsWith(`${MARK}.${keys()[0].name}.`),
  }
}

function opened({ bytes }: Key, content: Buffer, about: string): string | undefined {
  if (content.length < NONCE_BYTES + TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, bytes, content.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(about))
  decipher.setAuthTag(content.subarray(-TAG_BYTES))
  try {
    const text = decipher.update(content.subarray(NONCE_BYTES, -TAG_BYTES))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

function readKeys({ file, mayMake }: SecretPlace): readonly [Key, ...Key[]] {
  if (!existsSync(file)) {
    if (!mayMake) throw new Obstacle(`The key file ${file} does not exist: FRANKPLEDGE_SECRET_FILE names it`)
    makeKeyFile(file)
  }
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => keyFrom(line, file))
  const [first, ...others] = keys
  if (!first) throw new Obstacle(`The key file ${file} is empty`)
  return [first, ...others]
}

function keyFrom(line: string, file: string): Key {
  const bytes = Buffer.from(line, 'base64')
  if (bytes.length !== KEY_BYTES) throw new Obstacle(`The key file ${file} needs 32 bytes in base 64 on each line`)
  return { bytes, name: createHash('sha256').update(bytes).digest('hex').slice(0, 8) }
}

/** Readable by its owner alone. Whoever comes second, at the same moment, uses the key that the first made. */
function makeKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
  }
}
