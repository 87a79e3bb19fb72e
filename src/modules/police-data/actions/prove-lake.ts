import type { Deps } from '#platform/deps.js'
import type { Proof, Proved } from '#platform/proof.js'
import { rowsRegistered } from '../data/files.queries.js'
import { rowsKept } from '../data/rows-kept.queries.js'

/** Every published file that was taken in stands in the lake with as many rows as the register says. */
export const policeRecords: Proof = { name: 'Police data', prove: proveLake }

async function proveLake({ db, lake }: Deps): Promise<Proved> {
  const registered = await rowsRegistered(db)
  if (registered.length === 0) return { checked: 0, problems: [] }
  if (!lake.isThere()) {
    return { checked: 0, problems: ['DuckDB is not installed here, so the records cannot be read'] }
  }
  const problems: string[] = []
  for (const [parquet, files] of Map.groupBy(registered, (file) => file.parquet)) {
    const kept = await rowsKept(lake, parquet).catch(() => undefined)
    const wrong = kept && files.find(({ number, rows }) => (kept.get(number) ?? 0) !== rows)
    if (!kept) problems.push(`lake/${parquet} is missing or cannot be read`)
    else if (wrong) problems.push(`lake/${parquet} does not hold the rows that the register counts`)
  }
  return { checked: registered.length, problems }
}
