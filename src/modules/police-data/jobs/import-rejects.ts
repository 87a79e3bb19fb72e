import { quoted } from '#platform/lake/lake.js'
import type { Batch } from './import-batch.js'
import { ImportStopped, type SetAside } from './import-order.js'
import type { Importing } from './importing.js'

/** A line set aside, with the number of its file's rows in the lake. */
export type AsideOf = SetAside & { readonly source: number }

type Reject = {
  readonly path: string
  readonly line: number
  readonly error: string
  readonly column_idx: number | null
  readonly column_name: string | null
  readonly content: string
}

const LONGEST = 500
const MOST = 100_000

/** The lines that the engine could not read as rows of the form, each with what is wrong with it; forgotten after. */
export async function rejectedLines({ writer }: Importing, batch: Batch): Promise<AsideOf[]> {
  const rejects = await writer.rows<Reject>(`
    select file_path as path, line::integer as line, error_type::varchar as error, column_idx::integer as column_idx,
      column_name, csv_line[:${LONGEST}] as content
    from reject_errors join reject_scans using (scan_id, file_id)
    qualify row_number() over (partition by file_path, line order by column_idx) = 1
    order by file_path, line limit ${MOST}`)
  await writer.run('drop table reject_errors; drop table reject_scans')
  const sources = new Map(batch.files.map(({ path }, at) => [path, batch.firstSource + at]))
  return rejects.map((reject) => {
    const source = sources.get(reject.path) ?? batch.firstSource
    const file = batch.files[source - batch.firstSource]
    const name = file?.planned.name ?? ''
    const content = reject.content.replace(/^[\r\n]+|[\r\n]+$/g, '')
    if (isRunaway(reject.error, content)) throw new ImportStopped({ file: name, line: reject.line, problem: RUNAWAY })
    return { source, file: name, line: reject.line, reason: reasonOf(reject, batch), content }
  })
}

/** A quotation mark that is never closed takes the lines after it along: no row after it can be trusted. */
function isRunaway(error: string, content: string): boolean {
  return error === 'LINE SIZE OVER MAXIMUM' || (error === 'UNQUOTED VALUE' && /[\r\n]/.test(content))
}

const RUNAWAY = 'has a quotation mark that is never closed, so that what follows cannot be told apart'

function reasonOf({ error, column_idx, column_name, content }: Reject, { files }: Batch): string {
  const columns = files[0]?.columns ?? []
  const cells = column_idx ?? 0
  if (error === 'MISSING COLUMNS') return `has ${cells} ${cells === 1 ? 'cell' : 'cells'}, not ${columns.length}`
  if (error === 'TOO MANY COLUMNS') return `has more than ${columns.length} cells`
  if (error === 'UNQUOTED VALUE') return 'has a quotation mark inside a cell where none may stand'
  if (error === 'INVALID ENCODING') return 'has letters in no encoding that is known'
  const header = columns.find(({ name }) => name === column_name)?.header ?? 'a cell'
  if (error === 'CAST') return `has no number as its ${header}`
  return `cannot be read (${quoted(error)}): ${content.slice(0, 60)}`
}
