import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { Obstacle, Unavailable } from '../errors.js'
import type { FileStore } from './file-store.js'
import type { S3Place } from './files-settings.js'
import { sha256Of } from './sha256.js'

/** How patient one request is: tries, the pause after the first, and the time for each besides a second a megabyte. */
type Patience = { readonly tries: number; readonly pauseMs: number; readonly timeMs: number }

const PATIENT: Patience = { tries: 4, pauseMs: 200, timeMs: 10_000 }
const ONE_LOOK: Patience = { tries: 1, pauseMs: 0, timeMs: 3000 }

/** One request to the store: bytes go with their fingerprint, and of an answer no more is read than was expected. */
type Asked = { readonly sha256?: string; readonly body?: Uint8Array; readonly size?: number }
type Answer = { readonly status: number; readonly body: Uint8Array; readonly code: string }
type Ask = (method: 'GET' | 'HEAD' | 'PUT', name: string, asked?: Asked) => Promise<Answer>

/**
 * Files in an S3-compatible store. Only the address in the settings is ever asked, and no other that it may point to.
 * Keys stand in no message.
 */
export function s3Store(place: S3Place): FileStore {
  const name = `the bucket ${place.bucket} at ${new URL(place.endpoint).host}`
  const client = new AwsClient({
    ...{ accessKeyId: place.accessKeyId, secretAccessKey: secretIn(place.secretFile) },
    ...{ service: 's3', region: place.region, retries: 0 },
  })
  const askWith = (patience: Patience) => askingOver(client, place, { name, patience })
  const ask = askWith(PATIENT)
  const get = async (sha256: string, size: number) => {
    const answer = await ask('GET', sha256, { size })
    if (answer.status === 404) throw new Unavailable(`The file ${sha256} is not in ${name}.`)
    refuseUnless(answer, name)
    if (answer.body.length !== size || sha256Of(answer.body) !== sha256)
      throw new Unavailable(`The file ${sha256} in ${name} is not what was put there: its SHA-256 differs.`)
    return answer.body
  }
  return {
    name,
    get,
    put: async (sha256, body) => {
      if ((await ask('HEAD', sha256)).status === 200 && (await isWhole(() => get(sha256, body.length)))) return
      refuseUnless(await ask('PUT', sha256, { sha256, body }), name)
    },
    problem: remembered(async () => {
      try {
        refuseUnless(await askWith(ONE_LOOK)('HEAD', ''), name)
        return undefined
      } catch (problem) {
        return problem instanceof Error ? problem.message : String(problem)
      }
    }),
  }
}

const REMEMBERED_MS = 10_000

/** Whoever asks within seconds of another gets the same answer. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined
  return () => {
    const now = performance.now()
    if (!last || now - last.at > REMEMBERED_MS) last = { at: now, answer: ask() }
    return last.answer
  }
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Obstacle(`The file that FILES_S3_SECRET_FILE names cannot be read: ${file}`)
  }
}

/** Whether what stands there is what should; what was damaged is put anew. */
async function isWhole(read: () => Promise<unknown>): Promise<boolean> {
  return read().then(
    () => true,
    () => false,
  )
}

function refuseUnless({ status, code }: Answer, name: string): void {
  if (status === 200) return
  const reasons: Readonly<Record<number, string>> = {
    301: 'it says that the bucket is elsewhere: check FILES_S3_ENDPOINT and FILES_S3_REGION',
    403: 'it refuses us: check the keys and their rights, and the clock of this machine',
    404: 'there is no such bucket',
  }
  const reason = reasons[status] ?? `it answered ${status}`
  throw new Unavailable(`${sentence(name)} cannot be used: ${reason}${code && ` (${code})`}.`)
}

/** Asks again after a while where the store is away, is busy or has a fault of its own. */
function askingOver(client: AwsClient, place: S3Place, { name, patience }: { name: string; patience: Patience }): Ask {
  return async (method, object, asked = {}) => {
    let reason = ''
    for (let tried = 0; tried < patience.tries; tried += 1) {
      if (tried > 0) await setTimeout(patience.pauseMs * 3 ** (tried - 1) * (0.5 + Math.random()))
      try {
        const answer = await askOnce(client, method, { url: addressOf(place, object), asked, timeMs: patience.timeMs })
        if (answer.status < 500 && answer.status !== 429) return answer
        reason = `it answers ${answer.status}`
      } catch (problem) {
        reason = reasonOf(problem)
      }
    }
    throw new Unavailable(`${sentence(name)} cannot be used at the moment: ${reason}.`)
  }
}

function addressOf({ endpoint, bucket, prefix, isPathStyle }: S3Place, object: string): string {
  const url = new URL(endpoint)
  if (!isPathStyle) url.host = `${bucket}.${url.host}`
  const path = object === '' ? '' : `${prefix}${object}`
  url.pathname = isPathStyle ? `/${bucket}${path && `/${path}`}` : `/${path}`
  return url.href
}

type Once = { readonly url: string; readonly asked: Asked; readonly timeMs: number }

async function askOnce(client: AwsClient, method: string, { url, asked, timeMs }: Once): Promise<Answer> {
  const { sha256 = sha256Of(''), body, size = 0 } = asked
  const sending = body && { body: new Uint8Array(body), headers: { 'content-type': 'application/octet-stream' } }
  const headers = { 'x-amz-content-sha256': sha256, ...sending?.headers }
  const request = await client.sign(url, { method, ...sending, headers })
  const signal = AbortSignal.timeout(timeMs + Math.ceil(Math.max(body?.length ?? 0, size) / 1000))
  const response = await fetch(request, { signal, redirect: 'manual' })
  const most = response.status === 200 ? size : 4096
  const read = await readAtMost(response, most)
  const code = response.status === 200 ? '' : (/<Code>(\w{1,60})<\/Code>/.exec(Buffer.from(read).toString())?.[1] ?? '')
  return { status: response.status, body: read, code }
}

/** One byte more than expected is enough to see that it is too long. */
async function readAtMost({ body }: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    pieces.push(piece)
    length += piece.length
    if (length > most) break
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** Only what `fetch` itself throws means that the store is away; anything else is our own mistake. */
function reasonOf(problem: unknown): string {
  if (problem instanceof Error && problem.name === 'TimeoutError') return 'it does not answer in time'
  if (!(problem instanceof TypeError)) throw problem
  const { cause } = problem
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code ? `it cannot be reached (${code})` : 'it cannot be reached'
}
