import { type ChildProcess, execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '#test/support/postgres.js'

const cli = fileURLToPath(new URL('../command/cli.js', import.meta.url))

/** A server under measurement. */
export type Running = { readonly url: string; readonly process: ChildProcess; readonly stop: () => Promise<void> }

/** Runs one command of frankpledge to its end, over the data folder or the PostgreSQL given. */
export async function runCommand(dataFolder: string, words: readonly string[], postgresUrl = ''): Promise<void> {
  const env = environment(dataFolder, postgresUrl)
  const child = spawn(process.execPath, [cli, ...words], { env, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`frankpledge ${words.join(' ')} ended with ${code}`)
}

/** What a command prints. */
export function outputOf(dataFolder: string, words: readonly string[]): string {
  return execFileSync(process.execPath, [cli, ...words], { env: environment(dataFolder, ''), encoding: 'utf8' })
}

/** Starts the real server and waits until it answers; says how long that took, in milliseconds. */
export async function startFrankpledge(dataFolder: string, postgresUrl = ''): Promise<Running & { startedIn: number }> {
  const port = await freePort()
  const began = performance.now()
  const env = { ...environment(dataFolder, postgresUrl), PORT: String(port), REQUESTS_PER_MINUTE: '100000000' }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  await answers(url)
  return { url, process: child, startedIn: performance.now() - began, stop: () => stop(child) }
}

/** Starts the peer, which sends the home page of a server with the same bytes and headers. */
export async function startBareLike(ours: string, folder: string): Promise<Running> {
  const files = await sameBytes(ours, folder)
  const child = fork(fileURLToPath(new URL('./bare-server.js', import.meta.url)), files)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return { url: `http://127.0.0.1:${port}`, process: child, stop: () => stop(child) }
}

/** The home page as it leaves, saved for the peer: the same compressed bytes, the same headers. */
async function sameBytes(url: string, into: string): Promise<[string, string]> {
  const { headers, body } = await new Promise<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const asking = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }))
      })
      asking.on('error', reject).end()
    },
  )
  const { date, connection, 'keep-alive': _keepAlive, ...kept } = headers
  void date
  void connection
  writeFileSync(join(into, 'page'), body)
  writeFileSync(join(into, 'headers.json'), JSON.stringify(kept))
  return [join(into, 'page'), join(into, 'headers.json')]
}

/** Resident memory of a process, in megabytes. */
export function memoryOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024
}

/** Processor time that a process has used so far, in seconds (Linux counts hundredths). */
export function processorOf(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

function environment(dataFolder: string, postgresUrl: string): NodeJS.ProcessEnv {
  return { ...process.env, FRANKPLEDGE_DATA: dataFolder, DATABASE_URL: postgresUrl }
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    try {
      if ((await fetch(url)).ok) return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  throw new Error(`${url} did not answer`)
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  if (child.exitCode === null) await once(child, 'exit')
}
