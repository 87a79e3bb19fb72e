import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import type { Measure } from '../domain/measure.js'
import { importIdsOf, type MeasurePicture, pictureOf } from '../domain/picture.js'
import { asKnownOn } from './definitions.queries.js'
import { bookOf, type FactsOptions } from './facts.queries.js'
import { importsById } from './imports.queries.js'

/** The days that "due" is judged by, the day as known on which figures count, the area, and the last day they speak of. */
export type PictureOptions = FactsOptions & {
  readonly today: IsoDate
  /** The first day of the plan in force. */
  readonly awaitedSince?: IsoDate | undefined
}

/** All that a page shows of one measure. */
export async function measurePicture(db: Db, measure: Measure, options: PictureOptions): Promise<MeasurePicture> {
  const [picture] = await measurePictures(db, [measure], options)
  if (!picture) throw new RangeError('No picture was made')
  return picture
}

/** The same for several measures at once, in their order, each as it was known on the day. */
export async function measurePictures(
  db: Db,
  measures: readonly Measure[],
  { today, awaitedSince, ...options }: PictureOptions,
): Promise<MeasurePicture[]> {
  const known = await asKnownOn(db, measures, options)
  const book = await bookOf(db, known, options)
  const ids = known.flatMap(({ slug }) => importIdsOf(book, slug))
  const imports = await importsById(db, ids)
  return known.map(({ slug }) => pictureOf({ book, slug, imports, today, awaitedSince }))
}
