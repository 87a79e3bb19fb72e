import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, beforeEach } from 'node:test'
import type { IsoDate } from '#kernel/dates.js'
import type { ImportOutcome } from '#modules/police-data/actions/import-outcome.js'
import { importPoliceFiles } from '#modules/police-data/actions/import-police-files.js'
import { currentFiles, currentRows, type LakeSlice, type RowKind } from '#modules/police-data/data/releases.queries.js'
import { FILE_TYPES } from '#modules/police-data/domain/files.js'
import type { Deps } from '#platform/deps.js'
import type { OpenFresh } from './databases.js'
import { SYSTEM, TEST_DAY, testDeps } from './deps.js'

/** An office with an empty lake for each test, and a folder of its own for the files that it takes in. */
export type ImportingOffice = {
  readonly deps: () => Deps
  readonly place: () => string
  /** Takes files in, or fails the test with why not. */
  readonly taken: (paths: string[], release?: string) => Promise<ImportOutcome>
  /** Refused with these words, and the lake and the register are as they were. */
  readonly refused: (paths: string[], words: RegExp, line?: number) => Promise<void>
  readonly rows: <T>(kind: RowKind, columns: string, slice?: LakeSlice) => Promise<T[]>
  /** How many crimes and incidents count. */
  readonly count: (slice?: LakeSlice) => Promise<number | undefined>
}

/** Opens it for the tests of one file, on the engine that `open` opens. */
export function importingOffice(open: OpenFresh, day: IsoDate = TEST_DAY): ImportingOffice {
  const folder = mkdtempSync(join(tmpdir(), 'police-files-'))
  let deps: Deps
  let tests = 0
  beforeEach(async () => {
    deps = testDeps(await open(), day)
    tests += 1
  })
  afterEach(async () => {
    await deps.lake.close()
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const held = async (): Promise<unknown> => {
    const imports = join(deps.lake.folder, 'imports')
    const inLake = existsSync(deps.lake.folder) ? readdirSync(deps.lake.folder) : []
    return {
      files: await Promise.all(FILE_TYPES.map((type) => currentFiles(deps.db, type))),
      parts: existsSync(imports) ? readdirSync(imports) : [],
      left: inLake.filter((name) => name.startsWith('.')),
    }
  }
  const rows: ImportingOffice['rows'] = async <T>(kind: RowKind, columns: string, slice: LakeSlice = {}) => {
    const { sql, values } = await currentRows(deps.db, deps.lake.folder, kind, slice)
    return deps.lake.rows<T>(`select ${columns} from ${sql} as r order by all`, values)
  }
  return {
    deps: () => deps,
    place: () => join(folder, String(tests)),
    rows,
    count: async (slice) => (await rows<{ n: number }>('street', 'count(*) as n', slice))[0]?.n,
    taken: async (paths, release) => {
      const result = await importPoliceFiles(deps, SYSTEM, { paths, ...(release && { release }) })
      assert.ok(result.ok, result.ok ? '' : `${result.error.file}: ${result.error.problem}`)
      return result.value
    },
    refused: async (paths, words, line) => {
      const before = await held()
      const result = await importPoliceFiles(deps, SYSTEM, { paths })
      assert.ok(!result.ok, 'it was taken in')
      assert.match(`${result.error.file} ${result.error.problem}`, words)
      if (line !== undefined) assert.equal(result.error.line, line)
      assert.deepEqual(await held(), before)
    },
  }
}
