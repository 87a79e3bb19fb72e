import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './postgres.js'

const program = fileURLToPath(new URL('./s3-server.js', import.meta.url))

/** An S3-compatible store of the tests' own: what an office sets to use it, and how it goes away and comes back. */
export type PrivateStore = {
  readonly settings: Readonly<Record<string, string>>
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** The files of its disk that hold this object. */
  readonly objects: (sha256?: string) => string[]
  readonly stop: () => Promise<void>
}

/** Starts an empty store with one bucket on a free port of this machine. */
export async function startStore(): Promise<PrivateStore> {
  const folder = mkdtempSync(join(tmpdir(), 'frankpledge-store-'))
  const secretFile = join(folder, 'secret')
  writeFileSync(secretFile, 'S3RVER\n')
  const port = await freePort()
  let child: ChildProcess | undefined
  const kill = async () => {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    child = undefined
  }
  const start = async () => {
    child = fork(program, [String(port), join(folder, 'disk'), 'office'], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    await once(child, 'message')
  }
  await start()
  return {
    settings: {
      ...{ FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`, FILES_S3_BUCKET: 'office', FILES_S3_PREFIX: 'east/files' },
      ...{ FILES_S3_ACCESS_KEY_ID: 'S3RVER', FILES_S3_SECRET_FILE: secretFile },
    },
    ...{ start, kill },
    objects: (sha256 = '') => globSync(`${folder}/disk/office/east/files/${sha256}*_object`).sort(),
    stop: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
