// Proves an audit trail that was taken out of Frankpledge, without Frankpledge. It needs Node 18 or newer and nothing
// else, sends nothing anywhere, and is short enough to be read first:
//
//   node check-trail.mjs audit-trail.jsonl [a hash that was noted earlier]
//
// The first line of the file says how many entries there are and what hash the last one has. Then comes a line for
// each entry. The hash of an entry is the SHA-256 of its other fields as JSON, with the names in order and no spaces
// (RFC 8785), and among them stands the hash of the entry before: 64 noughts for the first. So nothing can be changed,
// taken out or put in without changing every hash that follows, and the last one above all. Note that one elsewhere:
// given as the second argument on a later day, it is looked for among the hashes of the newer file.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { argv, exit, stdout } from 'node:process'

const [file, noted] = argv.slice(2)
if (!file) end(2, 'Usage: node check-trail.mjs <file> [<a hash that was noted earlier>]')

let head
let previous = { seq: 0, hash: '0'.repeat(64) }
let isNotedThere = noted === undefined

for await (const text of linesOf(file)) {
  if (text === '') continue
  const line = read(text)
  if (!head) {
    if (line.format !== 'frankpledge-audit-trail' || line.version !== 1) end(2, `${file} is no audit trail`)
    head = line
    continue
  }
  const { hash, ...facts } = line
  if (facts.seq !== previous.seq + 1) end(1, `Entry ${previous.seq + 1} has been removed`)
  if (facts.previous_hash !== previous.hash) end(1, `Entry ${facts.seq} does not follow from the one before it`)
  if (hash !== hashOf(facts)) end(1, `Entry ${facts.seq} has been changed`)
  previous = { seq: facts.seq, hash }
  isNotedThere ||= hash === noted
}
if (!head) end(2, `${file} is no audit trail`)
if (previous.seq !== head.entries || previous.hash !== head.head)
  end(1, `The trail should end at entry ${head.entries} and does not`)
if (!isNotedThere) end(1, `No entry has the hash ${noted}: the trail is not the one of which it was noted`)
end(0, `The audit trail is intact: ${previous.seq} entries.\nThe last has the hash ${previous.hash}`)

// A line ends where a line feed stands and nowhere else.
async function* linesOf(path) {
  let rest = ''
  for await (const part of createReadStream(path, 'utf8').on('error', () => end(2, `${path} cannot be read`))) {
    const lines = `${rest}${part}`.split('\n')
    rest = lines.pop()
    yield* lines
  }
  yield rest
}

function hashOf(facts) {
  const inOrder = Object.fromEntries(
    Object.keys(facts)
      .sort()
      .map((name) => [name, facts[name]]),
  )
  return createHash('sha256').update(JSON.stringify(inOrder)).digest('hex')
}

function read(text) {
  try {
    const line = JSON.parse(text)
    if (typeof line === 'object' && line !== null) return line
  } catch {
    // It is told below.
  }
  return end(1, `After entry ${previous.seq} stands a line that is no entry`)
}

function end(code, words) {
  stdout.write(`${words}\n`)
  exit(code)
}
