import { FILE_TYPES, type FileType, type LakeFile, type Release } from './files.js'
import { type Month, monthsBetween } from './month.js'

/** Whether one month of one force is there. What is missing has no number of rows: it is not nought. */
export type Covered = {
  readonly force: string
  readonly month: Month
  readonly type: FileType
  readonly state: 'there' | 'missing'
  readonly release: Release | null
  readonly rows: number | null
  readonly setAside: number | null
}

/** The months that are asked about, where they are not those from the first to the last that is there. */
export type AskedMonths = { readonly from?: Month; readonly to?: Month }

/**
 * Every month of every force and type: from the first that is there of that force and type, to the last that is there of
 * any force, so that a force that stopped is seen to have stopped.
 */
export function coverageOf(files: readonly LakeFile[], asked: AskedMonths = {}): Covered[] {
  const last = new Map<FileType, Month>()
  for (const { type, month } of files) if (month > (last.get(type) ?? '')) last.set(type, month)
  const groups = Map.groupBy(files, ({ force, type }) => `${force} ${FILE_TYPES.indexOf(type)}`)
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const [one] = group
      if (!one) return []
      const [first = one.month] = group.map(({ month }) => month).sort()
      const months = monthsBetween(asked.from ?? first, asked.to ?? last.get(one.type) ?? one.month)
      const byMonth = new Map(group.map((file) => [file.month, file]))
      return months.map((month) => covered(one, month, byMonth.get(month)))
    })
}

function covered({ force, type }: LakeFile, month: Month, file: LakeFile | undefined): Covered {
  if (!file) return { force, month, type, state: 'missing', release: null, rows: null, setAside: null }
  const { release, rows, setAside } = file
  return { force, month, type, state: 'there', release, rows, setAside }
}
