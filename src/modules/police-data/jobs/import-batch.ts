import { quotedList } from '#platform/lake/lake.js'
import type { StagedFile } from './importing.js'

/** Files of one force and type with one order of columns, and where their rows are being written. */
export type Batch = {
  readonly files: readonly StagedFile[]
  readonly force: string
  readonly type: StagedFile['planned']['subject']['type']
  /** The source number of the first file; the others follow. */
  readonly firstSource: number
  /** Inside the work folder. */
  readonly parquet: string
  /** On the disk. */
  readonly path: string
}

/** Row groups small enough that a month can be read without its neighbours. */
export const ROW_GROUPS = 'row_group_size 20480'

/** The month of each row's file, in a query over rows with a `source`. */
export function expectedMonth({ files, firstSource }: Batch): string {
  return `${quotedList(files.map(({ planned }) => planned.subject.month))}[source - ${firstSource - 1}]`
}
