import { paperMadeFrom, type Report } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { entriesOf, packedZip } from '#platform/typesetting/steady-zip.js'
import { wordFile } from '#platform/typesetting/word-file.js'

/** The Word file of a report as anybody may take it away, its words changed as an editor would change them. */
export async function wordOfReport(
  deps: Deps,
  report: Report,
  change: (xml: string) => string = (xml) => xml,
): Promise<Uint8Array> {
  const { paper } = await paperMadeFrom(deps, report)
  const made = await wordFile(paper, { png: () => new Uint8Array(), pages: {} })
  const entries = entriesOf(Buffer.from(made)).map(({ name, bytes }) =>
    name === 'word/document.xml'
      ? { name, bytes: Buffer.from(change(Buffer.from(bytes).toString('utf8'))) }
      : { name, bytes },
  )
  return packedZip(entries, '2025-06-01')
}
