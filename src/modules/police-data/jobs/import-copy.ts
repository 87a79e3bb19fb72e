import { countOf } from '#kernel/words.js'
import { quoted, quotedList } from '#platform/lake/lake.js'
import { CRIME_TYPES } from '../domain/crime-type.js'
import { LAKE_FORMS } from '../domain/import-columns.js'
import { type Batch, PARQUET } from './import-batch.js'
import { compareWithBefore } from './import-changes.js'
import { judgeRows, refuseOpenEnds } from './import-faults.js'
import { ImportStopped, type SetAside, type TakenFile } from './import-order.js'
import { rejectedLines } from './import-rejects.js'
import { keepTotals } from './import-totals.js'
import type { Importing, StagedFile } from './importing.js'

/** The files of a batch as they stand in the lake, and the lines that were not taken in. */
export type Copied = { readonly files: readonly TakenFile[]; readonly setAside: readonly SetAside[] }

/** Writes one batch as Parquet in one reading of its CSV files, sets faulty lines aside, and logs what changed. */
export async function copyBatch(importing: Importing, batch: Batch): Promise<Copied> {
  const { files } = batch
  await importing.writer.run(copyStatement(batch))
  const rejected = await rejectedLines(importing, batch)
  const { rows, faulty } = await judgeRows(importing, batch, rejected)
  const setAside = [...rejected, ...faulty].sort((a, b) => a.source - b.source || a.line - b.line)
  await refuseOpenEnds(importing, batch, rejected)
  for (const [at, file] of files.entries())
    refuseTheFaulty(
      file,
      setAside.filter(({ source }) => source === batch.firstSource + at),
      rows.get(batch.firstSource + at) ?? 0,
    )
  await noteNewKinds(importing, batch)
  await keepTotals(importing, batch)
  await compareWithBefore(importing, batch)
  const taken = files.map((file, at): TakenFile => {
    const source = batch.firstSource + at
    const { sha256, bytes, planned } = file
    const lines = setAside.filter((each) => each.source === source).length
    return {
      source,
      planned,
      sha256,
      bytes,
      rows: rows.get(source) ?? 0,
      setAside: lines,
      parquet: batch.parquet,
    }
  })
  return { files: taken, setAside: setAside.map(({ source: _, ...line }) => line) }
}

function copyStatement({ files, force, type, firstSource, path }: Batch): string {
  const columns = files[0]?.columns.map(({ name, type: kind }) => `${name}: '${kind}'`).join(', ')
  const reading = `read_csv(${quotedList(files.map((file) => file.path))}, header = true, auto_detect = false,
    delim = ',', quote = '"', escape = '"', store_rejects = true, columns = {${columns}})`
  return `copy (
    select (${firstSource} + file_index)::integer as source, ${constant(force)} as force, ${LAKE_FORMS[type].columns}
    from ${reading}
  ) to ${quoted(path)} (${PARQUET})`
}

/** The same text in every row, written as its one value and a number for each row: nothing is looked up row by row. */
const constant = (text: string) => `${quoted(text)}::enum(${quoted(text)})`

const FEW = 20
const LARGEST_SHARE = 0.1

/** A file that is mostly wrong is no file of its kind, and a month must not look empty because none of it was read. */
function refuseTheFaulty({ planned }: StagedFile, lines: readonly SetAside[], rows: number): void {
  const [first] = lines
  if (!first || (rows > 0 && lines.length <= Math.max(FEW, rows * LARGEST_SHARE))) return
  const others = lines.length === 1 ? '' : `, and ${lines.length - 1} other lines are wrong too`
  const problem = `has a line that ${first.reason}${others}: too much for a file of ${rows + lines.length} lines`
  throw new ImportStopped({ file: planned.name, line: first.line, problem })
}

/** Kinds of crime that nobody has seen yet are kept and counted, and told of. */
async function noteNewKinds({ writer, notes }: Importing, { type }: Batch): Promise<void> {
  if (type !== 'street') return
  const known = CRIME_TYPES.map(({ name }) => quoted(name)).join(', ')
  const kinds = await writer.rows<{ kind: string; crimes: number }>(
    `select type as kind, sum(crimes)::integer as crimes from judged where fault is null and type not in (${known}) group by type`,
  )
  for (const { kind, crimes } of kinds)
    notes.add(`“${kind}” is a kind of crime that was not published before: ${countOf(crimes, 'row')} kept and counted`)
}
