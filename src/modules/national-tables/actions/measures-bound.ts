import type { BoundMeasure } from '#modules/bindings/index.js'
import { allMeasures } from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import { boundLines } from './fill-table-bindings.js'
import { sliceInWords } from './slice-in-words.js'

/** The measures that tables fill, as the office reads them. */
export async function measuresBound(db: Db): Promise<BoundMeasure[]> {
  const bindings = await boundLines(db)
  if (bindings.length === 0) return []
  const titles = new Map((await allMeasures(db)).map(({ id, title }) => [id, title]))
  return bindings.map((binding) => ({
    ...{ binding, title: titles.get(binding.measureId) ?? '–', from: sliceInWords(binding.slice) },
  }))
}
