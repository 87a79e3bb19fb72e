import { confine, type EngineLimits, openEngine } from './duckdb.js'
import { quotedList } from './lake.js'

/** An engine of one child process that writes Parquet files into the lake: statements one after the other. */
export type LakeWriter = {
  readonly run: (sql: string) => Promise<void>
  readonly rows: <T>(sql: string) => Promise<T[]>
  readonly close: () => void
}

/** Opens it over the lake's folder. Outside of that it can read the named files, and write nothing. */
export async function openWriter(
  folder: string,
  readable: readonly string[],
  limits: EngineLimits,
): Promise<LakeWriter> {
  const instance = await openEngine(folder, limits)
  const connection = await instance.connect()
  await connection.run("set timezone = 'UTC'")
  await connection.run(`set allowed_paths = ${quotedList(readable)}`)
  await confine(connection, [folder])
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async <T>(sql: string) => {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRowObjectsJS().map((row) => {
        const plain = Object.entries(row).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? Number(value) : value,
        ])
        return Object.fromEntries(plain) as T
      })
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
