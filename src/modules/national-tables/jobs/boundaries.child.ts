import { err } from '#kernel/result.js'
import { answerOnce } from '#platform/limited-process.js'
import { unpacked } from '#platform/tables/read-bytes.js'
import type { TableLimits } from '#platform/tables/table.js'
import type { PlaceContext, PlaceReading } from '../actions/place-facts.js'
import { readBoundaries } from '../actions/read-boundaries.js'

/** A file of boundaries, packed with gzip or not, and what its reading goes by. */
export type BoundariesOrder = {
  readonly bytes: Uint8Array
  readonly limits: Pick<TableLimits, 'gunzippedBytes'>
  readonly context: PlaceContext
}

// This file is a process of its own: it reads and thins one file of boundaries, answers, and ends.
answerOnce(({ bytes, limits, context }: BoundariesOrder): PlaceReading => {
  const plain = unpacked(bytes, limits)
  return plain.ok ? readBoundaries(Buffer.from(plain.value).toString('utf8'), context) : err([plain.error])
})
