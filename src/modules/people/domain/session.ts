/** A session ends when nothing was asked in it for this long, in hours. */
export const IDLE_HOURS = 12

/** A session ends this many days after signing in, whatever happens in it. */
export const LONGEST_DAYS = 7

/** The use of a session is noted at most once in this many minutes, so that reading a page seldom writes. */
const NOTED_EVERY_MINUTES = 5

const MINUTE = 60_000

/** How long someone whose password was right may take to give the code, in minutes. */
const CODE_MINUTES = 10

/** So long after signing in may second factors be added or removed, in minutes: a browser left open is not enough. */
const FRESH_MINUTES = 15

/** How somebody came in: with a password, by the office's own sign-in service (with a second factor there), by a link. */
export const WAYS_IN = ['password', 'provider', 'provider-mfa', 'link'] as const
export type BegunBy = (typeof WAYS_IN)[number]

/** One browser in which someone is signed in. The token itself is only in that browser; the register has its hash. */
export type Session = {
  readonly id: string
  readonly accountId: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  /** The network address that it was begun from. */
  readonly address: string
  /** The password was right and the second factor is still to come: nothing may be seen in it. */
  readonly isHalf: boolean
  readonly begunBy: BegunBy
  /** The link that it was begun by: it ends with it. */
  readonly linkId: string | null
  /** The arrangement by which its person acts for somebody else just now. */
  readonly standingInId: string | null
}

/** When a session that begins now must end at the latest. */
export function latestEnd(now: Date): Date {
  return new Date(now.getTime() + LONGEST_DAYS * 24 * 60 * MINUTE)
}

/** When a session that waits for its second factor ends. */
export function codeDue(now: Date): Date {
  return new Date(now.getTime() + CODE_MINUTES * MINUTE)
}

/** The moment before which an unused session is over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_HOURS * 60 * MINUTE)
}

/** Whether a session still counts: used lately, and not too old. */
export function isLive({ seenAt, expiresAt }: Pick<Session, 'seenAt' | 'expiresAt'>, now: Date): boolean {
  return new Date(seenAt) > idleSince(now) && new Date(expiresAt) > now
}

/** Whether its use should be noted again. */
export function isDueNoting({ seenAt }: Pick<Session, 'seenAt'>, now: Date): boolean {
  return now.getTime() - new Date(seenAt).getTime() >= NOTED_EVERY_MINUTES * MINUTE
}

/** Whether its owner has only just signed in. */
export function isFresh({ createdAt }: Pick<Session, 'createdAt'>, now: Date): boolean {
  return now.getTime() - new Date(createdAt).getTime() < FRESH_MINUTES * MINUTE
}
