/** What failed attempts are counted against, and how patiently. Delays are in seconds. */
export type Limit = {
  readonly name: 'account-and-address' | 'address' | 'account' | 'account-and-browser'
  /** Failures after which there is no delay yet. */
  readonly free: number
  readonly longestDelay: number
}

/**
 * Who guesses at one account from one place soon waits a quarter of an hour between attempts. An account as a whole
 * is guarded more loosely, by at most a minute.
 */
export const LIMITS: readonly Limit[] = [
  { name: 'account-and-address', free: 5, longestDelay: 900 },
  { name: 'address', free: 50, longestDelay: 900 },
  { name: 'account', free: 100, longestDelay: 60 },
]

/**
 * A browser in which this person has signed in before is counted by itself: whatever others try elsewhere, or behind
 * the same address, its owner does not wait for them (the "device cookies" of OWASP).
 */
export const KNOWN_BROWSER_LIMITS: readonly Limit[] = [{ name: 'account-and-browser', free: 5, longestDelay: 900 }]

const FIRST_DELAY = 15
/** Failures are forgotten when none has followed for a day. */
export const FORGOTTEN_AFTER_SECONDS = 86_400

/** How often someone has lately failed, and when last. */
export type Failures = { readonly failures: number; readonly lastFailedAt: Date }

/** How long to wait after so many failures, in seconds: nothing at first, then twice as long each time. */
export function delayAfter(failures: number, { free, longestDelay }: Limit): number {
  if (failures <= free) return 0
  return Math.min(FIRST_DELAY * 2 ** (failures - free - 1), longestDelay)
}

/** How many seconds must still pass before the next attempt; 0 when it may be made now. */
export function secondsToWait(known: Failures | undefined, limit: Limit, now: Date): number {
  if (!known || isForgotten(known, now)) return 0
  const allowedAt = known.lastFailedAt.getTime() + delayAfter(known.failures, limit) * 1000
  return Math.max(0, Math.ceil((allowedAt - now.getTime()) / 1000))
}

/** The count with one more failure. */
export function oneMore(known: Failures | undefined, now: Date): Failures {
  const failures = known && !isForgotten(known, now) ? known.failures : 0
  return { failures: failures + 1, lastFailedAt: now }
}

function isForgotten({ lastFailedAt }: Failures, now: Date): boolean {
  return now.getTime() - lastFailedAt.getTime() >= FORGOTTEN_AFTER_SECONDS * 1000
}

/** The network that an address belongs to: itself, or the first 64 bits of an IPv6 address, all of one customer's. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [bare = ''] = address.toLowerCase().split('%')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.slice(0, 4).join(':')}::/64`
}
