import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** One public answer as it leaves, in each encoding that a browser may ask for. */
export type Kept = { readonly stamp: string; readonly etag: string; readonly headers: Headers; readonly bodies: Bodies }
type Headers = Readonly<Record<string, string>>
type Encoding = 'identity' | 'gzip' | 'br'
type Bodies = { readonly identity: Buffer; gzip?: Buffer; br?: Buffer }

/** An answer as it was just made. */
type Made = { readonly stamp: string; readonly headers: Headers; readonly body: string | Uint8Array }

const MOST = 500

/** While the register changes many times a second, one page is made so often in this many milliseconds, and no more. */
const OFTEN = { times: 2, within: 1000 }

/**
 * Public pages as ready bytes. They are the same for everyone and change only when the register or the day does,
 * so each is kept under a stamp of both. An answer made under an older stamp is not given again, with one exception: a
 * page that was made twice within a second, each time for another change, is given as it is until that second is over.
 * Otherwise two hundred people at work would have the server make pages for readers and do nothing else.
 */
export class PageCache {
  readonly #kept = new Map<string, Kept>()
  readonly #made = new Map<string, { readonly since: number; times: number }>()
  readonly #making = new Map<string, { readonly stamp: string; readonly answer: Promise<Kept | string> }>()
  readonly #day: () => string
  readonly #clock: () => number
  #changes = 0

  /** Pages of a day that is told in words, by a clock in milliseconds. */
  constructor(day: () => string, clock: () => number = () => performance.now()) {
    this.#day = day
    this.#clock = clock
  }

  /** The register has changed: everything kept is out of date. */
  changed(): void {
    this.#changes += 1
  }

  /** What an answer being made now will be valid for. Take it before reading the register. */
  stamp(): string {
    return `${this.#changes} ${this.#day()}`
  }

  /** Answers a GET from what is kept, and says whether it could. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET') return false
    const kept = this.#kept.get(request.url ?? '')
    if (!kept) return false
    if (kept.stamp !== this.stamp() && !this.#wasMadeOften(request.url ?? '', kept)) {
      this.#kept.delete(request.url ?? '')
      return false
    }
    send(kept, request, response)
    return true
  }

  #wasMadeOften(address: string, { stamp }: Kept): boolean {
    const made = this.#made.get(address)
    const isOfToday = stamp.endsWith(` ${this.#day()}`)
    return isOfToday && made !== undefined && made.times >= OFTEN.times && !this.#isOver(made)
  }

  #isOver({ since }: { readonly since: number }): boolean {
    return this.#clock() - since >= OFTEN.within
  }

  #countMaking(address: string): void {
    const made = this.#made.get(address)
    if (made && !this.#isOver(made)) made.times += 1
    else if (this.#made.size >= MOST) this.#made.clear()
    else this.#made.set(address, { since: this.#clock(), times: 1 })
  }

  /** What many ask for at once is made once: whoever asks for it meanwhile, under the same stamp, gets the same. */
  making(address: string, make: () => Promise<Kept | string>): Promise<Kept | string> {
    const stamp = this.stamp()
    const underWay = this.#making.get(address)
    if (underWay?.stamp === stamp) return underWay.answer
    const answer = make().finally(() => {
      if (this.#making.get(address)?.answer === answer) this.#making.delete(address)
    })
    this.#making.set(address, { stamp, answer })
    return answer
  }

  /** Keeps an answer that was made under `stamp`, and gives it to the one who asked. */
  keep(address: string, answer: Made): Kept {
    const kept = makeKept(answer)
    // Addresses with a question in them are endless: they are answered and not kept.
    if (address.includes('?') || address.length > 300) return kept
    if (this.#kept.size >= MOST) this.#kept.delete(this.#kept.keys().next().value ?? '')
    this.#kept.set(address, kept)
    this.#countMaking(address)
    return kept
  }
}

/** An answer made ready to be sent many times. */
export function makeKept({ stamp, headers, body }: Made): Kept {
  const identity = Buffer.from(body)
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  return { stamp, etag, headers, bodies: { identity } }
}

/** The bytes in this encoding, made when they are first asked for. */
function bytesOf(bodies: Bodies, encoding: Encoding): Buffer {
  if (encoding === 'gzip') bodies.gzip ??= gzipSync(bodies.identity)
  if (encoding === 'br') bodies.br ??= brotli(bodies.identity)
  return bodies[encoding] ?? bodies.identity
}

function brotli(body: Buffer): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}

/** Writes a kept answer: not modified, or in the best encoding that is accepted. */
export function send(kept: Kept, request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingFor(request.headers['accept-encoding'])
  // Each encoding is its own representation, so each has its own tag.
  const etag = encoding === 'identity' ? kept.etag : `${kept.etag.slice(0, -1)}-${encoding}"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...kept.headers, etag })
    response.end()
    return
  }
  const body = bytesOf(kept.bodies, encoding)
  const headers = { ...kept.headers, etag, 'content-length': body.length }
  response.writeHead(200, encoding === 'identity' ? headers : { ...headers, 'content-encoding': encoding })
  response.end(body)
}

/** The best encoding that the browser accepts. */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const text = String(accepted ?? '')
  if (/\bbr\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(text)) return 'br'
  return /\bgzip\b(?!;\s*q=0(?![.\d]*[1-9]))/.test(text) ? 'gzip' : 'identity'
}
