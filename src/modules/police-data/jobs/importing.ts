import type { HandedFile } from '#platform/handover/manifest.js'
import type { LakeWriter } from '#platform/lake/open-writer.js'
import type { StagedCsv } from '#platform/lake/stage-csv.js'
import type { ImportOrder, PlannedFile } from './import-order.js'

/** What the steps of one import share. */
export type Importing = {
  readonly order: ImportOrder
  /** The engine of the lane that does the step; all else is shared by the lanes. */
  readonly writer: LakeWriter
  /** What was read so far, by its published name: the same file may be given twice, two of one name may not. */
  readonly seen: Map<string, { readonly sha256: string; readonly name: string }>
  readonly notes: Set<string>
  /** The logs of what changed, one for each batch that took the place of another. */
  readonly changes: string[]
  /** Street crimes counted by file, kind and outcome, one file for each batch. */
  readonly totals: string[]
  /** Files on their way to the disk, and to their fingerprints, while the next batch is written. */
  readonly flushing: Promise<HandedFile>[]
}

/** A file that the engine can read, with its columns in the order in which they stand. */
export type StagedFile = StagedCsv & {
  readonly planned: PlannedFile
  readonly isCopy: boolean
  readonly columns: readonly { readonly header: string; readonly name: string; readonly type: string }[]
}
