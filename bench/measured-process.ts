import { type ChildProcessByStdio, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { descendantsOf, type Peaks, watchMemory } from './process-memory.js'

/** How long a process took from start to end, and what it wrote. */
export type Timed = { readonly seconds: number; readonly stdout: string }

/** The same, with the most memory that it and all that it started held. */
export type Measured = Timed & { readonly memory: Peaks }

type Child = ChildProcessByStdio<null, Readable, Readable>

/** Runs a program to its end, watching its memory and that of its children together; the watching costs both some time. */
export async function measured(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Measured> {
  const child = started(program, args, env)
  const pid = child.pid ?? 0
  const watch = watchMemory(() => [pid, ...descendantsOf(pid)])
  const ended = await ending(child, [program, ...args]).finally(() => watch.stop())
  return { ...ended, memory: watch.stop() }
}

/** Runs a program to its end with nothing looking on: for time alone. */
export function timed(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Timed> {
  return ending(started(program, args, env), [program, ...args])
}

function started(program: string, args: readonly string[], env: Record<string, string>): Child {
  return spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

function ending(child: Child, words: readonly string[]): Promise<Timed> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part) => {
      stdout += part
    })
    child.stderr.on('data', (part) => {
      stderr += part
    })
    child.once('error', reject)
    child.once('close', (code) => {
      const seconds = (performance.now() - began) / 1000
      if (code === 0) resolve({ seconds, stdout })
      else reject(new Error(`${words.slice(0, 4).join(' ')} ended with ${code}: ${stderr.slice(-800)}`))
    })
  })
}
