import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stageCsv } from '#platform/lake/stage-csv.js'
import { nameOfSubject } from '../domain/import-file-name.js'
import { columnsInOrder } from '../domain/import-forms.js'
import { ImportStopped, identityOf, type PlannedFile } from './import-order.js'
import type { Importing, StagedFile } from './importing.js'

const AT_ONCE = 2
const TWINS = 'is another file of the same force, month and type than'

/** The files of a batch that are to be taken in, and how many the lake holds already. */
export type StagedBatch = { readonly staged: readonly StagedFile[]; readonly known: number }

type Found = StagedFile | 'known' | 'without rows'

/** Unpacks and checks the files of a batch, in their order. Those that the lake holds or that hold no row are left out. */
export async function stageFiles(importing: Importing, batch: readonly PlannedFile[]): Promise<StagedBatch> {
  const known = new Set(importing.order.known)
  const staged: Found[] = []
  for (let at = 0; at < batch.length; at += AT_ONCE) {
    const some = batch.slice(at, at + AT_ONCE)
    staged.push(...(await Promise.all(some.map((file) => stageFile(importing, file, known)))))
  }
  return {
    staged: staged.filter((file) => typeof file !== 'string'),
    known: staged.filter((file) => file === 'known').length,
  }
}

async function stageFile(
  { order, seen, notes }: Importing,
  planned: PlannedFile,
  known: ReadonlySet<string>,
): Promise<Found> {
  const { name, place, subject } = planned
  const copy = join(order.workFolder, 'staged', `${randomUUID()}.csv`)
  const staged = await stageCsv(place, copy)
  if (!staged.ok) throw new ImportStopped({ file: name, ...staged.error })
  const { sha256 } = staged.value
  const twin = seen.get(nameOfSubject(subject))
  if (twin && twin.sha256 !== sha256) throw new ImportStopped({ file: name, problem: `${TWINS} ${twin.name}` })
  seen.set(nameOfSubject(subject), { sha256, name })
  if (twin || known.has(identityOf(subject, sha256))) {
    await rm(copy, { force: true })
    return 'known'
  }
  const columns = columnsInOrder(subject.type, staged.value.header)
  if (!columns.ok) throw new ImportStopped({ file: name, line: 1, problem: columns.error })
  if (staged.value.firstRow === '') {
    notes.add(`${name} has headers and no row: it says nothing of its month, which stays as it was`)
    await rm(copy, { force: true })
    return 'without rows'
  }
  return { ...staged.value, planned, columns: columns.value, isCopy: staged.value.path === copy }
}
