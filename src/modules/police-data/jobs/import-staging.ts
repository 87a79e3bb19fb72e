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

/** Unpacks and checks the files of a batch, in their order. Those that the lake holds already are left out. */
export async function stageFiles(importing: Importing, batch: readonly PlannedFile[]): Promise<StagedFile[]> {
  const known = new Set(importing.order.known)
  const staged: (StagedFile | undefined)[] = []
  for (let at = 0; at < batch.length; at += AT_ONCE) {
    const some = batch.slice(at, at + AT_ONCE)
    staged.push(...(await Promise.all(some.map((file) => stageFile(importing, file, known)))))
  }
  return staged.filter((file) => file !== undefined)
}

async function stageFile(
  { order, seen }: Importing,
  planned: PlannedFile,
  known: ReadonlySet<string>,
): Promise<StagedFile | undefined> {
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
    return undefined
  }
  const columns = columnsInOrder(subject.type, staged.value.header)
  if (!columns.ok) throw new ImportStopped({ file: name, line: 1, problem: columns.error })
  return { ...staged.value, planned, columns: columns.value, isCopy: staged.value.path === copy }
}
