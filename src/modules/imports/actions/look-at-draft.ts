import { areasOf, currentBody } from '#modules/body/index.js'
import { allMeasures, type Measure } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import type { Draft } from '../domain/draft.js'
import { unknownAreas, unknownMeasures } from '../domain/draft-mapping.js'
import { likelyTable, type Table } from '../domain/find-table.js'
import { NO_MAPPING } from '../domain/mapping.js'
import type { ImportProblem } from '../domain/sheet.js'
import { knownAreas } from './known-areas.js'
import { namesOf, sheetsOf } from './read-file.js'

/** What a person sees of a waiting file to say how it is read. */
export type DraftLook = {
  readonly problems: readonly ImportProblem[]
  readonly sheets: readonly string[]
  readonly table: Table | undefined
  readonly measures: readonly Measure[]
  readonly unknownMeasures: readonly string[]
  readonly unknownAreas: readonly string[]
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

/** Looks at a waiting file: its sheets, its most probable table, and the names in it that nobody knows. */
export async function lookAtDraft(deps: Deps, { fileName, bytes, mapping }: Draft): Promise<DraftLook> {
  const measures = await allMeasures(deps.db)
  const read = await sheetsOf({ fileName, bytes })
  const nothing = { unknownMeasures: [], unknownAreas: [], areas: [] }
  if (!read.ok) return { ...nothing, problems: read.error, sheets: [], table: undefined, measures }
  const names = namesOf(measures, mapping)
  const table = likelyTable(read.value, { mapping, names })
  const places = await knownAreas(deps, measures)
  const body = await currentBody(deps.db, deps.today())
  const areas = body ? await areasOf(deps.db, body.id, deps.today()) : []
  const bare = namesOf(measures, NO_MAPPING)
  return {
    ...{ problems: [], table, measures },
    sheets: read.value.map(({ name }) => name),
    unknownMeasures: table ? unknownMeasures(table, bare) : [],
    unknownAreas: table ? unknownAreas(table, places) : [],
    areas: areas.filter(({ kind }) => kind !== 'police-area').map(({ code, name }) => ({ code, name })),
  }
}
