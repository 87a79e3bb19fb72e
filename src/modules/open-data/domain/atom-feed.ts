/** One publication, as a feed reader is told of it. */
export type FeedEntry = {
  /** The identifier of what was published: it becomes urn:uuid, or a hash when it is no UUID. */
  readonly id: string
  readonly title: string
  /** Below the site's own address: '/measures/burglary'. */
  readonly href: string
  /** When it was published, ISO 8601 in UTC. */
  readonly publishedAt: string
  readonly summary: string
}

/** What the whole feed says of itself. */
export type Feed = {
  readonly id: string
  readonly title: string
  readonly author: string
  /** The site's address without a slash at the end. */
  readonly site: string
  readonly entries: readonly FeedEntry[]
}

/** How many publications a feed holds: the newest. */
export const FEED_LENGTH = 50

/** A feed of what was published, newest first (Atom, RFC 4287). */
export function atomFeed({ id, title, author, site, entries }: Feed): string {
  const newest = newestFirst(entries).slice(0, FEED_LENGTH)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${xml(urnOf(id))}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${newest[0]?.publishedAt ?? '1970-01-01T00:00:00Z'}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(site)}/feed.atom"/>`,
    `<link rel="alternate" type="text/html" href="${xml(site)}/"/>`,
    ...newest.map((entry) => entryXml(entry, site)),
    '</feed>',
    '',
  ].join('\n')
}

/** Newest publication first; those of one moment in the order of their identifiers, so that the feed never shuffles. */
function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return entries.toSorted((a, b) => compare(b.publishedAt, a.publishedAt) || compare(a.id, b.id))
}

function entryXml({ id, title, href, publishedAt, summary }: FeedEntry, site: string): string {
  return [
    '<entry>',
    `<id>${xml(urnOf(id))}</id>`,
    `<title>${xml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${xml(site + href)}"/>`,
    `<published>${publishedAt}</published>`,
    `<updated>${publishedAt}</updated>`,
    `<summary>${xml(summary)}</summary>`,
    '</entry>',
  ].join('')
}

function urnOf(id: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
    ? `urn:uuid:${id.toLowerCase()}`
    : `urn:frankpledge:${encodeURIComponent(id)}`
}

/** Text that may stand in XML 1.0: marks escaped, characters that XML has no place for left out. */
function xml(text: string): string {
  const legal = text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
