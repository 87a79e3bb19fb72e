import { gunzipSync } from 'node:zlib'
import { err, ok, type Result } from '#kernel/result.js'
import { readText } from './read-text.js'
import { fileProblem, type ReadTable, type TableLimits, type TableProblem } from './table.js'

/** Reads the tables of a file by what it holds, whatever its name says. */
export async function readBytes(
  given: Uint8Array,
  fileName: string,
  limits: TableLimits,
): Promise<Result<ReadTable[], TableProblem>> {
  if (given.length === 0) return err(fileProblem('The file is empty', 'Choose the file that holds the figures'))
  if (given.length > limits.bytes) return err(tooLarge(limits))
  const plain = unpacked(given, limits)
  if (!plain.ok) return plain
  const bytes = plain.value
  if (begins(bytes, [0x50, 0x4b])) {
    // Only the process that reads workbooks needs what reads them.
    const { readWorkbook } = await import('./read-workbook.js')
    return readWorkbook(bytes, limits)
  }
  const known = OTHERS.find(({ signature }) => begins(bytes, signature))
  if (known) return err(fileProblem(known.problem, known.fix))
  if (MARKUP.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))) return err(NO_TABLE)
  return readText(bytes, fileName, limits)
}

/** The content of a file packed with gzip where such files are taken; of any other the file itself. */
export function unpacked(
  bytes: Uint8Array,
  { gunzippedBytes }: Pick<TableLimits, 'gunzippedBytes'>,
): Result<Uint8Array, TableProblem> {
  if (gunzippedBytes === 0 || !begins(bytes, GZIP)) return ok(bytes)
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: gunzippedBytes }))
  } catch (problem) {
    const isLarge = problem instanceof RangeError
    const said = isLarge
      ? 'The packed file unpacks to far more than such a table holds'
      : 'The packed file is damaged or cut short'
    return err(fileProblem(said, 'Take the publisher’s file again'))
  }
}

/** Whether the file is small plain text, which can be read at once without any danger to the memory. */
export function isSmallText(bytes: Uint8Array): boolean {
  return bytes.length <= 1_000_000 && !begins(bytes, [0x50, 0x4b]) && !begins(bytes, GZIP)
}

const GZIP = [0x1f, 0x8b]

function tooLarge({ bytes }: TableLimits): TableProblem {
  return fileProblem(
    `The file is larger than ${Math.floor(bytes / 1_000_000)} megabytes`,
    'Split it into several files',
  )
}

const AS_WORKBOOK = 'Save it as .xlsx, .ods or .csv'
const OTHERS = [
  {
    signature: [0xd0, 0xcf, 0x11, 0xe0],
    problem: 'This is a workbook of the old kind (.xls), or one that is locked with a password',
    fix: 'Save it as .xlsx without a password',
  },
  { signature: [0x25, 0x50, 0x44, 0x46], problem: 'This is a PDF document, not a table', fix: AS_WORKBOOK },
  { signature: GZIP, problem: 'This is a compressed file', fix: 'Unpack it first' },
] as const

/** What some systems write and call a workbook. */
const MARKUP = /^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|head|meta|body)\b/i
const NO_TABLE = fileProblem('This is a web page or another file of marked-up text, not a table', AS_WORKBOOK)

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
