import { createHash, randomInt } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { TARGETS, type Target } from './targets.js'

/**
 * `npm run fuzz -- [target] [seconds]`: feeds a reader what chance and change make of its corpus, and keeps each input
 * that reaches code which none reached before (V8 tells which blocks ran). What makes it fail, or keeps the
 * processor busy for more than a second, is written to test/fuzz/found. libFuzzer for Node (Jazzer.js) needs a newer C
 * library than Debian 12 has, and this search needs nothing.
 */
const LONGEST = 4096
const SLOW_MS = 1000

const session = new Session()

async function explore(target: Target, forSeconds: number): Promise<void> {
  const folder = join('test', 'fuzz', 'corpus', target.name)
  mkdirSync(folder, { recursive: true })
  const corpus: Buffer[] = [
    ...readdirSync(folder).map((name) => readFileSync(join(folder, name))),
    ...target.seeds.map((seed) => Buffer.from(seed)),
  ]
  const reached = new Set<string>()
  for (const input of corpus) await isNew(target, input, reached)
  const until = Date.now() + forSeconds * 1000
  let tried = 0
  let kept = 0
  while (Date.now() < until) {
    const input = changed(target, corpus)
    tried += 1
    if (await isNew(target, input, reached)) {
      corpus.push(input)
      kept += 1
      writeFileSync(join(folder, createHash('sha256').update(input).digest('hex').slice(0, 16)), input)
    }
  }
  console.log(`${target.name}: ${tried} tried, ${kept} kept, ${reached.size} places of the code reached`)
}

/** Whether an input reached anything new. A fault is written down and fails the run. */
async function isNew(target: Target, input: Buffer, reached: Set<string>): Promise<boolean> {
  const began = process.cpuUsage()
  try {
    await target.read(input)
    const took = process.cpuUsage(began).user / 1000
    if (took > SLOW_MS) fault(target, input, `took ${Math.round(took)} ms`)
  } catch (problem) {
    fault(target, input, problem instanceof Error ? (problem.stack ?? problem.message) : String(problem))
  }
  const before = reached.size
  const { result } = await session.post('Profiler.takePreciseCoverage')
  for (const place of placesIn(result)) reached.add(place)
  return reached.size > before
}

/** The blocks of our own code that ran. */
function placesIn(result: readonly Profiler.ScriptCoverage[]): string[] {
  const ours = result.filter(({ url }) => url.includes('/dist/src/'))
  return ours.flatMap(({ url, functions }) =>
    functions
      .flatMap(({ ranges }) => ranges)
      .filter(({ count }) => count > 0)
      .map(({ startOffset, endOffset }) => `${url} ${startOffset} ${endOffset}`),
  )
}

const told = new Set<string>()

/** Tells of a fault, and of the same fault at the same place no second time. */
function fault(target: Target, input: Buffer, what: string): void {
  process.exitCode = 1
  const place = `${target.name} ${what
    .replaceAll(/\d+ ms/g, '')
    .split('\n')
    .slice(0, 2)
    .join(' ')}`
  if (told.has(place)) return
  told.add(place)
  const folder = join('test', 'fuzz', 'found')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${target.name}-${createHash('sha256').update(input).digest('hex').slice(0, 16)}`)
  writeFileSync(path, input)
  console.error(`${path}\n${what}\n`)
}

/** One to five changes of an input of the corpus. */
function changed(target: Target, corpus: readonly Buffer[]): Buffer {
  let input: Buffer = pick(corpus)
  for (let times = randomInt(1, 6); times > 0; times -= 1) input = pick(CHANGES)(input, target, corpus)
  return input.subarray(0, LONGEST)
}

type Change = (input: Buffer, target: Target, corpus: readonly Buffer[]) => Buffer

const CHANGES: readonly Change[] = [
  (input) => spliced(input, Buffer.from([randomInt(256)]), 1),
  (input) => spliced(input, Buffer.alloc(0), randomInt(1, 40)),
  (input, { words }) => spliced(input, Buffer.from(pick(words)), 0),
  (input, { words }) => spliced(input, Buffer.from(pick(words)), randomInt(0, 12)),
  (input, _, corpus) => spliced(input, stretch(pick(corpus)), 0),
  (input) => spliced(input, stretch(input), 0),
  (input) =>
    spliced(input, Buffer.from(String(pick([0, 1, -1, 99, 1e15, 0.5, 2024, randomInt(100_000)]))), randomInt(0, 5)),
]

function spliced(input: Buffer, piece: Buffer, instead: number): Buffer {
  const at = randomInt(input.length + 1)
  return Buffer.concat([input.subarray(0, at), piece, input.subarray(at + instead)])
}

function stretch(input: Buffer): Buffer {
  const from = randomInt(input.length + 1)
  return input.subarray(from, from + randomInt(1, 200))
}

function pick<T>(all: readonly T[]): T {
  return all[randomInt(all.length)] as T
}

const [wanted, seconds = '60'] = process.argv.slice(2)
const chosen = TARGETS.filter(({ name }) => !wanted || wanted === 'all' || name === wanted)
if (chosen.length === 0)
  throw new Error(`There is no target '${wanted}': ${TARGETS.map(({ name }) => name).join(', ')}`)

session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true })
for (const target of chosen) await explore(target, Number(seconds))
process.exit(process.exitCode ?? 0)
