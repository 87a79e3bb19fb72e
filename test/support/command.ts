import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './postgres.js'

const cli = fileURLToPath(new URL('../../command/cli.js', import.meta.url))

/** How a command ended. */
export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string }

/** Settings of one installation under test. */
export type Settings = Readonly<Record<string, string>>

/** Runs `frankpledge` to its end, as a person at a terminal would. */
export function frankpledge(settings: Settings, ...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: environment(settings), maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [cli, ...words], options, (problem, stdout, stderr) => {
      resolve({ code: problem ? Number(problem.code) : 0, stdout, stderr })
    })
  })
}

/** Runs `frankpledge` for somebody who reads the first piece of its answer and then goes away, as `| head` does. */
export function frankpledgeCutShort(settings: Settings, ...words: string[]): Promise<Omit<Ended, 'stdout'>> {
  const child = spawn(process.execPath, [cli, ...words], { env: environment(settings) })
  let stderr = ''
  child.stderr.on('data', (piece) => {
    stderr += piece
  })
  child.stdout.once('data', () => child.stdout.destroy())
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, stderr })))
}

/** A server under test. */
export type Server = {
  readonly url: string
  readonly process: ChildProcess
  readonly stop: () => Promise<number | null>
}

/** Starts `frankpledge serve` on a free port and waits until it answers. */
export async function serve(settings: Settings): Promise<Server> {
  const port = await freePort()
  const child = spawn(process.execPath, [cli, 'serve'], {
    env: environment({ REQUESTS_PER_MINUTE: '1000000', ...settings, PORT: String(port) }),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await answering(url, child)
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    return child.exitCode
  }
  return { url, process: child, stop }
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(url, { redirect: 'manual' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`The server ended with ${child.exitCode} before it answered`)
}

function environment(settings: Settings): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: '', PUBLIC_URL: '', HOST: '', ...settings }
}
