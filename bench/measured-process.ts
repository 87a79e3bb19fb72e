import { spawn } from 'node:child_process'
import { descendantsOf, type Peaks, watchMemory } from './process-memory.js'

/** What a process and all that it started took: seconds from start to end, and the most memory held. */
export type Measured = { readonly seconds: number; readonly memory: Peaks; readonly stdout: string }

/** Runs a program to its end, watching its memory and that of its children together. */
export function measured(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part) => {
      stdout += part
    })
    child.stderr.on('data', (part) => {
      stderr += part
    })
    const pid = child.pid ?? 0
    const watch = watchMemory(() => [pid, ...descendantsOf(pid)])
    child.once('close', (code) => {
      const memory = watch.stop()
      const seconds = (performance.now() - began) / 1000
      if (code === 0) resolve({ seconds, memory, stdout })
      else reject(new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${code}: ${stderr.slice(-800)}`))
    })
  })
}
