import { open } from 'node:fs/promises'
import { z } from 'zod'
import type { Db } from '../db/db.js'
import { Obstacle } from '../errors.js'
import { auditEnd, auditRows } from './audit.queries.js'
import { type ChainEnd, type ChainReport, followChain } from './chain.js'

/**
 * The audit trail as a file: a line of JSON that says where the chain ends, then a line for each entry with its hash.
 * Anyone can prove it without Frankpledge: the hash of an entry is the SHA-256 of its other fields as JSON with the
 * names in order and no spaces (RFC 8785), and it holds the hash of the entry before (64 noughts for the first).
 */
const HEAD = z.strictObject({
  format: z.literal('frankpledge-audit-trail'),
  version: z.literal(1),
  entries: z.int().min(0),
  head: z.string().regex(/^[0-9a-f]{64}$/),
})
const ENTRY = z.strictObject({
  seq: z.int(),
  ...{ at: z.string(), actor_id: z.string(), actor_name: z.string(), action: z.string(), subject: z.string() },
  ...{ detail: z.string().nullable(), previous_hash: z.string(), came_from: z.string().nullable().default(null) },
  hash: z.string(),
})

/** The whole trail as the text of such a file, part by part. */
export async function* trailText(db: Db): AsyncGenerator<string> {
  yield* linesUntil(db, await endOf(db))
}

/** Writes the whole trail to a new file, one entry a line; a file that is there already is left as it is. */
export async function writeTrail(db: Db, path: string): Promise<ChainEnd> {
  const end = await endOf(db)
  const file = await open(path, 'wx').catch((problem: NodeJS.ErrnoException) => {
    throw new Obstacle(
      problem.code === 'EEXIST' ? `${path} is there already: name a new file` : `${path} cannot be written`,
    )
  })
  try {
    for await (const text of linesUntil(db, end)) await file.write(text)
    await file.sync()
  } finally {
    await file.close()
  }
  return end
}

async function endOf(db: Db): Promise<ChainEnd> {
  const end = await auditEnd(db)
  if (!end) throw new Obstacle('The record of where the audit trail ends is missing, so it cannot be written out')
  return end
}

async function* linesUntil(db: Db, end: ChainEnd): AsyncGenerator<string> {
  yield line({ format: 'frankpledge-audit-trail', version: 1, entries: end.seq, head: end.hash })
  // What was added since the end was read belongs to the next file.
  for await (const { came_from, ...row } of auditRows(db)) {
    if (row.seq > end.seq) break
    yield line(came_from === null ? row : { ...row, came_from })
  }
}

const line = (content: object) => `${JSON.stringify(content)}\n`

/** Follows the chain of a file that `audit export` wrote. An Obstacle where it is no such file. */
export async function verifyTrail(path: string): Promise<ChainReport> {
  const file = await open(path, 'r').catch(() => {
    throw new Obstacle(`${path} cannot be read`)
  })
  const each = linesOf(file.createReadStream({ encoding: 'utf8' }))
  const first = await each.next()
  const head = HEAD.safeParse(parsed(first.value))
  if (!head.success) throw new Obstacle(`${path} is no audit trail that 'frankpledge audit export' wrote`)
  const end = { seq: head.data.entries, hash: head.data.head }
  return followChain(entriesOf(each), end)
}

/** A line ends where a line feed stands and nowhere else: typed text may hold line separators of other kinds. */
async function* linesOf(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const part of parts) {
    const lines = `${rest}${part}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest
}

async function* entriesOf(lines: AsyncIterator<string>) {
  for (let next = await lines.next(), at = 2; !next.done; next = await lines.next(), at += 1) {
    if (next.value === '') continue
    const entry = ENTRY.safeParse(parsed(next.value))
    if (!entry.success) throw new Obstacle(`Line ${at} is no entry of an audit trail`)
    yield entry.data
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
