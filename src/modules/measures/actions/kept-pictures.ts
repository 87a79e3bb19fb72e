import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import type { PictureOptions } from '../data/pictures.queries.js'
import type { Measure } from '../domain/measure.js'
import type { MeasurePicture } from '../domain/picture.js'

type Make = (measures: readonly Measure[]) => Promise<readonly MeasurePicture[]>
type Kept = { readonly head: number; readonly pictures: Map<string, MeasurePicture> }

/** Pictures of one state of the register; the oldest give way to newer ones. */
const MOST = 1000

const KEPT = new WeakMap<Db, Kept>()

/**
 * Pictures for the public, made once for each state of the register and shared by every page, chart and figure of a
 * report that shows the same measure in the same way. They are never changed once made. Within a transaction, where
 * figures may be written before the audit trail says so, each is made anew.
 */
export async function keptPictures(
  db: Db,
  measures: readonly Measure[],
  options: PictureOptions,
  make: Make,
): Promise<MeasurePicture[]> {
  if ('tx' in db) return [...(await make(measures))]
  const pictures = await keptNow(db)
  const way = JSON.stringify([options.today, options.awaitedSince, options.until, options.knownOn, options.area])
  const key = ({ id }: Measure) => `${id} ${way}`
  const found = new Map(measures.flatMap((each) => pairOf(key(each), pictures.get(key(each)))))
  const missing = measures.filter((each) => !found.has(key(each)))
  const made = missing.length === 0 ? [] : await make(missing)
  made.forEach((picture, at) => {
    const measure = missing[at]
    if (!measure) return
    found.set(key(measure), picture)
    pictures.set(key(measure), picture)
  })
  for (const oldest of pictures.keys()) {
    if (pictures.size <= MOST) break
    pictures.delete(oldest)
  }
  return measures.flatMap((each) => found.get(key(each)) ?? [])
}

function pairOf(key: string, picture: MeasurePicture | undefined): [string, MeasurePicture][] {
  return picture ? [[key, picture]] : []
}

async function keptNow(db: Db): Promise<Map<string, MeasurePicture>> {
  const head = await auditHead(db)
  const known = KEPT.get(db)
  if (known?.head === head) return known.pictures
  const pictures = new Map<string, MeasurePicture>()
  KEPT.set(db, { head, pictures })
  return pictures
}
