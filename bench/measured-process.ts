import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process and all that it started took: seconds from start to end, and the most memory held at once. */
export type Measured = { readonly seconds: number; readonly megabytes: number; readonly stdout: string }

const LOOK_EVERY_MS = 50

/** Runs a program to its end, watching its memory and that of its children together. */
export function measured(
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let megabytes = 0
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part) => {
      stdout += part
    })
    child.stderr.on('data', (part) => {
      stderr += part
    })
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, sumOf(child.pid ?? 0))
    }, LOOK_EVERY_MS)
    child.once('close', (code) => {
      clearInterval(watch)
      const seconds = (performance.now() - began) / 1000
      if (code === 0) resolve({ seconds, megabytes, stdout })
      else reject(new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${code}: ${stderr.slice(-800)}`))
    })
  })
}

function sumOf(pid: number): number {
  const own = Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
  const children = textOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return children.reduce((sum, child) => sum + sumOf(child), own)
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
