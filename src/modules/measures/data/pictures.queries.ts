import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import type { Measure } from '../domain/measure.js'
import { type MeasurePicture, pictureOf } from '../domain/picture.js'
import { importsById } from './imports.queries.js'
import { observationsOf, type SeriesOptions } from './observations.queries.js'

/** The days that "due" is judged by, the day as known on which figures count, the area, and the last day they speak of. */
export type PictureOptions = SeriesOptions & {
  readonly today: IsoDate
  /** The first day of the plan in force. */
  readonly awaitedSince?: IsoDate | undefined
  readonly until?: IsoDate
}

/** All that a page shows of one measure. */
export async function measurePicture(db: Db, measure: Measure, options: PictureOptions): Promise<MeasurePicture> {
  const [picture] = await measurePictures(db, [measure], options)
  if (!picture) throw new RangeError('No picture was made')
  return picture
}

/** The same for several measures at once, in their order: two queries in all. */
export async function measurePictures(
  db: Db,
  measures: readonly Measure[],
  { today, awaitedSince, until, ...known }: PictureOptions,
): Promise<MeasurePicture[]> {
  const all = await observationsOf(
    db,
    measures.map(({ id }) => id),
    known,
  )
  const observations = all.filter(({ period }) => until === undefined || period.until <= until)
  const imports = await importsById(
    db,
    observations.map(({ importId }) => importId),
  )
  const byMeasure = Map.groupBy(observations, ({ measureId }) => measureId)
  return measures.map((measure) =>
    pictureOf({ measure, observations: byMeasure.get(measure.id) ?? [], imports, today, awaitedSince }),
  )
}
