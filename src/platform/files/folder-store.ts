import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Obstacle, Unavailable } from '../errors.js'
import type { FileStore } from './file-store.js'
import { sha256Of } from './sha256.js'

/** The files of a backup, to read its register with: each under its SHA-256. */
export function folderStore(folder: string): FileStore {
  return {
    name: folder,
    get: async (sha256) => {
      const bytes = await readFile(join(folder, sha256)).catch(() => {
        throw new Unavailable(`The file ${sha256} is not in ${folder}.`)
      })
      if (sha256Of(bytes) !== sha256)
        throw new Unavailable(`The file ${sha256} in ${folder} is not what was put there: its SHA-256 differs.`)
      return bytes
    },
    put: async () => {
      throw new Obstacle('The files of a backup are only read.')
    },
    problem: async () => undefined,
  }
}
