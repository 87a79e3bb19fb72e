import { Agent, request } from 'node:http'
import { percentile } from './table.js'

const agent = new Agent({ keepAlive: true, maxSockets: 512 })

/** What one request came to: its status (0 where nobody answered), its words where they were wanted, its milliseconds. */
export type Told = { readonly status: number; readonly text: string; readonly ms: number }

/** What is asked besides the address: a session's cookie, a form to send, whether the words are wanted, since when it was due. */
export type Asked = {
  readonly cookie?: string
  readonly form?: URLSearchParams
  readonly wantsText?: boolean
  readonly since?: number
}

/** Asks once, as a browser does: over a connection that stays, with compression where the words are not wanted. */
export function ask(url: string, { cookie, form, wantsText, since = performance.now() }: Asked = {}): Promise<Told> {
  const body = form?.toString()
  const headers = {
    ...(cookie && { cookie }),
    ...(!wantsText && { 'accept-encoding': 'gzip' }),
    ...(body && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve) => {
    const done = (status: number, text = '') => resolve({ status, text, ms: performance.now() - since })
    const asking = request(url, { agent, method: body ? 'POST' : 'GET', headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => wantsText && parts.push(part))
      answer.on('end', () => done(answer.statusCode ?? 0, wantsText ? Buffer.concat(parts).toString() : ''))
      answer.on('error', () => done(0))
    })
    asking.on('error', () => done(0)).end(body)
  })
}

/** The times of many requests, and how many of them failed. */
export class Timings {
  readonly #times: number[] = []
  errors = 0
  /** Whether the answer was one that this request should get is for the caller to say. */
  add({ ms }: Told, isWell: boolean): void {
    if (isWell) this.#times.push(ms)
    else this.errors += 1
  }
  get count(): number {
    return this.#times.length
  }
  at(share: number): number {
    return percentile(this.#times, share)
  }
}

/** So many readers a second, whether or not those before have their answer; each is timed from the moment it was due. */
export async function readersArrive(
  addressOf: (n: number) => string,
  { perSecond, seconds }: { perSecond: number; seconds: number },
): Promise<Timings> {
  const timings = new Timings()
  const asked: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < perSecond * seconds; ) {
    const due = ((performance.now() - began) * perSecond) / 1000
    for (; n < due && n < perSecond * seconds; n += 1) {
      const since = began + (n * 1000) / perSecond
      asked.push(ask(addressOf(n), { since }).then((told) => timings.add(told, told.status === 200)))
    }
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await Promise.all(asked)
  return timings
}

/** So many at once, each asking again as soon as it has its answer, for some seconds. */
export async function withoutPause(
  atOnce: number,
  seconds: number,
  once: (who: number, n: number, timings: Timings) => Promise<void>,
): Promise<Timings> {
  const timings = new Timings()
  const until = performance.now() + seconds * 1000
  const one = async (who: number) => {
    for (let n = 0; performance.now() < until; n += 1) await once(who, n, timings)
  }
  await Promise.all(Array.from({ length: atOnce }, (_, who) => one(who)))
  return timings
}
