import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'
import { readDocument } from '#platform/documents/read-document.js'

/** Everything that can be read in a file that was sent: its bytes as text, and what is packed in a ZIP or set in a PDF. */
export async function everyWordIn(bytes: Buffer): Promise<string> {
  const raw = bytes.toString('utf8')
  if (raw.startsWith('PK')) return [raw, ...(await entriesOf(bytes))].join('\n')
  if (raw.startsWith('%PDF')) return `${raw}\n${JSON.stringify(await readDocument(bytes, 'paper.pdf'))}`
  return raw
}

async function entriesOf(bytes: Buffer): Promise<string[]> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  const texts: string[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    const content = await buffer(await zip.openReadStreamPromise(entry))
    texts.push(`${entry.fileName}\n${content.toString('utf8')}`)
  }
  return texts
}
