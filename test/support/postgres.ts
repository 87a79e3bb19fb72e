import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** A PostgreSQL of the tests' own: its address, how to end it and sweep up its folder, and how to cut it off and start it anew. */
export type PrivatePostgres = { url: string; stop: () => void; restart: () => void }

/** The newest PostgreSQL server on this machine, or undefined where none is installed. */
function postgresPrograms(): string | undefined {
  const debian = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) => versionOf(b) - versionOf(a))
  const onPath = spawnSync('sh', ['-c', 'command -v initdb'], { encoding: 'utf8' }).stdout.trim()
  const found = debian[0] ?? (onPath || undefined)
  return found && dirname(found)
}

/** Starts an empty cluster in a folder of its own, on a free loopback port; unless told so, nothing is kept safe: it is for tests. */
export async function startPostgres({ isDurable = false } = {}): Promise<PrivatePostgres> {
  const programs = postgresPrograms()
  if (!programs) throw new Error('PostgreSQL is not installed here (Debian package: postgresql)')
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-postgres-'))
  const owner = ordinaryUser()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const run = (program: string, ...args: string[]) => runAs(owner?.name, join(programs, program), args)
  const stop = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  const start = () => run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-t', '60', 'start')
  const restart = () => {
    run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop')
    start()
  }
  try {
    initialise(run, data)
    const port = await freePort()
    appendFileSync(join(data, 'postgresql.conf'), settings(port, isDurable))
    if (!start()) {
      throw new Error(`PostgreSQL did not start:\n${readFileSync(join(folder, 'log'), 'utf8')}`)
    }
    return { url: `postgres://tests@127.0.0.1:${port}/postgres`, stop, restart }
  } catch (problem) {
    stop()
    throw problem
  }
}

type Run = (program: string, ...args: string[]) => boolean

/** Text is ordered by code point, as an office's PostgreSQL must be; older machines lack the name of that ordering. */
function initialise(run: Run, data: string): void {
  const made = ['C.UTF-8', 'C'].some((locale) =>
    run('initdb', '-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '-N'),
  )
  if (!made) throw new Error('initdb could not make a PostgreSQL cluster')
}

function settings(port: number, isDurable: boolean): string {
  const chosen = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...(!isDurable && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    shared_buffers: '32MB',
  }
  return Object.entries(chosen)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('')
}

/** PostgreSQL refuses to run as root: there it runs as the first of these users that exists. */
function ordinaryUser(): { name: string; uid: number; gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined
  for (const name of ['postgres', 'nobody']) {
    const ids = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    const [uid, gid] = ids.map(({ stdout }) => Number(stdout))
    if (ids.every(({ status }) => status === 0) && uid !== undefined && gid !== undefined) return { name, uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no ordinary user here to run it as')
}

function runAs(user: string | undefined, program: string, args: string[]): boolean {
  const [command, ...rest] = user ? ['runuser', '-u', user, '--', program, ...args] : [program, ...args]
  return spawnSync(command ?? program, rest, { stdio: 'ignore', cwd: '/' }).status === 0
}

function versionOf(path: string): number {
  return Number(path.match(/postgresql\/(\d+)\//)?.[1] ?? 0)
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
