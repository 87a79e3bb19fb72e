import type { Month } from './month.js'

/** The three kinds of file that data.police.uk publishes for a force and a month. */
export type FileType = 'street' | 'outcomes' | 'stop-and-search'

/** Every kind of file, in the order that they are told. */
export const FILE_TYPES: readonly FileType[] = ['street', 'outcomes', 'stop-and-search']

/** Beside the rows of an import: its street crimes counted by file, kind and outcome. */
export const TOTALS_FILE = 'totals.parquet'

/** Beside the rows of an import: those that were set aside, each with its reason. */
export const SET_ASIDE_FILE = 'set-aside.csv'

/** The month that names an archive of data.police.uk. It counts as known from that month's last day (ADR 0020). */
export type Release = Month

/** One published file of one release, as the lake holds it. */
export type LakeFile = {
  /** Stands on each of its rows in the lake, as `source`. */
  readonly number: number
  readonly importNumber: number
  readonly force: string
  readonly month: Month
  readonly type: FileType
  readonly release: Release
  /** The day from which it counts as known. */
  readonly knownOn: string
  readonly name: string
  readonly sha256: string
  readonly rows: number
  readonly setAside: number
  /** Where its rows stand, inside the lake's folder. */
  readonly parquet: string
}
