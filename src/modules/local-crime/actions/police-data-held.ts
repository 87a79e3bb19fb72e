import type { BoundMeasure } from '#modules/bindings/index.js'
import { forceOfSlug } from '#modules/geography/index.js'
import { allMeasures } from '#modules/measures/index.js'
import {
  boundSlices,
  type PastImport,
  pastImports,
  type Revision,
  readCoverage,
  revisionBy,
  sliceInWords,
} from '#modules/police-data/index.js'
import type { Actor } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'

/** The files of one kind of one force: from when to when, what is missing between, how many rows. */
export type HeldFiles = {
  readonly force: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly missing: readonly string[]
  readonly rows: number
  readonly setAside: number
  readonly releases: readonly string[]
}

/** All that the office sees of the police data that it holds. */
export type PoliceDataHeld = {
  readonly isThere: boolean
  readonly held: readonly HeldFiles[]
  readonly imports: readonly PastImport[]
  /** What the last import revised; undefined before the first. */
  readonly last: Revision | undefined
  readonly bound: readonly BoundMeasure[]
}

/** What is held, what the last import changed, and which measures fill themselves. */
export async function policeDataHeld(deps: Deps, actor: Actor): Promise<PoliceDataHeld> {
  const isThere = deps.lake.isThere()
  const covered = await readCoverage(deps, actor)
  const groups = Map.groupBy(covered, ({ force, type }) => `${force} ${type}`)
  const held = [...groups.values()].map((months): HeldFiles => {
    const there = months.filter(({ state }) => state === 'there')
    const first = months[0]
    return {
      force: forceOfSlug(first?.force ?? '')?.name ?? first?.force ?? '',
      type: first?.type ?? '',
      from: there[0]?.month ?? '',
      to: there.at(-1)?.month ?? '',
      missing: months.filter(({ state }) => state === 'missing').map(({ month }) => month),
      rows: there.reduce((sum, { rows }) => sum + (rows ?? 0), 0),
      setAside: there.reduce((sum, { setAside }) => sum + (setAside ?? 0), 0),
      releases: [...new Set(there.flatMap(({ release }) => release ?? []))].sort().reverse(),
    }
  })
  const imports = await pastImports(deps.db)
  const last = isThere && imports.length > 0 ? await revisionBy(deps, actor) : undefined
  return { isThere, held, imports, last, bound: await measuresBound(deps.db) }
}

/** The measures that crimes fill, as the office reads them. */
export async function measuresBound(db: Db): Promise<BoundMeasure[]> {
  const bindings = await boundSlices(db)
  if (bindings.length === 0) return []
  const titles = new Map((await allMeasures(db)).map(({ id, title }) => [id, title]))
  return Promise.all(
    bindings.map(async (binding) => ({
      ...{ binding, title: titles.get(binding.measureId) ?? '–', from: await sliceInWords(db, binding.slice) },
    })),
  )
}
