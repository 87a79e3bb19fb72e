import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { type EventData, run } from 'node:test'
import type { TestEvent } from 'node:test/reporters'
import { inspect, parseArgs } from 'node:util'
import fc from 'fast-check'

/** What a run of tests came to. Only tests that hold no others count; `files` are those in which a test was found. */
export type Tally = { passed: number; failed: number; skipped: string[]; files: string[] }

type TestError = Error & { failureType?: string }

async function runInto(tally: Tally, files: string[]): Promise<void> {
  const stream = run({ files, isolation, concurrency: false, timeout: 300_000 })
  stream.on('test:stdout', ({ message }) => process.stderr.write(message))
  stream.on('test:stderr', ({ message }) => process.stderr.write(message))
  await count(tally, stream)
}

/** Prints each failure whole as it happens, and adds to the counts. */
async function count(tally: Tally, events: AsyncIterable<TestEvent>): Promise<void> {
  const path: string[] = []
  let lastNesting = 0
  for await (const { type, data } of events) {
    if (type === 'test:start') path[data.nesting] = data.name
    if (type === 'test:diagnostic' && lateError.test(data.message)) fail(tally, data.message)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const holdsOthers = lastNesting > data.nesting || data.details.type === 'suite'
    lastNesting = data.nesting
    if (type === 'test:pass') countPass(tally, data, holdsOthers)
    else countFailure(tally, data, { holdsOthers, path: [...path.slice(0, data.nesting), data.name] })
  }
}

/** An error thrown after its test had passed: the test runner only remarks on it, but it is a failure. */
const lateError = /generated asynchronous activity after the test ended/

function countPass(tally: Tally, { file, name, skip, todo }: EventData.TestPass, holdsOthers: boolean): void {
  if (holdsOthers || (file && resolve(name) === resolve(file))) return
  if (file) tally.files.push(file)
  const reason = skip ?? todo
  if (reason === undefined) tally.passed += 1
  else tally.skipped.push(typeof reason === 'string' ? `${name}: ${reason}` : name)
}

type Place = { holdsOthers: boolean; path: string[] }

/** A group that failed only because of a test within it is not counted again. */
function countFailure(tally: Tally, { file, line, details }: EventData.TestFail, { holdsOthers, path }: Place): void {
  const error: TestError = details.error
  if (file) tally.files.push(file)
  if (holdsOthers && error.failureType === 'subtestsFailed') return
  const problem = inspect(error.cause ?? error).replaceAll(/^/gm, '    ')
  fail(tally, `${path.join(' › ')}\n    ${file}:${line}\n${problem}`)
}

function fail(tally: Tally, text: string): void {
  tally.failed += 1
  console.error(`\n  ✗ ${text}\n`)
}

/** Runs files that have a process each, until none waits. */
async function runApart(waiting: string[]): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    // A test may be declared by a helper, so a file is judged by what its own run came to.
    const own: Tally = { passed: 0, failed: 0, skipped: [], files: [] }
    await runInto(own, [file])
    if (own.passed + own.failed + own.skipped.length === 0) fail(own, `${file} holds no test`)
    tally.passed += own.passed
    tally.failed += own.failed
    tally.skipped.push(...own.skipped)
  }
}

/** The name that a compiled file and the source that it came from share. */
function sourceOf(path: string): string {
  return resolve(path)
    .replace('/dist/', '/')
    .replace(/\.[jt]sx?$/, '')
}

const { values, positionals: files } = parseArgs({
  options: { isolation: { type: 'string' }, tally: { type: 'string' } },
  allowPositionals: true,
})
const isolation = values.isolation === 'none' ? 'none' : 'process'
// The same cases every time, so that a failure is the change's own; FAST_CHECK_SEED=random looks further.
const seed = process.env.FAST_CHECK_SEED ?? '20261122'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
const tally: Tally = { passed: 0, failed: 0, skipped: [], files: [] }
if (isolation === 'none') {
  await runInto(tally, files)
  for (const file of files) {
    if (!tally.files.some((found) => sourceOf(found) === sourceOf(file))) fail(tally, `${file} holds no test`)
  }
} else {
  const waiting = [...files]
  await Promise.all(Array.from({ length: availableParallelism() }, () => runApart(waiting)))
}
if (values.tally) writeFileSync(values.tally, JSON.stringify(tally))
process.exit(tally.failed > 0 ? 1 : 0)
