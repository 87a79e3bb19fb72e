import { type Lake, quoted } from '#platform/lake/lake.js'

/** How many rows a Parquet file of the lake holds from each published file, by that file's number. */
export async function rowsKept(lake: Lake, parquet: string): Promise<Map<number, number>> {
  const from = quoted(`${lake.folder}/${parquet}`)
  const counted = await lake.rows<{ source: number; rows: number }>(
    `select source, count(*)::bigint as rows from read_parquet(${from}) group by source`,
  )
  return new Map(counted.map(({ source, rows }) => [Number(source), rows]))
}
