import type { IsoDate } from '#kernel/dates.js'
import type { Mapping } from './mapping.js'

/** Where a file comes from, as whoever sent it says. */
export type FileSource = {
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  readonly url: string | null
  readonly reason: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

/** A file that waits for a yes, with how it is read and the day from which it counts as known (null: today). */
export type Draft = {
  readonly id: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly source: FileSource
  readonly mapping: Mapping
  readonly knownOn: IsoDate | null
}
