import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { wordFile, zipOf } from '#test/support/made-files.js'
import { readDocument, UnreadableDocument } from './read-document.js'

const textOf = async (bytes: Uint8Array, name: string) => (await readDocument(bytes, name)).text

/** A Word document whose text stands behind this declaration. */
function wordWith(declared: string, body: string): Buffer {
  const whole = wordFile(body).toString('latin1')
  const xml = (path: RegExp) => path.exec(whole)?.[0] ?? ''
  return zipOf({
    '[Content_Types].xml': xml(/<Types.*?<\/Types>/s),
    '_rels/.rels': xml(/<Relationships.*?<\/Relationships>/s),
    'word/document.xml': `<?xml version="1.0"?>${declared}${xml(/<w:document.*?<\/w:document>/s)}`,
  })
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('a document that means harm', () => {
  it('brings in nothing from elsewhere by an entity', async () => {
    const outside = '<!DOCTYPE w [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
    const read = await textOf(wordWith(outside, paragraph('before &out; after')), 'a.docx').catch(
      (problem: unknown) => {
        assert.ok(problem instanceof UnreadableDocument)
        return ''
      },
    )
    assert.doesNotMatch(read, /root:/)
  })

  it('grows by no entity', async () => {
    const names = 'abcdefgh'
    const grown = [...names].map(
      (name, at) => `<!ENTITY ${name} "${at === 0 ? 'ha' : `&${names[at - 1]};`.repeat(10)}">`,
    )
    const bytes = wordWith(`<!DOCTYPE w [${grown.join('')}]>`, paragraph('&h;'))
    const read = await textOf(bytes, 'a.docx').catch(() => '')
    assert.ok(read.length < 10_000)
  })

  it('is known by its bytes, whatever its name says', async () => {
    assert.match(await textOf(wordFile(paragraph('There were 450 calls.')), 'paper.pdf'), /^There were 450 calls/)
    await assert.rejects(readDocument(Buffer.from('%PDF-1.7 and no more'), 'paper.docx'))
    await assert.rejects(readDocument(zipOf({ 'x.txt': 'no Word' }), 'paper.docx'), UnreadableDocument)
    await assert.rejects(
      readDocument(Buffer.from('\u00d0\u00cf\u0011\u00e0', 'latin1'), 'paper.docx'),
      UnreadableDocument,
    )
  })

  it('is refused when it would unpack to more than a document ever is', async () => {
    await assert.rejects(readDocument(packedBomb('word/document.xml', 600_000_000), 'paper.docx'), UnreadableDocument)
  })
})

/** A ZIP whose one file is so many spaces, packed. */
function packedBomb(name: string, size: number): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size, ' '), { level: 1 })
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt32LE(packed.length, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  const place = Buffer.alloc(14)
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, Buffer.from(name)])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed, entry, end])
}
