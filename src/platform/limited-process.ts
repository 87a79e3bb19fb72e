import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { keepableParts } from '#kernel/keepable.js'
import { err, ok, type Result } from '#kernel/result.js'

/** How much a child process may use before it is stopped. */
export type ProcessLimits = {
  /** Of memory in all, in megabytes; what the language's own heap may take is held below it. */
  readonly megabytes: number
  readonly seconds: number
  /** Whether it may load compiled libraries, as typesetting does: only for what we wrote ourselves. */
  readonly addons?: boolean
}

/** Why a child process gave no answer. `failed` carries what it said of itself, if anything. */
export type ProcessProblem =
  | { readonly code: 'too-slow' }
  | { readonly code: 'too-big' }
  | { readonly code: 'failed'; readonly message: string }

/** What a child that works on a store of ours may do beyond reading, and where it tells how far it is. */
export type ProcessRights = {
  /** The one folder that it may write to. */
  readonly folder: string
  readonly onProgress?: (told: unknown) => void
}

type Reply<T> = { readonly value: T } | { readonly problem: string } | { readonly told: unknown }

const MOST_AT_ONCE = 2
const LOOK_EVERY_MS = 100

let running = 0
const waiting: (() => void)[] = []

/**
 * Runs a compiled file in a process of its own, sends it one message (bytes and plain values) and gives its answer. The
 * child has no environment, may write no file and start no process, and is stopped at its limits: files that strangers
 * made are read here and nowhere else. At most two run at once; the others wait their turn.
 */
export async function runLimited<T>(
  script: URL,
  message: unknown,
  limits: ProcessLimits,
): Promise<Result<T, ProcessProblem>> {
  while (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await started(script, limits).ask<T>(message)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** A child that is starting, and has not been asked yet. */
export type StartedProcess = {
  readonly ask: <T>(message: unknown) => Promise<Result<T, ProcessProblem>>
  /** Ends it, whatever it does; it may have ended. */
  readonly stop: () => void
}

/**
 * The same for work that writes to one folder with an engine of its own, such as an import into the lake. It starts at
 * once, so that it is ready when it is known what to ask, waits for no turn, since it may take minutes, and tells how
 * far it is. Whoever starts it stops it.
 */
export function startWriting(script: URL, limits: ProcessLimits, rights: ProcessRights): StartedProcess {
  return started(script, limits, rights)
}

/** The child's side: answers the one message that it is sent, and ends. On the way it may tell how far it is. */
export function answerOnce<M, T>(answer: (message: M, tell: (told: unknown) => void) => Promise<T> | T): void {
  const reply = (content: Reply<T>) => process.send?.(content, () => process.exit(0))
  const tell = (told: unknown) => void process.send?.({ told })
  process.once('message', async (message: M) => {
    try {
      reply({ value: await answer(message, tell) })
    } catch (problem) {
      reply({ problem: problem instanceof Error ? problem.message : String(problem) })
    }
  })
  process.once('disconnect', () => process.exit(0))
}

function started(script: URL, limits: ProcessLimits, rights?: ProcessRights): StartedProcess {
  const child = startChild(script, limits, rights)
  const answer = new Promise<Result<unknown, ProcessProblem>>((resolve) => {
    let stopped: 'too-slow' | 'too-big' | undefined
    const stop = (code: 'too-slow' | 'too-big') => {
      stopped ??= code
      child.kill('SIGKILL')
    }
    const clock = setTimeout(stop, limits.seconds * 1000, 'too-slow')
    const watch = setInterval(() => residentMegabytes(child) > limits.megabytes && stop('too-big'), LOOK_EVERY_MS)
    let heard = ''
    child.stderr?.on('data', (part: Buffer) => {
      if (heard.length < 20_000) heard += part
    })
    let reply: Reply<unknown> | undefined
    child.on('message', (content) => {
      const said = content as Reply<unknown>
      if ('told' in said) rights?.onProgress?.(said.told)
      else reply = said
    })
    child.once('error', (problem) => {
      heard += problem.message
    })
    child.once('close', () => {
      clearTimeout(clock)
      clearInterval(watch)
      resolve(outcomeOf(reply, stopped, heard))
    })
  })
  return {
    ask: <T>(message: unknown) => {
      child.send(message as object, () => undefined)
      return answer as Promise<Result<T, ProcessProblem>>
    },
    stop: () => void child.kill('SIGKILL'),
  }
}

function outcomeOf<T>(
  reply: Reply<T> | undefined,
  stopped: 'too-slow' | 'too-big' | undefined,
  said: string,
): Result<T, ProcessProblem> {
  // What the files of strangers say becomes text that both databases can keep.
  if (reply && 'value' in reply) return ok(keepableParts(reply.value))
  if (stopped) return err({ code: stopped })
  if (/heap out of memory|Array buffer allocation failed|Invalid string length/.test(said))
    return err({ code: 'too-big' })
  const message = reply && 'problem' in reply ? reply.problem : said.split('\n')[0]
  return err({ code: 'failed', message: message ?? '' })
}

/**
 * Compiled libraries work on one thread, share one pool of memory and give back what is free: a fifth less at the peak,
 * the same time of the processor, and a core left to whoever is reading the site meanwhile.
 */
const THRIFTY = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', RAYON_NUM_THREADS: '1' }

/**
 * An engine that takes in gigabytes takes and gives back pieces of many megabytes again and again: they are kept for the
 * next instead of going back to the system each time, a twentieth less of the processor for unpacking.
 */
const KEEPING = { MALLOC_TRIM_THRESHOLD_: '268435456', MALLOC_MMAP_THRESHOLD_: '33554432' }

/** Those pieces are given back by hand; the collector would look for them after every few files, in vain. */
const ROOM_FOR_PIECES = '--initial-old-space-size=256'

function startChild(script: URL, limits: ProcessLimits, rights?: ProcessRights): ChildProcess {
  const heap = Math.max(32, Math.floor(limits.megabytes * 0.75))
  const writes = rights ? ['--allow-addons', `--allow-fs-write=${rights.folder}/*`, ROOM_FOR_PIECES] : []
  return fork(fileURLToPath(script), [], {
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      ...(limits.addons ? ['--allow-addons'] : []),
      ...writes,
      '--disable-warning=SecurityWarning',
      `--max-old-space-size=${heap}`,
      // What lives briefly is cleared more often: half the memory, and no slower.
      '--max-semi-space-size=2',
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    env: { ...(limits.addons && THRIFTY), ...(rights && KEEPING) },
  })
}

/** What a process holds in memory now; nought where the system does not tell (then only its heap is limited). */
function residentMegabytes(child: ChildProcess): number {
  try {
    const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1])
    return (pages * 4096) / 1_048_576
  } catch {
    return 0
  }
}
